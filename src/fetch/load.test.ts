import { describe, expect, it } from 'vitest';
import { entryText } from './entry-text.ts';
import { loadFrom, openTo, QUICK, signedIn, tokensOf, startForTest } from './testing/harness.ts';
import { somePatient, SUPPORT_CAST } from './testing/patient.ts';
import { outcome, type Asked, type Fault, type ServerOptions, type TestServer } from './testing/server.ts';

const start = (options: Partial<ServerOptions> = {}): Promise<TestServer> =>
  startForTest({ resources: small(), ...options });

/** Its links are followed one by one: none of them tells where the others lie. */
const CHAINED = { habits: { opaqueNext: true } };

const small = () => [...somePatient('p1', 130), ...somePatient('p2', 10), ...SUPPORT_CAST];
const truth = (resources = small()) =>
  resources
    .filter((r) => !JSON.stringify(r).includes('p2'))
    .map((r) => `${r.resourceType}/${r.id}`)
    .sort();

/** The nth page (from 0) of observations is answered by the fault; all others honestly. */
const atObservation = (n: number, fault: (...args: Parameters<Fault>) => void, times = 1): Fault => {
  let count = 0;
  return (asked, response, honest) => {
    const isIt =
      asked.path === 'Observation' &&
      asked.params.get('_summary') === null &&
      asked.params.get('_sort') !== 'date' &&
      count++ >= n &&
      count <= n + times;
    if (isIt) fault(asked, response, honest);
    return isIt;
  };
};
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_asked: Asked, response: Parameters<Fault>[1]) =>
    void response.writeHead(code, headers).end();

describe('a load from a server without habits', () => {
  it('brings every record of the patient once, and says complete', async () => {
    const server = await start();
    const { sink, end, line } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth());
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
    expect(line('Goal').state).toMatchObject({ kind: 'complete', received: 0 });
    expect(line('Provenance').state).toMatchObject({ kind: 'complete', received: 3 });
    expect(line('support').state).toMatchObject({ kind: 'complete', received: 5 });
    expect(end.ledger.filter((each) => each.state.kind !== 'complete')).toEqual([]);
    expect(sink.quarantined).toEqual([]);
  });

  it('offers the text of every page, from which each entry can be cut', async () => {
    const { sink } = await loadFrom(await start());
    for (const page of sink.pages)
      page.entries.forEach((entry, i) =>
        expect(JSON.parse(entryText(page.text, page.numbers[i] ?? -1) ?? 'null')).toEqual(entry.resource),
      );
  });

  it('says loading, with growing counts, and complete only at the last', async () => {
    const { sink } = await loadFrom(await start());
    const states = sink.lines.filter((l) => l.type === 'Observation').map((l) => l.state);
    const counts = states.flatMap((s) => (s.kind === 'loading' ? [s.received] : []));
    expect(counts).toEqual([0, 100, 130]);
    expect(states.filter((s) => s.kind === 'complete').length).toBe(1);
    expect(states.at(-1)?.kind).toBe('complete');
  });

  it('asks only for the types it is told to, and leaves those on demand', async () => {
    const server = await start();
    const { line } = await loadFrom(server, { types: ['Observation', 'Encounter'], onDemand: ['Encounter'] });
    expect(line('Encounter').state).toEqual({ kind: 'not-asked', why: 'on-demand' });
    expect(line('Observation').state.kind).toBe('complete');
    expect(server.log.some((asked) => asked.path === 'Encounter' || asked.path === 'Condition')).toBe(false);
  });
});

describe('faults in the middle', () => {
  it('401: one refresh, then the same page', async () => {
    const server = await start({
      auth: { lifetimeSeconds: 3600, rotates: true },
      fault: atObservation(1, status(401)),
    });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server) }) });
    const { sink, line } = await loadFrom(server, { access });
    expect(server.tokens).toMatchObject({ refreshes: 1, reused: 0 });
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
    expect(sink.refs().sort()).toEqual(truth());
  });

  it('401 that no refresh heals: the pages are kept, the line says signed out, and a later load goes on there', async () => {
    let over = false;
    const server = await start({
      ...CHAINED,
      auth: { lifetimeSeconds: 3600, rotates: true },
      fault: (asked, response) => {
        over ||= asked.path === 'Observation' && asked.params.has('_page');
        if (over) response.writeHead(401).end();
        return over;
      },
    });
    const tokens = tokensOf(server, null, null);
    const { access, states } = openTo(server, { signedIn: signedIn(server, { tokens }) });
    const { sink, line, end } = await loadFrom(server, { access, types: ['Observation'] });
    expect(line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 100,
      why: { kind: 'signed-out' },
    });
    expect(line('Observation').state).toMatchObject({ missingBefore: Date.parse('2023-09-24') });
    expect(states).toEqual([{ kind: 'expired' }]);
    server.log.length = 0;
    const again = await start(CHAINED);
    // The same server after a new sign-in, at its own address.
    const resume = end.resume.map((point) => ({
      ...point,
      from: 'url' in point.from ? { url: point.from.url.replace(server.base, again.base) } : point.from,
    }));
    const second = await loadFrom(again, { types: ['Observation'], resume });
    expect(second.line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
    expect([...sink.refs(), ...second.sink.refs()].filter((r) => r.startsWith('Observation/')).length).toBe(
      130,
    );
    expect(
      again.log.filter(
        (a) => a.path === 'Observation' && !a.params.has('_page') && !a.params.has('category'),
      ),
    ).toEqual([]);
  });

  it('403 for one type: not granted, and the others go on', async () => {
    const server = await start({
      fault: (asked, response) => {
        if (asked.path === 'Condition') response.writeHead(403).end();
        return asked.path === 'Condition';
      },
    });
    const { line } = await loadFrom(server);
    expect(line('Condition').state.kind).toBe('not-granted');
    expect(line('Observation').state.kind).toBe('complete');
  });

  it('a type that the sign-in did not ask for: of a server without it nothing is missing, of one with it there is', async () => {
    const server = await start({ habits: { lists: ['Patient', 'Observation', 'Condition'] } });
    const { access } = openTo(server, { signedIn: signedIn(server, { asked: 'patient/Observation.rs' }) });
    const { line } = await loadFrom(server, { access });
    expect(line('Goal').state).toEqual({ kind: 'not-asked', why: 'unsupported-by-server' });
    expect(line('Condition').state.kind).toBe('not-granted');
    expect(line('Observation').state.kind).toBe('complete');
    expect(server.log.filter(({ path }) => /^(Goal|Condition)/.test(path))).toEqual([]);
  });

  it('410 on next: the search is started again once, and nothing is counted twice', async () => {
    const server = await start({ ...CHAINED, fault: atObservation(1, status(410)) });
    const { sink, line } = await loadFrom(server);
    expect(line('Observation')).toMatchObject({
      state: { kind: 'complete', received: 130 },
      remarks: ['the server dropped the search half-way; it was started again'],
    });
    expect(sink.refs().sort()).toEqual(truth());
  });

  it('410 on next again and again: partial', async () => {
    const server = await start({
      fault: (asked, response) => {
        const isNext = asked.path === 'Observation' && asked.params.has('_offset');
        if (isNext) response.writeHead(410).end();
        return isNext;
      },
    });
    const { line } = await loadFrom(server);
    expect(line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 100,
      why: { kind: 'expired' },
    });
  });

  it.each<[string, Parameters<typeof atObservation>[1]]>([
    ['429', status(429, { 'retry-after': '0' })],
    ['503', status(503)],
    ['a closed connection', (_a, r) => void r.destroy()],
    ['silence', () => undefined],
    ['half a page', (_a, r, honest) => void r.writeHead(200).end(honest().slice(0, 500))],
    [
      'a page that is broken inside',
      (_a, r, honest) => void r.writeHead(200).end(honest().replace('"entry":[', '"entry":['.repeat(2))),
    ],
    ['a web page', (_a, r) => void r.writeHead(200).end('<html><body>busy</body></html>')],
  ])('%s once: everything arrives', async (_what, fault) => {
    const server = await start({ fault: atObservation(1, fault) });
    const { sink, line } = await loadFrom(server, {
      access: openTo(server, { limits: { ...QUICK, ...(_what === 'silence' ? { idleMs: 700 } : {}) } })
        .access,
    });
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
    expect(sink.refs().sort()).toEqual(truth());
  });

  it.each<[string, Parameters<typeof atObservation>[1], string]>([
    ['500', status(500), 'server-error'],
    ['half a page', (_a, r, honest) => void r.writeHead(200).end(honest().slice(0, 500)), 'truncated'],
    ['a page without end', (_a, r) => void r.writeHead(200).end(' '.repeat(3_000_000)), 'too-large'],
    ['a redirect', status(302, { location: 'https://elsewhere.example/' }), 'foreign-url'],
  ])('%s always: partial, with the reason', async (_what, fault, why) => {
    const server = await start({ fault: atObservation(1, fault, 100) });
    const { access } = openTo(server, { limits: { ...QUICK, maxBytes: 2_000_000 } });
    const { line } = await loadFrom(server, { access, types: ['Observation'] });
    expect(line('Observation').state).toMatchObject({ kind: 'partial', received: 100, why: { kind: why } });
  });

  it('a next that leads back: flagged as a loop', async () => {
    const server = await start({
      ...CHAINED,
      fault: atObservation(1, (asked, r, honest) => {
        const page = JSON.parse(honest()) as { link: unknown[] };
        page.link = [{ relation: 'next', url: `${server.base}/Observation?${asked.params.toString()}` }];
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { line } = await loadFrom(server);
    expect(line('Observation').state).toMatchObject({ kind: 'partial', why: { kind: 'loop' } });
  });

  it('a next that never ends and never says anything new: flagged as a loop', async () => {
    const server = await start({
      fault: (asked, r, honest) => {
        if (asked.path !== 'Encounter') return false;
        const page = JSON.parse(honest()) as { link: unknown[] };
        page.link = [{ relation: 'next', url: `${server.base}/Encounter?patient=p1&n=${asked.index}` }];
        r.writeHead(200).end(JSON.stringify(page));
        return true;
      },
    });
    const { line } = await loadFrom(server, { types: ['Encounter'] });
    expect(line('Encounter').state).toMatchObject({ kind: 'partial', received: 4, why: { kind: 'loop' } });
  });

  it('the page cap holds, and says so', async () => {
    const { line } = await loadFrom(await start(CHAINED), { types: ['Observation'], maxPages: 1 });
    expect(line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 100,
      why: { kind: 'loop' },
    });
  });

  it('a next on another server gets no request', async () => {
    const other = await start();
    const server = await start({
      ...CHAINED,
      fault: atObservation(
        0,
        (_a, r, honest) => void r.writeHead(200).end(honest().replaceAll(server.base, other.base)),
      ),
    });
    const { line } = await loadFrom(server, { types: ['Observation'] });
    expect(line('Observation').state).toMatchObject({ kind: 'partial', why: { kind: 'foreign-url' } });
    expect(other.log).toEqual([]);
  });

  it('pages that drift: what slipped through is noticed by the total', async () => {
    const server = await start({
      ...CHAINED,
      fault: atObservation(1, (_a, r, honest) => {
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.splice(3, 2);
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { line } = await loadFrom(server);
    expect(line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 128,
      why: { kind: 'truncated' },
    });
  });

  it('the server goes down half-way: what came is kept, nothing says complete that is not', async () => {
    let down = false;
    const server = await start({
      fault: (asked, response) => {
        down ||= asked.params.has('_offset');
        if (down) response.destroy();
        return down;
      },
    });
    const { sink, end } = await loadFrom(server);
    const missing = truth().filter((ref) => !sink.refs().includes(ref));
    expect(missing.length).toBeGreaterThan(0);
    for (const ref of missing) {
      const type = ref.split('/')[0];
      const lines = end.ledger.filter((l) => l.type === type || l.type === 'support');
      expect(
        lines.some((l) => l.state.kind !== 'complete'),
        ref,
      ).toBe(true);
    }
  });

  it('cancelled: resolves at once, says so, and asks nothing more', async () => {
    const stop = new AbortController();
    const server = await start({ fault: atObservation(1, () => setTimeout(() => stop.abort(), 10)) });
    let asked = 0;
    const { access } = openTo(server, {
      fetch: (url, init) => {
        asked++;
        return fetch(url, init);
      },
    });
    const { line } = await loadFrom(server, { access, signal: stop.signal });
    expect(line('Observation').state).toMatchObject({
      kind: 'partial',
      received: 100,
      why: { kind: 'cancelled' },
    });
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(before);
  });
});

describe('a load after one that failed', () => {
  it('leaves no line of the first behind: a category that could not be read is read, or still said to be missing', async () => {
    let down = false;
    const server = await start({
      fault: (asked, response) => {
        // The search is answered, and what it is checked against is not.
        const isIt = down && asked.path === 'Condition' && asked.params.has('category');
        if (isIt) response.writeHead(500).end();
        return isIt;
      },
    });
    down = true;
    const first = await loadFrom(server);
    expect(first.line('Condition', 'health-concern').state.kind).toBe('failed');
    const { ledger: before, resume } = first.end;
    const second = await loadFrom(server, { before, resume });
    expect(second.line('Condition', 'health-concern').state.kind).toBe('failed');
    down = false;
    const third = await loadFrom(server, { before, resume });
    const open = before.filter((each) => each.state.kind === 'failed' && each.category !== null);
    expect(open.length).toBeGreaterThan(0);
    for (const { type, category } of open)
      expect(third.line(type, category).state.kind, `${type} ${category}`).toBe('complete');
  });
});

describe('what does not belong', () => {
  const foreign = { resourceType: 'Observation', id: 'stray', subject: { reference: 'Patient/p2' } };

  it('somebody else’s resource is held back and announced, and the rest is shown', async () => {
    const server = await start({
      fault: atObservation(0, (_a, r, honest) => {
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.unshift({ resource: foreign });
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { sink, line } = await loadFrom(server);
    expect(sink.refs()).not.toContain('Observation/stray');
    expect(sink.quarantined).toMatchObject([
      { kind: 'quarantined', ref: 'Observation/stray', type: 'Observation' },
    ]);
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
  });

  it('another Patient in answer to the read is held back', async () => {
    const server = await start({
      fault: (asked, r) => {
        if (asked.path !== 'Patient/p1') return false;
        r.writeHead(200).end('{"resourceType":"Patient","id":"p2"}');
        return true;
      },
    });
    const { sink, line } = await loadFrom(server);
    expect(line('Patient').state).toMatchObject({ kind: 'failed' });
    expect(sink.quarantined).toMatchObject([{ ref: 'Patient/p2' }]);
  });

  it('OperationOutcome entries are told, and are no data', async () => {
    const server = await start({
      fault: atObservation(0, (_a, r, honest) => {
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.push({
          resource: outcome('warning', 'informational', 'something to know'),
          search: { mode: 'outcome' },
        });
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { sink, line } = await loadFrom(server);
    expect(sink.problems).toMatchObject([
      { kind: 'server-said', message: 'warning informational: something to know' },
    ]);
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
  });

  it.each([
    ['suppressed', 'forbidden'],
    ['too-costly', 'server-error'],
  ])('a warning that something is %s makes the line partial', async (code, why) => {
    const server = await start({
      fault: atObservation(0, (_a, r, honest) => {
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.push({ resource: outcome('warning', code, 'not all is shown') });
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { line } = await loadFrom(server);
    expect(line('Observation').state).toMatchObject({ kind: 'partial', received: 130, why: { kind: why } });
  });

  it('resources without an id are kept, each once, even when the search is started again', async () => {
    const resources = [
      ...small(),
      ...[1, 2].map(() => ({ resourceType: 'Observation', subject: { reference: 'Patient/p1' } })),
    ];
    const server = await start({ resources, fault: atObservation(1, status(410)) });
    const { sink, line } = await loadFrom(server);
    expect(sink.refs().filter((ref) => ref.startsWith('#')).length).toBe(2);
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 132 });
  });

  it('an entry without a resource is a problem row', async () => {
    const server = await start({
      fault: atObservation(0, (_a, r, honest) => {
        const page = JSON.parse(honest()) as { entry: unknown[] };
        page.entry.push(7, { fullUrl: 'x' });
        r.writeHead(200).end(JSON.stringify(page));
      }),
    });
    const { sink } = await loadFrom(server);
    expect(sink.problems.map((p) => p.kind)).toEqual(['unreadable', 'unreadable']);
  });
});

describe('versions of FHIR', () => {
  it.each(['1.0.2', '3.0.2', '5.0.0'])(
    '%s is refused by name, and nothing of it is read',
    async (fhirVersion) => {
      const server = await start({ habits: { fhirVersion } });
      const { sink, end, line } = await loadFrom(server);
      expect(sink.pages).toEqual([]);
      expect(end.ledger.every((l) => l.state.kind === 'failed')).toBe(true);
      expect(line('Observation').state).toMatchObject({
        why: { kind: 'unsupported', detail: expect.stringContaining(fhirVersion) },
      });
    },
  );

  it('a server that does not describe itself is read all the same', async () => {
    const server = await start({
      fault: (asked, r) => asked.path === 'metadata' && (r.writeHead(404).end(), true),
    });
    const { line } = await loadFrom(server);
    expect(line('Observation').state.kind).toBe('complete');
  });

  it('a description that never comes stops nobody', async () => {
    const server = await start({ fault: (asked) => asked.path === 'metadata' });
    const { line } = await loadFrom(server, { capabilityWaitMs: 50 });
    expect(line('Observation').state.kind).toBe('complete');
  });
});
