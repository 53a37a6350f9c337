import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROOT = join(import.meta.dirname, '../..');
const cli = (...args: string[]) => {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'main.ts'), ...args],
    {
      encoding: 'utf8',
      cwd: ROOT,
      maxBuffer: 1e9,
    },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
};
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const patient = (id: string) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'urn:oid:1.2.3', value: 'P-77' }],
  name: [{ family: 'Okafor', given: ['Ada'] }],
  birthDate: '1971-02-03',
  gender: 'female',
});
const weight = (id: string, who: string) =>
  `{"resourceType":"Observation","id":"${id}","status":"final","subject":{"reference":"Patient/${who}"},
    "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectiveDateTime":"2024-03-14T08:10:00+01:00",
    "valueQuantity":{"value":70.10,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}`;
const bundle = (...entries: string[]) =>
  `{"resourceType":"Bundle","type":"collection","entry":[${entries.map((e) => `{"resource":${e}}`).join(',')}]}`;

const general = file('general.json', bundle(JSON.stringify(patient('1')), weight('w', '1')));
const clinic = file(
  'clinic.ndjson',
  `${JSON.stringify(patient('9'))}\n${weight('x', '9').replaceAll('\n', ' ')}\n`,
);

interface Output {
  facts: { kind: string; value?: string; members: object[]; linked: boolean; when: object | null }[];
  problems: { kind: string; message: string; ref: string | null }[];
  ledger: {
    source: string;
    type: string;
    received: number;
    inFacts: number;
    problems: number;
    quarantined: number;
  }[];
  patients: { source: string; ref: string; linked: boolean; score: number }[];
}
const merged = (...args: string[]): Output => {
  const run = cli('merge', ...args);
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  return JSON.parse(run.out) as Output;
};
const sources = ['--source', `General=${general}`, '--source', `Clinic=${clinic}`];

describe('cli merge', () => {
  it('says once what two files say, with the digits of the source', () => {
    const { facts, ledger, patients } = merged(...sources);
    const observations = facts.filter((fact) => fact.kind === 'observation');
    expect(observations).toHaveLength(1);
    expect(observations[0]).toMatchObject({
      value: '70.10 kg',
      linked: true,
      when: { start: '2024-03-14T08:10:00+01:00', precision: 'second' },
      members: [
        { source: 'Clinic', ref: 'Observation/x' },
        { source: 'General', ref: 'Observation/w' },
      ],
    });
    expect(patients.map((p) => p.linked)).toEqual([true, true]);
    for (const line of ledger) expect(line.received).toBe(line.inFacts + line.problems + line.quarantined);
  });

  it('prints the same bytes for any order of inputs', () => {
    const backwards = ['--source', `Clinic=${clinic}`, '--source', `General=${general}`];
    expect(cli('merge', ...sources).out).toBe(cli('merge', ...backwards).out);
  });

  it('keeps the facts of a patient who does not match apart, and says so', () => {
    const other = { ...patient('5'), identifier: [], name: [{ family: 'Berg' }], birthDate: '1950-01-01' };
    const lab = file('lab.json', `[${JSON.stringify(other)}, ${weight('z', '5')}]`);
    const args = ['--source', `General=${general}`, '--source', `Lab=${lab}`];
    const apart = merged(...args);
    expect(
      apart.facts
        .filter((f) => f.kind === 'observation')
        .map((f) => f.linked)
        .sort(),
    ).toEqual([false, false]);
    const vouched = merged(...args, '--link', 'all');
    expect(vouched.facts.filter((f) => f.kind === 'observation')).toHaveLength(1);
  });

  it("holds back somebody else's resource", () => {
    const mixed = file(
      'mixed.json',
      bundle(JSON.stringify(patient('1')), weight('w', '1'), weight('alien', '666')),
    );
    const { facts, problems, ledger } = merged('--source', `General=${mixed}`);
    expect(JSON.stringify(facts)).not.toContain('alien');
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'quarantined', ref: 'Observation/alien' }),
    );
    expect(ledger.find((line) => line.type === 'Observation')).toMatchObject({
      received: 2,
      inFacts: 1,
      quarantined: 1,
    });
  });

  it('resolves urn:uuid references of a bundle whose resources have no id', () => {
    const { id: _, ...nameless } = patient('1');
    const url = 'urn:uuid:0d4d2a2c-0b5c-4c0e-9e52-0a1f5d1f0001';
    const text = `{"resourceType":"Bundle","type":"transaction","entry":[
      {"fullUrl":"${url}","resource":${JSON.stringify(nameless)}},
      {"resource":${weight('w', '1').replace('Patient/1', url)}}]}`;
    const { facts, patients } = merged('--source', `General=${file('urn.json', text)}`);
    expect(patients).toMatchObject([{ ref: '#0', linked: true }]);
    expect(facts.filter((f) => f.kind === 'observation')).toMatchObject([{ linked: true }]);
  });

  it('reads gzip, and says what followed the end of the JSON', () => {
    const zipped = file('general.json.gz', gzipSync(`${readFileSync(general, 'utf8')}}`));
    const { facts, problems } = merged('--source', `General=${zipped}`);
    expect(facts.some((f) => f.kind === 'observation')).toBe(true);
    expect(problems.map((p) => p.message)).toContain('1 byte after the end of the JSON: ignored');
  });

  it.each([
    ['a file that is not there', 'missing.json', null],
    ['an empty file', 'empty.json', ''],
    ['HTML', 'page.json', '<html></html>'],
    ['truncated JSON', 'cut.json', '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Pat'],
    ['JSON that is no FHIR', 'other.json', '{"hello":"world"}'],
    [
      'broken JSON inside an entry',
      'broken.json',
      '{"resourceType":"Bundle","entry":[{"resource":{"a" 1}}]}',
    ],
    ['broken JSON around the entries', 'frame.json', '{"resourceType":"Bundle" "x","entry":[]}'],
    ['a broken second line', 'lines.ndjson', `${JSON.stringify(patient('1'))}\n{"resourceType":`],
    ['a broken gzip file', 'bad.json.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ])('refuses %s in one line, with exit 2 and nothing written', (_what, name, content) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const out = join(folder, 'out.json');
    const run = cli('merge', '--source', `General=${path}`, '--out', out);
    expect(run.code).toBe(2);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.err).toContain(name);
    expect(existsSync(out)).toBe(false);
  });
});

describe('cli merge --map', () => {
  const local = weight('y', '9').replace('http://loinc.org', 'urn:oid:1.2.3.4').replace('29463-7', 'WT-1');
  const own = file('own-codes.json', bundle(JSON.stringify(patient('9')), local));
  const pair = (code: string) => ({ code, target: [{ code: '29463-7', equivalence: 'equivalent' }] });
  const map = (name: string, ...elements: object[]) => {
    const group = [{ source: 'urn:oid:1.2.3.4', target: 'http://loinc.org', element: elements }];
    return file(name, JSON.stringify({ resourceType: 'ConceptMap', group }));
  };
  const two = ['--source', `General=${general}`, '--source', `Own=${own}`];
  const weights = (...args: string[]) =>
    merged(...two, ...args).facts.filter((fact) => fact.kind === 'observation');

  it('reads local codes as the site’s maps do, the first that knows one', () => {
    expect(weights()).toHaveLength(2);
    const maps = ['--map', map('other.json', pair('HT-1')), '--map', map('weights.json', pair('WT-1'))];
    expect(weights(...maps)).toHaveLength(1);
  });

  it('refuses what is no map, and writes nothing', () => {
    const run = cli('merge', ...two, '--map', general);
    expect(run).toEqual({ code: 2, out: '', err: `--map ${general}: This is not a FHIR ConceptMap.\n` });
    expect(cli('merge', ...two, '--map', map('empty.json')).err).toContain('no pair of codes');
    expect(cli('merge', ...two, '--map', join(folder, 'none.json')).code).toBe(2);
  });
});

describe('cli match', () => {
  it('answers a line of JSON for each pair', () => {
    const { identifier: _, ...stranger } = {
      ...patient('2'),
      name: [{ family: 'Ito' }],
      birthDate: '1999-09-09',
    };
    const pairs = file(
      'pairs.ndjson',
      `${JSON.stringify({ a: patient('1'), b: patient('9') })}\n${JSON.stringify({ a: patient('1'), b: stranger })}\n`,
    );
    const run = cli('match', '--pairs', pairs);
    expect(run.err).toBe('');
    const lines = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string });
    expect(lines.map((line) => line.outcome)).toEqual(['certain', 'unlikely']);
  });

  it('compares two files', () => {
    const [a, b] = [
      file('a.json', JSON.stringify(patient('1'))),
      file('b.json', JSON.stringify(patient('2'))),
    ];
    expect(JSON.parse(cli('match', a, b).out)).toMatchObject({ outcome: 'certain' });
  });
});

describe('merge with decisions', () => {
  /** As the app writes it, by the names that the sources have here. */
  const split = (second: string, reason = 'two scales') => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        fullUrl: 'urn:uuid:1',
        resource: {
          resourceType: 'Basic',
          code: { coding: [{ system: 'urn:throughline:decision', code: 'split' }] },
          extension: ['General|Observation/w', second].map((value) => ({
            url: 'urn:throughline:split',
            extension: [
              { url: 'record', valueReference: { identifier: { system: 'urn:throughline:record', value } } },
            ],
          })),
        },
      },
      {
        resource: {
          resourceType: 'Provenance',
          target: [{ reference: 'urn:uuid:1' }],
          recorded: '2026-03-04T05:06:07Z',
          reason: [{ text: reason }],
          agent: [{ who: { display: 'Dr Byron' } }],
        },
      },
    ],
  });
  const weights = (output: Output) => output.facts.filter(({ kind }) => kind === 'observation').length;
  const decisions = (name: string, content: object) => ['--decisions', file(name, JSON.stringify(content))];

  it('splits what the rules join', () => {
    expect(weights(merged(...sources))).toBe(1);
    const output = merged(...sources, ...decisions('d.json', split('Clinic|Observation/x')));
    expect(weights(output)).toBe(2);
    expect(output.problems).toEqual([]);
  });

  it('says of a decision whose records are not here that it waits', () => {
    const output = merged(...sources, ...decisions('e.json', split('Clinic|Observation/gone')));
    expect(weights(output)).toBe(1);
    expect(output.problems).toMatchObject([{ kind: 'evidence-changed' }]);
  });

  it('refuses a file with a mistake, in words', () => {
    const run = cli('merge', ...sources, ...decisions('f.json', split('Clinic|Observation/x', ' ')));
    expect(run.code).toBe(2);
    expect(run.err).toContain('f.json: entry 2: the Provenance gives no reason');
    expect(run.out).toBe('');
  });
});
