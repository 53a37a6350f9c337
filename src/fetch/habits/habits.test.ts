/** What real servers do, each habit by what the server does and not by its name. */
import { describe, expect, it } from 'vitest';
import { loadFrom, openTo, signedIn, tokensOf, startForTest } from '../testing/harness.ts';
import { somePatient, SUPPORT_CAST } from '../testing/patient.ts';
import { type Habits, type ServerOptions, type TestServer } from '../testing/server.ts';

const resources = [...somePatient('p1', 45), ...somePatient('p2', 10), ...SUPPORT_CAST];
const start = (habits: Partial<Habits>, more: Partial<ServerOptions> = {}): Promise<TestServer> =>
  startForTest({ resources, habits, ...more });
const truth = resources
  .filter((r) => !JSON.stringify(r).includes('p2'))
  .map((r) => `${r.resourceType}/${r.id}`)
  .sort();

describe('everything arrives, and complete is said, from a server that', () => {
  it.each<[string, Partial<Habits>]>([
    ['pages small', { countCap: 7 }],
    ['writes relative next links', { relativeNext: true, countCap: 7 }],
    ['ends with a phantom page', { phantomNext: true, countCap: 9 }],
    ['sends an empty page in the middle', { countCap: 10, emptyPageBefore: 20 }],
    ['gives the size of the page as total', { total: 'page', countCap: 10 }],
    ['gives no total', { total: 'none', countCap: 10 }],
    ['does not sort', { sorts: false, countCap: 10 }],
    ['writes a bare + in its next links', { plusInNext: true, countCap: 10 }],
    ['sends a byte order mark', { bom: true }],
    ['calls JSON text/plain', { contentType: 'text/plain' }],
    ['answers an empty search with an OperationOutcome', { emptyIsOutcome: true }],
    ['writes no self link', { selfLink: false }],
    ['brings no provenance along', { revinclude: false }],
    ['refuses to sort', { rejects: ['_sort'] }],
    ['refuses every extra', { rejects: ['_sort', '_count', '_revinclude', '_include'] }],
    ['refuses a large page', { countCap: 50, overCap: 'refuse' }],
    ['wants a status', { needsStatus: ['Encounter', 'MedicationRequest', 'Immunization'] }],
    ['finds by subject only', { rejects: ['patient'] }],
    ['ignores every extra', { ignores: ['_sort', '_count', '_revinclude', '_include'] }],
    ['estimates its totals', { total: 'estimate', countCap: 10 }],
  ])('%s', async (_what, habits) => {
    const server = await start(habits);
    const { sink, end } = await loadFrom(server);
    const found = sink.refs().sort();
    const isRest = (ref: string) =>
      !(habits.rejects?.includes('patient') && /^(Provenance|Allergy|Immun)/.test(ref));
    expect(found.filter(isRest)).toEqual(truth.filter(isRest));
    expect(new Set(found).size).toBe(found.length);
    const open = end.ledger.filter((line) => line.state.kind !== 'complete' && isRest(line.type));
    expect(open.map((line) => [line.type, line.category, line.state])).toEqual([]);
    expect(sink.quarantined).toEqual([]);
  });
});

describe('what a habit costs until it is known', () => {
  it('a server that takes no search by POST is asked so only by those that were under way', async () => {
    const server = await start({ posts: false });
    const { sink } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth);
    expect(server.log.filter(({ method }) => method === 'POST').length).toBeLessThan(20);
  });

  it('a server that does not know some types takes searches by POST, as soon as one of them shows it', async () => {
    const server = await start(
      {},
      {
        fault: ({ path, method }, response, honest) => {
          if (method !== 'POST') return false;
          if (/^(?:Consent|AllergyIntolerance|Condition)$/.test(path)) response.writeHead(404).end();
          else setTimeout(() => response.writeHead(200).end(honest()), 40);
          return true;
        },
      },
    );
    const { sink } = await loadFrom(server);
    expect(sink.refs()).toContain(truth.find((ref) => ref.startsWith('Observation/')));
    const urls = server.log.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(urls.filter((path) => /Consent|Allergy|Condition/.test(path))).toEqual([]);
  });

  it('searches of a type wait for the first of it, so that a browser asks leave for them once', async () => {
    const more = Array.from({ length: 130 }, (_, n) => ({ resourceType: 'Practitioner', id: `dr-${n}` }));
    const seen = resources.map((r, n) =>
      r.resourceType === 'Observation' ? { ...r, performer: [{ reference: `Practitioner/dr-${n}` }] } : r,
    );
    const open = new Map<string, number>();
    const answered = new Set<string>();
    const early: string[] = [];
    const server = await start(
      { countCap: 10 },
      {
        resources: [...seen, ...more],
        fault: ({ path, method }, response, honest) => {
          if (method !== 'POST') return false;
          if (!answered.has(path) && (open.get(path) ?? 0) > 0) early.push(path);
          open.set(path, (open.get(path) ?? 0) + 1);
          setTimeout(() => {
            answered.add(path);
            response.writeHead(200).end(honest());
          }, 5);
          return true;
        },
      },
    );
    await loadFrom(server);
    expect(server.log.filter(({ path }) => path === 'Practitioner').length).toBeGreaterThan(1);
    expect(early).toEqual([]);
  });

  it('a server that says that it wants a category is not asked in other ways first', async () => {
    const server = await start({ needsCategory: ['Observation'] });
    await loadFrom(server, { types: ['Observation'] });
    const without = server.log.filter(
      ({ path, params }) =>
        path === 'Observation' && !params.has('category') && params.get('_sort') !== 'date',
    );
    expect(without.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});

describe('categories', () => {
  const codes = ['laboratory', 'vital-signs', 'social-history', 'survey'];

  it('a server that refuses observations without a category is asked for each, and the lines say so', async () => {
    const server = await start({ needsCategory: ['Observation'] });
    const { sink, line } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth);
    for (const code of codes) expect(line('Observation', code).state.kind).toBe('complete');
    expect(line('Observation')).toMatchObject({ state: { kind: 'not-asked', why: 'unsupported-by-server' } });
    expect(line('Observation').remarks.join()).toContain('only by category');
  });

  it.each(['exact', 'none'] as const)(
    'a silent part without a category is noticed (total: %s)',
    async (total) => {
      const server = await start({ plainOnly: ['vital-signs'], total });
      const { sink, line } = await loadFrom(server);
      expect(sink.refs().sort()).toEqual(truth);
      expect(line('Observation').remarks.join()).toContain('only a part');
      expect(line('Observation', 'laboratory').state).toMatchObject({ kind: 'complete', received: 12 });
    },
  );

  it('a server that counts is not asked for everything twice', async () => {
    const server = await start({});
    await loadFrom(server);
    const byCategory = server.log.filter(
      (asked) => asked.params.has('category') && !asked.params.has('_summary'),
    );
    expect(byCategory).toEqual([]);
  });

  it('a category that is refused once, beside a part without categories, is asked again', async () => {
    let refused = 0;
    const server = await start(
      { plainOnly: ['vital-signs'], total: 'none' },
      {
        fault: (asked, response) => {
          const isIt = asked.params.get('category') === 'survey' && refused++ === 0;
          if (isIt) response.writeHead(404).end();
          return isIt;
        },
      },
    );
    const { sink, line } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth);
    expect(line('Observation', 'survey').state.kind).toBe('complete');
  });

  it('one category that fails makes the type incomplete', async () => {
    const server = await start(
      { plainOnly: ['vital-signs'] },
      {
        fault: (asked, response) => {
          const isIt = asked.params.get('category') === 'survey';
          if (isIt) response.writeHead(500).end();
          return isIt;
        },
      },
    );
    const { line } = await loadFrom(server);
    expect(line('Observation', 'survey').state).toMatchObject({
      kind: 'failed',
      why: { kind: 'server-error' },
    });
    expect(line('Observation').state.kind).toBe('partial');
  });
});

describe('an empty answer is not always "none recorded"', () => {
  it('a type that the server neither lists nor knows was not asked', async () => {
    const server = await start({ serves: ['Patient', 'Observation'], lists: ['Patient', 'Observation'] });
    const { line } = await loadFrom(server);
    expect(line('Goal').state).toEqual({ kind: 'not-asked', why: 'unsupported-by-server' });
    expect(line('Observation').state.kind).toBe('complete');
  });

  it('a type that it lists and does not know has failed', async () => {
    const server = await start({
      serves: ['Patient', 'Observation'],
      lists: ['Patient', 'Observation', 'Goal'],
    });
    const { line } = await loadFrom(server);
    expect(line('Goal').state).toMatchObject({ kind: 'failed', why: { kind: 'not-found' } });
  });

  it('a type that it does not list and answers with nothing is not said to be complete', async () => {
    const server = await start({ lists: ['Patient', 'Observation'] });
    const { line } = await loadFrom(server);
    expect(line('Goal').state).toEqual({ kind: 'not-asked', why: 'unsupported-by-server' });
    expect(line('Condition').state, 'not listed, and yet it answers').toMatchObject({
      kind: 'complete',
      received: 5,
    });
  });

  it('without a scope for the type, nothing came because nobody may look', async () => {
    const server = await start({});
    const granted =
      'launch/patient patient/Observation.rs patient/Patient.r patient/Condition.rs?category=a|problem-list-item';
    const { access } = openTo(server, { signedIn: signedIn(server, { granted }) });
    const { line } = await loadFrom(server, { access });
    expect(line('Goal').state.kind).toBe('not-granted');
    expect(line('Observation').state.kind).toBe('complete');
    expect(line('Condition').state).toMatchObject({
      kind: 'partial',
      received: 5,
      why: { kind: 'forbidden' },
    });
  });
});

describe('errors that are no plain OperationOutcome', () => {
  it.each<[string, Habits['errors'], string]>([
    [
      'whose first issue is only information: the worst is told',
      'information-first',
      'the request is not understood',
    ],
    ['as a web page: the status is told', 'web-page', 'HTTP 404'],
    ['in a language of their own: the status is told, not the text', 'text', 'HTTP 404'],
  ])('%s', async (_what, errors, detail) => {
    const lists = ['Patient', 'Observation', 'Goal'];
    const server = await start({ errors, serves: ['Patient', 'Observation'], lists });
    const { line } = await loadFrom(server, { types: ['Patient', 'Goal', 'Task'] });
    expect(line('Goal').state).toMatchObject({ kind: 'failed', why: { kind: 'not-found', detail } });
    expect(line('Task').state, 'neither listed nor known').toEqual({
      kind: 'not-asked',
      why: 'unsupported-by-server',
    });
  });

  it.each<Habits['errors']>(['information-first', 'web-page', 'text'])(
    'to a search with an extra (%s): it is asked again with fewer',
    async (errors) => {
      const server = await start({ errors, rejects: ['_sort'] });
      const { line } = await loadFrom(server, { types: ['Encounter'] });
      expect(line('Encounter')).toMatchObject({
        state: { kind: 'complete', received: 4 },
        remarks: [expect.stringContaining('asked again without')],
      });
    },
  );
});

describe('a filter that is ignored', () => {
  it('is seen where no self link says so, by whose the records are', async () => {
    const crowd = Array.from({ length: 20 }, (_, n) => somePatient(`q${n}`, 2)).flat();
    const server = await startForTest({
      resources: [...crowd, ...resources],
      habits: { selfLink: false, ignores: ['patient'] },
    });
    const { sink, line } = await loadFrom(server, { types: ['Condition'] });
    expect(sink.quarantined).toEqual([]);
    expect(sink.refs().filter((ref) => !/-p1-/.test(ref))).toEqual([]);
    expect(line('Condition').state).toMatchObject({ kind: 'complete', received: 5 });
  });

  it('is no wrong patient: the next way is asked', async () => {
    const server = await start({ ignoresPatient: ['Condition'] });
    const { sink, line } = await loadFrom(server);
    expect(sink.quarantined).toEqual([]);
    expect(line('Condition')).toMatchObject({
      state: { kind: 'complete', received: 5 },
      remarks: expect.arrayContaining(['asked by subject']),
    });
  });
});

describe('provenance', () => {
  it('that comes along is not asked for again', async () => {
    const server = await start({});
    await loadFrom(server);
    expect(server.log.filter((asked) => asked.path === 'Provenance')).toEqual([]);
  });

  it('is asked by target where neither other way is answered', async () => {
    const server = await start(
      { revinclude: false },
      {
        fault: (asked, response) => {
          const isIt = asked.path === 'Provenance' && asked.params.has('patient');
          if (isIt) response.writeHead(400).end();
          return isIt;
        },
      },
    );
    const { line } = await loadFrom(server);
    expect(line('Provenance')).toMatchObject({
      state: { kind: 'complete', received: 3 },
      remarks: ['asked by target'],
    });
  });

  it('whose scope is refused with the records: the records come without', async () => {
    const server = await start(
      {},
      {
        fault: (asked, response) => {
          const isIt = asked.params.has('_revinclude');
          if (isIt) response.writeHead(403).end();
          return isIt || (asked.path === 'Provenance' && (response.writeHead(403).end(), true));
        },
      },
    );
    const { line } = await loadFrom(server);
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 45 });
    expect(line('Provenance').state.kind).toBe('not-granted');
  });
});

describe('names', () => {
  it('are read one by one from a server that does not search by id', async () => {
    const server = await start({ rejects: ['_id'] });
    const { sink, line } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth);
    expect(line('support').state).toMatchObject({ kind: 'complete', received: 5 });
  });

  it('that are not on the server are said to be missing, and no more', async () => {
    const server = await startForTest({ resources: somePatient('p1', 5) });
    const { line } = await loadFrom(server);
    expect(line('support')).toMatchObject({ state: { kind: 'complete', received: 1 } });
    expect(line('support').remarks.join()).toContain('2 names');
  });
});

describe('tokens that live shortly', () => {
  it('are refreshed all through a load, one at a time, each used once', async () => {
    const server = await start({ countCap: 3 }, { auth: { lifetimeSeconds: 0.004, rotates: true } });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server, 0) }) });
    const { sink } = await loadFrom(server, { access });
    expect(sink.refs().sort()).toEqual(truth);
    expect(server.tokens.reused).toBe(0);
    expect(server.tokens.refreshes).toBeGreaterThan(3);
  });
});
