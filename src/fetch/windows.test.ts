import { describe, expect, it } from 'vitest';
import { loadFrom, startForTest } from './testing/harness.ts';
import { type Fault, type Habits, type TestResource, type TestServer } from './testing/server.ts';

/** Windows are for servers whose links hide their places; the others are in places.test.ts. */
const start = (
  resources: readonly TestResource[],
  habits: Partial<Habits> = {},
  fault?: Fault,
): Promise<TestServer> =>
  startForTest({
    resources,
    habits: { opaqueNext: true, ...habits },
    ...(fault ? { fault } : {}),
  });

const DAY = 86_400_000;
const at = (time: number, n: number): TestResource => ({
  resourceType: 'Observation',
  id: `o${n}`,
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: new Date(time).toISOString(),
});
const NOW = Date.UTC(2024, 0, 1);
const many = (count: number, time: (n: number) => number) =>
  Array.from({ length: count }, (_, n) => at(time(n), n));

/** How records lie in time. */
const SHAPES: Readonly<Record<string, readonly TestResource[]>> = {
  'spread over ten years': many(6_000, (n) => NOW - n * 0.6 * DAY),
  'nearly all in two nights': many(6_000, (n) =>
    n < 300 ? NOW - n * 10 * DAY : NOW - (n % 2 ? 400 : 2_000) * DAY - n * 5_000,
  ),
  'all at one moment but for a few': many(3_000, (n) => (n < 20 ? NOW - n * DAY : NOW - 50 * DAY)),
  'with many that have no date': many(4_000, (n) => NOW - n * DAY).map((r, n) => {
    const { effectiveDateTime, ...undated } = r;
    return n % 5 === 0 ? undated : { ...undated, effectiveDateTime };
  }),
  'by days, hundreds a day': many(4_000, (n) => NOW - Math.floor(n / 300) * DAY).map((r) => ({
    ...r,
    effectiveDateTime: String(r['effectiveDateTime']).slice(0, 10),
  })),
  'of a few over one page': many(150, (n) => NOW - n * DAY),
};

/** As they lie in a server that does not sort: 7,919 is prime to their number, so each place comes once. */
const scrambled = (resources: readonly TestResource[]): TestResource[] =>
  resources.flatMap((_, n) => resources[(n * 7_919) % resources.length] ?? []);

async function loadAll(server: TestServer, resources: readonly TestResource[]) {
  const { sink, line } = await loadFrom(server, { types: ['Observation'] });
  const refs = sink.refs();
  expect(new Set(refs).size, 'none twice').toBe(refs.length);
  expect(refs.length).toBe(resources.length);
  expect(line('Observation').state).toMatchObject({ kind: 'complete', received: resources.length });
  return server.log.filter((asked) => asked.path === 'Observation');
}

describe('everything arrives once, however the records lie in time', () => {
  it.each(Object.entries(SHAPES))('%s', async (_shape, resources) => {
    await loadAll(await start(resources), resources);
  });

  const spread = SHAPES['spread over ten years'] ?? [];
  it.each<[string, Partial<Habits>]>([
    ['caps its pages at 100', { countCap: 100 }],
    ['takes no POST', { posts: false }],
    ['does not sort', { sorts: false }],
    ['does not sort, in pages of 100', { sorts: false, countCap: 100 }],
    [
      'does not sort, takes no POST and estimates',
      { sorts: false, countCap: 100, posts: false, total: 'counting-only' },
    ],
    ['gives no totals at all', { total: 'none' }],
    ['gives the page’s size as total', { total: 'page' }],
    ['refuses to sort', { rejects: ['_sort'] }],
    ['knows no dates', { rejects: ['date'] }],
    ['refuses large pages', { overCap: 'refuse', countCap: 200 }],
    ['counts too few', { miscounts: -7 }],
    ['counts too many', { miscounts: 7 }],
    ['writes relative links', { relativeNext: true }],
    ['estimates its totals', { total: 'estimate' }],
    ['ends its offsets at a thousand', { countCap: 100, maxOffset: 1_000 }],
    ['ignores dates', { ignores: ['date'] }],
    ['ignores dates, sort and page size', { ignores: ['date', '_sort', '_count'], pageSize: 300 }],
  ])('from a server that %s', async (_what, habits) => {
    // Small pages of a server without order are many requests: fewer records show the same.
    const some = habits.sorts === false && habits.countCap ? spread.filter((_, n) => n % 3 === 0) : spread;
    await loadAll(await start(habits.sorts === false ? scrambled(some) : some, habits), some);
  });
});

describe('what it costs', () => {
  const spread = SHAPES['spread over ten years'] ?? [];

  it('six thousand records take a tenth of the requests that pages would, most of them beside each other', async () => {
    const server = await start(spread, {}, (_asked, response, honest) => {
      setTimeout(() => response.writeHead(200).end(honest()), 20);
      return true;
    });
    const asked = await loadAll(server, spread);
    expect(asked.length).toBeLessThan(25);
    expect(asked.filter(({ params }) => params.has('_page'))).toEqual([]);
    expect(server.highest).toBeGreaterThan(3);
  });

  it('windows of a life begin with the birth, where no order tells; what is older is asked for once', async () => {
    const patient = { resourceType: 'Patient', id: 'p1', birthDate: '2012-05-01' };
    const some = spread.filter((_, n) => n % 3 === 0);
    const server = await start([patient, ...scrambled(some)], { sorts: false, countCap: 100 });
    const { sink } = await loadFrom(server, { types: ['Patient', 'Observation'] });
    expect(sink.refs().length).toBe(some.length + 1);
    const ranges = server.log
      .flatMap(({ params }) => [params.getAll('date')])
      .filter((each) => each.length > 0);
    expect(ranges.length).toBeGreaterThan(10);
    const begins = ranges.flatMap((each) => each.filter((range) => range.startsWith('ge')));
    expect(begins.filter((range) => range < 'ge2011-05')).toEqual([]);
    const open = ranges.filter((each) => each.every((range) => range.startsWith('lt')));
    expect(new Set(open.map(String))).toEqual(new Set(['lt2011-05-02T00:00:00Z']));
  });

  it('a server that ignores dates is soon asked page by page', async () => {
    const server = await start(spread, { ignores: ['date'] });
    const asked = await loadAll(server, spread);
    expect(asked.filter(({ params }) => params.has('date')).length).toBeLessThan(14);
    expect(asked.length).toBeLessThan(40);
  });

  it('says all along about how many there are', async () => {
    const server = await start(spread);
    const { sink } = await loadFrom(server, { types: ['Observation'] });
    const abouts = sink.lines.flatMap(({ type, state }) =>
      type === 'Observation' && state.kind === 'loading' && state.received > 0 ? [state.about] : [],
    );
    expect(new Set(abouts)).toEqual(new Set([spread.length]));
  });

  it('every search of a type travels by one URL', async () => {
    const server = await start(spread);
    const asked = await loadAll(server, spread);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['POST']));
  });

  it('a record of one page is one search and its count', async () => {
    const few = many(40, (n) => NOW - n * DAY);
    expect((await loadAll(await start(few), few)).length).toBe(2);
  });
});

describe('a window that fails', () => {
  const spread = SHAPES['spread over ten years'] ?? [];
  const isWindow = (params: URLSearchParams) => params.getAll('date').length > 0;

  it('leaves the type partial, and says from when', async () => {
    let n = 0;
    const server = await start(spread, {}, (asked, response) => {
      const isIt = isWindow(asked.params) && n++ % 4 === 2;
      if (isIt) response.writeHead(500).end();
      return isIt;
    });
    const { sink, line } = await loadFrom(server, { types: ['Observation'] });
    const { state } = line('Observation');
    if (sink.refs().length === spread.length) expect(state.kind).toBe('complete');
    else
      expect(state).toMatchObject({
        kind: 'partial',
        why: { kind: 'server-error' },
        missingBefore: expect.any(Number),
      });
  });

  it.each([
    ['only what was not read is asked for, and the whole is proven again', false],
    ['where the proof fails, the whole is read again and nothing counted twice', true],
  ])('for good, and mended later: %s', async (_what, unproven) => {
    let broken = true;
    const year = String(new Date(NOW - 4 * 365 * DAY).getUTCFullYear());
    const server = await start(spread, {}, (asked, response) => {
      const ofYear = asked.params.getAll('date').some((range) => range.startsWith(`ge${year}`));
      if (broken && ofYear) response.writeHead(500).end();
      const isCount = !broken && unproven && asked.params.get('_summary') === 'count';
      if (isCount) response.writeHead(200).end('{"resourceType":"Bundle","total":6007}');
      return (broken && ofYear) || isCount;
    });
    const first = await loadFrom(server, { types: ['Observation'] });
    expect(first.line('Observation').state).toMatchObject({ kind: 'partial', why: { kind: 'server-error' } });
    const missing = spread.length - first.sink.refs().length;
    expect(missing).toBeGreaterThan(0);
    broken = false;
    server.log.length = 0;
    const { resume } = first.end;
    const second = await loadFrom(server, { types: ['Observation'], resume });
    const all = new Set([...first.sink.refs(), ...second.sink.refs()]);
    expect(all.size).toBe(spread.length);
    const { state } = second.line('Observation');
    expect(state).toMatchObject({ received: spread.length });
    if (unproven) return;
    expect(state.kind).toBe('complete');
    expect(second.sink.refs().length).toBeLessThan(2 * missing);
    expect(server.log.filter((asked) => asked.path === 'Observation').length).toBeLessThan(10);
  });

  it('by always refusing: the whole is read page by page', async () => {
    const server = await start(spread, {}, (asked, response) => {
      if (isWindow(asked.params)) response.writeHead(400).end();
      return isWindow(asked.params);
    });
    await loadAll(server, spread);
  });

  it('by silently leaving out records: the count gives it away, and the whole is read page by page', async () => {
    const server = await start(spread, {}, (asked, response, honest) => {
      if (!isWindow(asked.params)) return false;
      const page = JSON.parse(honest()) as { entry: unknown[]; total: number };
      page.total -= page.entry.splice(0, 2).length;
      response.writeHead(200).end(JSON.stringify(page));
      return true;
    });
    await loadAll(server, spread);
  });
});
