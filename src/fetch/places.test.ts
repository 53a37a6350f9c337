import { describe, expect, it } from 'vitest';
import { placeIn } from './habits/next-link.ts';
import { loadFrom, startForTest } from './testing/harness.ts';
import { outcome, type Fault, type Habits, type TestResource, type TestServer } from './testing/server.ts';

const start = (
  resources: readonly TestResource[],
  habits: Partial<Habits> = {},
  fault?: Fault,
): Promise<TestServer> => startForTest({ resources, habits, ...(fault ? { fault } : {}) });

const NOW = Date.UTC(2024, 0, 1);
const many = (count: number): TestResource[] =>
  Array.from({ length: count }, (_, n) => ({
    resourceType: 'Observation',
    id: `o${n}`,
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: new Date(NOW - n * 50_000_000).toISOString(),
  }));

async function loadAll(server: TestServer, resources: readonly TestResource[]) {
  const { sink, line } = await loadFrom(server, { types: ['Observation'] });
  const refs = sink.refs();
  expect(new Set(refs).size, 'none twice').toBe(refs.length);
  expect(new Set(refs)).toEqual(new Set(resources.map(({ id }) => `Observation/${id ?? ''}`)));
  expect(line('Observation').state).toMatchObject({ kind: 'complete', received: resources.length });
  const searches = server.log.filter(({ path, params }) => path === 'Observation' && !params.has('_summary'));
  return { searches, placed: searches.filter(({ params }) => params.has('_offset')) };
}

describe('where the links name their places', () => {
  it('all the rest is asked for beside each other, with not one request too many', async () => {
    const all = many(6_000);
    const server = await start(all, {}, (_asked, response, honest) => {
      setTimeout(() => response.writeHead(200).end(honest()), 20);
      return true;
    });
    const { searches } = await loadAll(server, all);
    expect(searches.map(({ params }) => params.get('_offset'))).toEqual([
      null,
      '100',
      '1100',
      '2100',
      '3100',
      '4100',
      '5100',
    ]);
    expect(new Set(searches.map(({ method }) => method))).toEqual(new Set(['POST']));
    expect(server.highest).toBeGreaterThan(3);
  });

  it('a server that sends fewer than it is asked for is asked for the rest in pages of its size', async () => {
    const all = many(2_050);
    const { searches, placed } = await loadAll(await start(all, { countCap: 200 }), all);
    expect(searches.length).toBe(1 + Math.ceil(1_000 / 200) + Math.ceil(950 / 200));
    expect(new Set(placed.map(({ method }) => method))).toEqual(new Set(['POST']));
  });

  it.each<[string, Partial<Habits>]>([
    ['takes no POST', { posts: false }],
    ['writes relative links', { relativeNext: true }],
    ['ends its offsets at a thousand', { maxOffset: 1_000 }],
    ['ends its offsets at a thousand, in pages of 100', { maxOffset: 1_000, countCap: 100 }],
    ['refuses large pages', { overCap: 'refuse', countCap: 200 }],
    ['does not sort', { sorts: false }],
    ['estimates its totals', { total: 'estimate' }],
    ['gives the page’s size as total', { total: 'page' }],
    ['gives no totals at all', { total: 'none' }],
    ['drops the place without a word', { ignores: ['_offset'] }],
    ['brings no provenance along', { revinclude: false }],
    ['points beyond its last page', { phantomNext: true }],
  ])('everything arrives once from a server that %s', async (_what, habits) => {
    const all = habits.ignores ? many(90) : many(2_400);
    await loadAll(await start(all, habits), all);
  });

  const placed = (asked: Parameters<Fault>[0]) => asked.params.has('_offset') && asked.method === 'POST';
  const edited =
    (edit: (page: { entry: unknown[]; total: number }) => void): Fault =>
    (asked, response, honest) => {
      if (!placed(asked)) return false;
      const page = JSON.parse(honest()) as { entry: unknown[]; total: number };
      edit(page);
      response.writeHead(200).end(JSON.stringify(page));
      return true;
    };

  it.each<[string, Fault]>([
    ['leaves out records, and still counts them', edited(({ entry }) => void entry.splice(0, 2))],
    ['counts others than it did before', edited((page) => void (page.total -= 1))],
    ['repeats a record', edited(({ entry }) => void entry.splice(0, 1, entry[1]))],
    ['sends nothing', edited(({ entry }) => void entry.splice(0))],
  ])('a place that %s proves nothing, and there are other ways', async (_what, fault) => {
    const all = many(2_400);
    await loadAll(await start(all, {}, fault), all);
  });

  it('a place that fails for good leaves the type partial, from where the first page ended, to go on from there', async () => {
    const all = many(2_400);
    let broken = true;
    const server = await start(all, {}, (asked, response) => {
      const isIt = broken && placed(asked) && asked.params.get('_offset') === '1100';
      if (isIt) response.writeHead(500).end();
      return isIt;
    });
    const first = await loadFrom(server, { types: ['Observation'] });
    expect(first.line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 1_400,
      why: { kind: 'server-error' },
      missingBefore: NOW - 99 * 50_000_000,
    });
    broken = false;
    const { resume } = first.end;
    const second = await loadFrom(server, { types: ['Observation'], resume });
    expect(second.line('Observation').state).toMatchObject({ kind: 'complete', received: 2_400 });
    expect(new Set([...first.sink.refs(), ...second.sink.refs()]).size).toBe(2_400);
    expect(second.sink.refs()).not.toContain('Observation/o7');
  });

  it('what a place or the first page withholds is told, though the count agrees', async () => {
    for (const offset of [null, '1100']) {
      const all = many(2_400);
      const server = await start(all, {}, (asked, response, honest) => {
        if (asked.path !== 'Observation' || asked.params.has('_summary')) return false;
        if (asked.params.get('_offset') !== offset) return false;
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.push({ resource: outcome('warning', 'suppressed', 'not all is shown') });
        response.writeHead(200).end(JSON.stringify(page));
        return true;
      });
      const { line } = await loadFrom(server, { types: ['Observation'] });
      expect(line('Observation').state).toMatchObject({ kind: 'partial', why: { kind: 'forbidden' } });
    }
  });
});

describe('the place in a link', () => {
  const params = [
    ['patient', 'p1'],
    ['_revinclude', 'Provenance:target'],
  ] as const;
  it.each([
    ['https://a.example/Observation?patient=p1&_sort=-date&_count=100&_offset=100', '_offset'],
    ['?patient=p1&_revinclude=Provenance%3Atarget&_count=100&_skip=100', '_skip'],
    ['?patient=p1&_offset=200', null],
    ['?patient=p2&_offset=100', null],
    ['?_offset=100', null],
    ['?patient=p1&_offset=100&_snapshot=7', null],
    ['?_getpages=a1b2&_getpagesoffset=100&_count=100', null],
    ['Observation', null],
  ])('of %s is %s', (link, name) => {
    expect(placeIn(link, params, 100)).toBe(name);
  });
});
