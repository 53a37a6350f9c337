/** The forms in which files of FHIR come, and what is made of each. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeCommand } from './merge.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Output {
  readonly facts: readonly {
    readonly title: string;
    readonly kind: string;
    readonly value?: string;
    readonly retracted: boolean;
    readonly members: readonly { readonly ref: string }[];
  }[];
  readonly problems: readonly {
    readonly ref: string | null;
    readonly kind: string;
    readonly message: string;
  }[];
  readonly ledger: readonly { readonly type: string; readonly received: number; readonly problems: number }[];
}

let count = 0;
async function merged(content: string | Buffer): Promise<Output> {
  const path = join(folder, `in-${count++}`);
  writeFileSync(path, content);
  const out = `${path}.out`;
  await mergeCommand({ sources: [`General=${path}`], link: 'auto', maps: [], out });
  return JSON.parse(readFileSync(out, 'utf8')) as Output;
}
const refs = ({ facts }: Output): readonly string[] =>
  facts.flatMap(({ members }) => members.map(({ ref }) => ref)).sort();

const patient = { resourceType: 'Patient', id: 'p', name: [{ text: 'Ida Börg "the {first}" \\ ]' }] };
const note = (id: string, text: string, meta?: object) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  ...(meta === undefined ? {} : { meta }),
  subject: { reference: 'Patient/p' },
  code: { text: 'Note' },
  valueString: text,
});
const both = [patient, note('n', 'a\nb')];
const text = (value: unknown): string => JSON.stringify(value);
const bundle = (entry: readonly unknown[], type = 'collection') => ({ resourceType: 'Bundle', type, entry });
const wrapped = both.map((resource) => ({ resource }));

describe('forms of files', () => {
  it.each<[string, string | Buffer]>([
    ['a Bundle in one line', text(bundle(wrapped))],
    ['a Bundle over many lines', JSON.stringify(bundle(wrapped), null, 2)],
    [
      'a Bundle that names its type at the end',
      text({ entry: wrapped, type: 'searchset', resourceType: 'Bundle' }),
    ],
    ['an array', text(both)],
    ['an array of entries', text(wrapped)],
    ['an array of Bundles', text([bundle([wrapped[0]]), bundle([wrapped[1]])])],
    ['NDJSON', both.map(text).join('\n')],
    [
      'NDJSON with a byte order mark, CRLF and blank lines',
      `\ufeff${both.map(text).join('\r\n\r\n')}\r\n\r\n`,
    ],
    ['NDJSON of Bundles', wrapped.map((entry) => text(bundle([entry]))).join('\n')],
    ['objects one after the other', both.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    ['lines that wrap their resource', both.map((resource) => text({ file: 'x', resource })).join('\n')],
    ['a Bundle of Bundles', text(bundle([{ resource: bundle(wrapped) }], 'batch-response'))],
    [
      'a transaction',
      text(
        bundle(
          wrapped.map((one) => ({ ...one, request: { method: 'POST', url: 'x' } })),
          'transaction',
        ),
      ),
    ],
    ['gzip', gzipSync(text(bundle(wrapped)))],
  ])('%s', async (_what, content) => {
    const read = await merged(content);
    expect(refs(read)).toEqual(['Observation/n', 'Patient/p']);
    expect(read.problems).toEqual([]);
    expect(read.facts.map(({ title }) => title)).toContain(patient.name[0]?.text);
  });

  it('larger than what is read at a time, with letters across the seams', async () => {
    const long = 'ä€😀'.repeat(60_000);
    const many = Array.from({ length: 40 }, (_, i) => ({
      resource: note(`n${i}`, `${i}${long.slice(0, 12_000 + i)}`),
    }));
    const read = await merged(
      text(bundle([{ resource: patient }, ...many, { resource: note('long', long) }])),
    );
    expect(read.facts).toHaveLength(42);
    expect(read.facts.find(({ members }) => members[0]?.ref === 'Observation/long')?.value).toBe(long);
    expect(JSON.stringify(read)).not.toContain('\ufffd');
  });

  it('with nothing in them', async () => {
    for (const empty of [bundle([]), { resourceType: 'Bundle', type: 'searchset', total: 0 }])
      expect(await merged(text(empty))).toMatchObject({ facts: [], problems: [], ledger: [] });
    expect((await merged('[]')).facts).toEqual([]);
  });

  it('a List has entries of its own, and is no Bundle', async () => {
    const list = {
      resourceType: 'List',
      id: 'l',
      title: 'Problems',
      entry: [{ item: { reference: 'Condition/1' } }],
    };
    expect(refs(await merged(text(list)))).toEqual(['List/l']);
  });
});

describe('what a server says beside its records', () => {
  const del = (url: string, response: object = {}) => ({ request: { method: 'DELETE', url }, response });

  it('the same record word for word is said once', async () => {
    const read = await merged(text([...both, ...both]));
    expect(refs(read)).toEqual(['Observation/n', 'Patient/p']);
    expect(read.ledger).toMatchObject([{ received: 2 }, { received: 2 }]);
    expect(read.problems).toEqual([]);
  });

  it('of two versions the newer one counts, by what stands beside it where it does not say so itself', async () => {
    const entry = (value: string, etag: string) => ({ resource: note('n', value), response: { etag } });
    for (const entries of [
      [entry('old', 'W/"1"'), entry('new', 'W/"2"')],
      [entry('new', 'W/"2"'), entry('old', 'W/"1"')],
    ]) {
      const read = await merged(text(bundle([{ resource: patient }, ...entries], 'history')));
      expect(read.facts.find(({ kind }) => kind === 'observation')?.value).toBe('new');
      expect(read.problems).toMatchObject([{ kind: 'older-version', ref: 'Observation/n' }]);
    }
  });

  it('a deleted record is kept and retracted', async () => {
    const read = await merged(text(bundle([del('Observation/n'), ...wrapped], 'history')));
    expect(read.facts.find(({ kind }) => kind === 'observation')).toMatchObject({ retracted: true });
    expect(read.problems).toMatchObject([{ ref: 'Observation/n', message: 'was deleted at its source' }]);
  });

  it('one that was made again after it was deleted is there', async () => {
    const again = note('n', 'again', { versionId: '3' });
    const gone = del('http://x.example/fhir/Observation/n/_history/2', { etag: 'W/"2"' });
    const read = await merged(text(bundle([{ resource: patient }, { resource: again }, gone], 'history')));
    expect(read.facts.find(({ kind }) => kind === 'observation')).toMatchObject({ retracted: false });
  });

  it('outcomes of a batch are problem rows', async () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [] };
    const read = await merged(
      text(bundle([...wrapped, { response: { status: '404', outcome } }], 'batch-response')),
    );
    expect(read.problems).toMatchObject([{ kind: 'server-said', ref: '#2' }]);
  });

  it('entries without a resource are said', async () => {
    const read = await merged(text(bundle([null, 5, [], {}, ...wrapped])));
    expect(read.problems.map(({ message }) => message)).toEqual(
      [0, 1, 2, 3].map((n) => `entry #${n} holds no resource`),
    );
  });
});

describe('files that are refused', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['cut inside an entry', text(bundle(wrapped)).slice(0, -20), /too early/],
    ['cut after an entry', '{"resourceType":"Bundle","entry":[{}', /too early/],
    ['cut inside a list', '[{"resourceType":"Patient"},{"resource', /too early/],
    ['cut inside a string', '{"resourceType":"Patient","id":"a', /too early/],
    ['no comma between entries', '{"resourceType":"Bundle","entry":[{} {}]}', /after entry 1 comes/],
    ['a bracket that closes nothing', '{"resourceType":"Bundle",]}', /not valid JSON/],
    ['entries that are no list', '{"resourceType":"Bundle","entry":{}}', /not an array/],
    ['entries twice', '{"resourceType":"Bundle","entry":[],"entry":[]}', /twice/],
    ['a value that is none', '[nul]', /not valid JSON/],
    ['a number', '5', /not JSON/],
    ['gzip that breaks off', gzipSync(text(bundle(wrapped))).subarray(0, 60), /gzip|too early/],
    ['white space', ' \n ', /empty/],
  ])('%s', async (_what, content, said) => {
    await expect(merged(content)).rejects.toThrow(said);
  });
});
