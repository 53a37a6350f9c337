import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './config.ts';
import { configurationProblemText } from './config-words.ts';
import { readLinedJson } from './json-lines.ts';

const GENERAL = {
  id: 'general',
  name: 'General Hospital',
  kind: 'ehr',
  iss: 'https://ehr.example.org/fhir',
  clientId: 'throughline',
  letter: 'G',
  colour: 0,
};
const fileWith = (...changes: Record<string, unknown>[]): string =>
  JSON.stringify({ organisations: changes.map((each) => ({ ...GENERAL, ...each })) }, null, 2);
const mistakes = (text: string): string[] => {
  const read = readConfiguration(text);
  return read.ok ? [] : read.error.map(configurationProblemText);
};

describe('readConfiguration', () => {
  it('reads a good file and fills in what may be left out', () => {
    const read = readConfiguration(fileWith({ note: 'asked for on Monday' }));
    expect(read).toMatchObject({
      ok: true,
      value: {
        organisations: [
          { ...GENERAL, scopes: null, open: false, launches: false, issuer: null, origins: [] },
        ],
        frameAncestors: [],
        idleMinutes: 15,
        staleMinutes: 60,
        audit: { endpoint: null },
        terminology: { server: null, conceptMaps: [] },
      },
    });
  });

  it.each(['public/config.json', 'docs/deploy/config.example.json'])(
    'takes the file that ships: %s',
    (path) => {
      expect(mistakes(readFileSync(path, 'utf8'))).toEqual([]);
    },
  );

  it('names the path and the line of a wrong value', () => {
    const text =
      '{\n  "organisations": [\n    {\n      "id": "general",\n      "name": "G",\n      "kind": "ehr",\n      "iss": "http://ehr.example.org/fhir",\n      "clientId": "c",\n      "letter": "G",\n      "colour": 0\n    }\n  ]\n}\n';
    expect(mistakes(text)).toEqual([
      'config.json line 7: organisations[0].iss must be a full web address that starts with https:// (http:// only for localhost)',
    ]);
  });

  it('names every mistake at once, and the line of the object that lacks something', () => {
    const text =
      '{\n "organisations": [\n  {"id": "A b"},\n  {"id": "x", "nmae": "X"}\n ],\n "idleMinutes": 0\n}';
    const found = mistakes(text);
    expect(found).toContain(
      'config.json line 3: organisations[0].id must be 1 to 40 small letters, digits and dashes, as in "general-hospital"',
    );
    expect(found).toContain('config.json line 3: organisations[0].name is missing');
    expect(found).toContain(
      'config.json line 4: organisations[1].nmae is not a setting of this app; is it mistyped?',
    );
    expect(found).toContain(
      'config.json line 6: idleMinutes must be a whole number of minutes from 1 to 240',
    );
  });

  it.each<[string, string]>([
    ['', 'config.json line 1: a value was expected, and here is the end of the file'],
    [
      '{\n "organisations": []\n "idleMinutes": 5\n}',
      'config.json line 2: a comma is missing at the end of this line',
    ],
    ['{\n "organisations": [],\n}', "config.json line 3: there is a comma before '}' with nothing after it"],
    ['{\n "organisations": [\n', 'config.json line 3: a value was expected, and here is the end of the file'],
    ['{\n "organisations": []\n', "config.json line 3: the '{' of line 1 is never closed"],
    [
      '{\n // servers\n "organisations": []}',
      'config.json line 2: comments are not allowed in JSON; use a "note" instead',
    ],
    [
      '{\n "organisations": [],\n "organisations": []}',
      'config.json line 3: "organisations" stands twice in the same object',
    ],
    [
      "{\n 'organisations': []}",
      "config.json line 2: a name in double quotes was expected, and here is ''organisations': []}'",
    ],
    [
      '{"organisations": [\n{"name": "General\nHospital"}]}',
      'config.json line 2: a text in double quotes is not closed on its line',
    ],
    ['<!doctype html>', "config.json line 1: a value was expected, and here is '<!doctype html>'"],
  ])('tells where JSON itself is wrong: %j', (text, mistake) => expect(mistakes(text)).toEqual([mistake]));

  it.each<[string, Record<string, unknown>[], string]>([
    [
      'two of one id',
      [{}, { iss: 'https://b.example.org', letter: 'B' }],
      '"general" is taken by another organisation',
    ],
    ['two of one address', [{}, { id: 'b', letter: 'B' }], '"general" has this address already'],
    [
      'two of one mark',
      [{}, { id: 'b', iss: 'https://b.example.org' }],
      'another organisation has this letter in this colour',
    ],
    ['no client id', [{ clientId: null }], 'is missing: the organisation gives it'],
    ['an open server that launches', [{ open: true, launches: true }], 'cannot be true where "open" is'],
    [
      'an open server that keeps',
      [{ open: true, keepsDecisions: true }],
      'nothing is written without a sign-in',
    ],
    [
      'a place for decisions that are not kept',
      [{ decisionsEndpoint: 'https://state.example.org/x' }],
      'is not used unless "keepsDecisions" is true',
    ],
    [
      'decisions kept at another organisation',
      [
        { keepsDecisions: true, decisionsEndpoint: 'https://b.example.org/fhir/state' },
        { id: 'b', iss: 'https://b.example.org/fhir', letter: 'B' },
      ],
      'is on the server of "b"',
    ],
    ['a slash at the end', [{ iss: 'https://b.example.org/' }], 'must not end with a slash'],
    ['capitals in the host', [{ iss: 'https://B.example.org' }], 'must be written plainly'],
    ['a default port', [{ iss: 'https://b.example.org:443/x' }], 'must be written plainly'],
    ['user-info', [{ iss: 'https://a@b.example.org' }], 'must be a full web address'],
    ['a script as logo', [{ logo: 'javascript:alert(1)' }], 'must be a path of this site'],
    ['a logo from elsewhere', [{ logo: '//evil.example/x.svg' }], 'must be a path of this site'],
    ['an origin with a path', [{ origins: ['https://login.example.org/x'] }], 'must be scheme and host only'],
    ['a text for a number', [{ colour: '1' }], 'must be a number, not a text'],
    ['a text for true', [{ open: 'true' }], 'must be true or false, not a text'],
    ['an unknown kind', [{ kind: 'hospital' }], 'must be one of "ehr", "clinic"'],
    ['a direction override in a name', [{ name: 'General \u202elatipsoH' }], 'has an invisible character'],
  ])('refuses %s', (_what, organisations, words) => {
    const found = mistakes(fileWith(...organisations));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
    expect(found[0]).toMatch(/^config\.json line \d+: organisations\[\d\]\./);
  });

  it('does not let a key named __proto__ change anything', () => {
    expect(mistakes('{"organisations": [], "__proto__": {"idleMinutes": 1}}')).toEqual([
      'config.json line 1: __proto__ is not a setting of this app; is it mistyped?',
    ]);
    expect(Reflect.get({}, 'idleMinutes')).toBeUndefined();
  });
});

describe('what a site reads of an organisation', () => {
  const organisation = (change: object) => {
    const read = readConfiguration(fileWith({ ...change }));
    if (!read.ok) throw new Error(read.error.map(configurationProblemText).join());
    return read.value.organisations[0];
  };

  it('keeps the types, those on demand and the means for an emergency as they are written', () => {
    const written = {
      types: ['Patient', 'Condition', 'Observation'],
      onDemand: ['Observation'],
      breakGlass: { scope: 'launch/emergency', parameters: 'purpose_of_use=BTG' },
    };
    expect(organisation(written)).toMatchObject(written);
    // A read of everything on demand names no types.
    expect(organisation({ onDemand: ['Encounter'] })).toMatchObject({ onDemand: ['Encounter'] });
    expect(organisation({ breakGlass: { scope: 'launch/emergency' } })).toMatchObject({
      breakGlass: { scope: 'launch/emergency', parameters: '' },
    });
  });

  it('leaves out what the file leaves out, which means everything and at once', () => {
    for (const field of ['types', 'onDemand', 'breakGlass'])
      expect(organisation({})).not.toHaveProperty(field);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a type that is not read', { types: ['Patient', 'Basic'] }, 'types[1] is no type that this app reads'],
    ['a mistyped type', { types: ['Observations'] }, 'types[0] is no type that this app reads'],
    ['one type where a list is expected', { types: 'Patient' }, 'types must be a list in [ ], not a text'],
    ['who it is on demand', { onDemand: ['Patient'] }, 'onDemand[0] decides what may be shown'],
    ['what was refused on demand', { onDemand: ['Consent'] }, 'onDemand[0] decides what may be shown'],
    [
      'on demand what is never read',
      { types: ['Patient'], onDemand: ['Encounter'] },
      'onDemand[0] is not among the types that are read here',
    ],
    [
      'several scopes for an emergency',
      { breakGlass: { scope: 'a b' } },
      'breakGlass.scope must be one scope',
    ],
    ['an emergency without a scope', { breakGlass: {} }, 'breakGlass.scope is missing'],
    [
      'an emergency that says who is meant',
      { breakGlass: { scope: 'a', parameters: 'x=1&aud=https://evil.example' } },
      'breakGlass.parameters must be parameters that the sign-in does not set itself',
    ],
    [
      'a setting of an emergency that there is none of',
      { breakGlass: { scope: 'a', reason: 'x' } },
      'breakGlass.reason is not a setting of this app',
    ],
  ])('refuses %s', (_what, change, words) => {
    const [found, ...others] = mistakes(fileWith(change));
    expect(others).toEqual([]);
    expect(found).toContain(`organisations[0].${words}`);
  });
});

describe('the policy for sensitive records', () => {
  const withPolicy = (policy: unknown): string => JSON.stringify({ organisations: [], policy });

  it('keeps what is written and nothing more', () => {
    const written = { classes: ['PSY'], revealMinutes: 5, note: 'as agreed' };
    const { note: _note, ...kept } = written;
    expect(readConfiguration(withPolicy(written))).toMatchObject({ ok: true, value: { policy: kept } });
    const none = readConfiguration('{"organisations": []}');
    expect(none.ok && 'policy' in none.value).toBe(false);
  });

  it.each([
    ['an exception without a role', { exceptions: [{ labels: ['PSY'], purposes: ['TREAT'] }] }],
    ['a reveal that lasts a day', { revealMinutes: 1440 }],
    ['a level that does not exist', { confidentialities: ['X'] }],
    ['a mistyped part', { clases: [] }],
  ])('refuses %s', (_what, policy) => expect(mistakes(withPolicy(policy))).toHaveLength(1));
});

describe('the site’s terminology', () => {
  const fileOf = (terminology: unknown): string => JSON.stringify({ organisations: [GENERAL], terminology });

  it('names a server, and maps of this site', () => {
    const conceptMaps = ['/maps/local-labs.json', '/maps/drugs.json'];
    const read = readConfiguration(fileOf({ server: 'https://tx.example.org/r4', conceptMaps }));
    const terminology = { server: 'https://tx.example.org/r4', conceptMaps };
    expect(read).toMatchObject({ ok: true, value: { terminology } });
  });

  it.each([
    [
      'a map of another site',
      'https://maps.example.org/labs.json',
      'must be a path of this site, as in "/maps/',
    ],
    ['a map of another host', '//maps.example.org/labs.json', 'must be a path of this site, as in "/maps/'],
    ['a map beside the page', 'maps/labs.json', 'must be a path of this site, as in "/maps/'],
    ['no path', 7, 'must be a text in double quotes, not the number 7'],
  ])('refuses %s', (_what, path, words) => {
    const [found, ...others] = mistakes(fileOf({ conceptMaps: ['/maps/a.json', path] }));
    expect(others).toEqual([]);
    expect(found).toContain('terminology.conceptMaps[1]');
    expect(found).toContain(words);
  });

  it('refuses one path where a list is expected', () => {
    const [found] = mistakes(fileOf({ conceptMaps: '/maps/a.json' }));
    expect(found).toContain('terminology.conceptMaps must be a list in [ ], not a text');
  });
});

describe('readLinedJson', () => {
  it('reads what JSON.parse reads, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(400), fc.constantFrom('', ',', '}', '"', '0', ' '), (text, at, spoil) => {
        const changed = text.slice(0, at) + spoil + text.slice(at);
        const read = readLinedJson(changed);
        let parsed: unknown;
        try {
          parsed = JSON.parse(changed);
        } catch {
          expect(read.ok).toBe(false);
          return;
        }
        // Names that stand twice are refused here and overwritten there.
        if (read.ok) expect(JSON.stringify(read.value.value)).toBe(JSON.stringify(parsed));
        else expect(read.error.message).toContain('twice');
      }),
    );
  });

  it('knows the line of every value', () => {
    const read = readLinedJson('{\n"a": [\n1,\n{"b": 2}\n],\n"c":\n3}');
    if (!read.ok) throw new Error(read.error.message);
    expect(
      [['a'], ['a', 0], ['a', 1, 'b'], ['c'], ['missing'], ['a', 7]].map((path) => read.value.lineOf(path)),
    ).toEqual([2, 3, 4, 6, 1, 2]);
  });
});
