import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { normalise, setSiteMaps } from '../normalise/index.ts';
import { memberKey, resourceRef, sourceId, type MemberKey } from '../record/index.ts';
import { openHouse, type House } from './house.ts';
import type { Site } from './messages.ts';
import type { Stages } from './stages.ts';

const LOCAL = 'urn:oid:1.2.3.4';
const EQUIVALENTS: Readonly<Record<string, readonly [system: string, code: string]>> = {
  GLU: ['http://loinc.org', '2345-7'],
  // A translation that leads to a code which no table has.
  RARE: ['http://loinc.org', '99999-9'],
};

let server: Server;
let base: string;
/** What the server heard, and how it answers. */
let heard: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  heard = [];
  answer = translate;
  server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  setSiteMaps([]);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function translate(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', base);
  response.setHeader('content-type', 'application/fhir+json');
  const found = EQUIVALENTS[searchParams.get('code') ?? ''];
  if (pathname !== '/fhir/ConceptMap/$translate' || searchParams.get('system') !== LOCAL || !found) {
    response.statusCode = 404;
    return void response.end(JSON.stringify({ resourceType: 'OperationOutcome', issue: [] }));
  }
  const [system, code] = found;
  const part = [
    { name: 'equivalence', valueCode: 'equivalent' },
    { name: 'concept', valueCoding: { system, code } },
  ];
  const parameter = [
    { name: 'result', valueBoolean: true },
    { name: 'match', part },
  ];
  response.end(JSON.stringify({ resourceType: 'Parameters', parameter }));
}

const site = (terminology: Site['terminology']): Site => ({
  app: base,
  audit: null,
  policy: null,
  names: {},
  ...(terminology ? { terminology } : {}),
});
interface Opened extends House {
  readonly own: Stages;
}
async function house(terminology: Site['terminology']): Promise<Opened> {
  const opened = openHouse(
    { now: () => 0 },
    () => undefined,
    (url, init) => fetch(url, init),
  );
  opened.setSite(site(terminology));
  return { ...opened, own: await opened.stages() };
}
const unmapped = (one: Opened) => one.own.unmapped({ ...one, ...one.own });
const askAboutUnmapped = (one: Opened) => one.own.askAboutUnmapped({ ...one, ...one.own });

const result = (id: string, code: string, source = 'general', display: string | null = `Local ${code}`) =>
  normalise({
    source: sourceId(source),
    ref: resourceRef(`Observation/${id}`)!,
    resource: {
      resourceType: 'Observation',
      id,
      status: 'final',
      subject: { reference: 'Patient/7' },
      effectiveDateTime: '2024-05-06',
      code: { coding: [{ system: LOCAL, code, ...(display === null ? {} : { display }) }] },
      valueQuantity: { value: 97, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
    },
    base: null,
    fullUrl: null,
    fetchedAt: null,
  }).fact!;

function read(into: Opened, ...facts: ReturnType<typeof result>[]): void {
  into.own.merger.add(facts);
  into.shown.pulse.mark();
  into.shown.pulse.flush();
}
const keyOf = (of: House, id: string, source = 'general'): string | null | undefined => {
  const key: MemberKey = memberKey(sourceId(source), resourceRef(`Observation/${id}`)!);
  return of.shown.find(key)?.members.find((member) => member.ref === `Observation/${id}`)?.code?.canonical;
};

describe('the site’s own maps', () => {
  const MAP = {
    resourceType: 'ConceptMap',
    group: [
      {
        source: LOCAL,
        target: 'http://loinc.org',
        element: [{ code: 'GLU', target: [{ code: '2345-7', equivalence: 'equivalent' }] }],
      },
    ],
  };

  it('are in use before the first record, and what cannot be used is said', async () => {
    answer = ({ url }, response) => {
      if (url === '/maps/labs.json') return void response.end(JSON.stringify(MAP));
      if (url === '/maps/page.json') return void response.end('<!doctype html>');
      if (url === '/maps/bundle.json') return void response.end('{"resourceType":"Bundle"}');
      if (url === '/maps/away.json')
        return void response.writeHead(302, { location: '/maps/labs.json' }).end();
      return void response.writeHead(404).end();
    };
    const paths = ['labs', 'page', 'bundle', 'away', 'none'].map((name) => `/maps/${name}.json`);
    const one = await house({ server: null, conceptMaps: paths });
    await one.own.terms.ready();
    expect(result('a', 'GLU').code?.canonical).toBe('lab:glucose');
    expect(await unmapped(one)).toEqual({
      codes: [],
      remarks: [
        'the map /maps/page.json was not used: it is not JSON',
        'the map /maps/bundle.json was not used: This is not a FHIR ConceptMap.',
        'the map /maps/away.json was not used: it could not be read',
        'the map /maps/none.json was not used: the web server answered with status 404',
      ],
      server: null,
    });
    one.own.terms.configure(site({ server: null, conceptMaps: paths }));
    await one.own.terms.ready();
    expect(heard).toHaveLength(paths.length);
  });
});

describe('codes that nothing here understands', () => {
  it('are counted by source, the most frequent first', async () => {
    const one = await house(undefined);
    read(one, result('a', 'ODD'), result('b', 'GLU'), result('c', 'GLU'), result('d', 'GLU', 'clinic'));
    expect((await unmapped(one)).codes.map(({ source, code, count }) => [source, code, count])).toEqual([
      ['general', 'GLU', 2],
      ['clinic', 'GLU', 1],
      ['general', 'ODD', 1],
    ]);
    expect((await unmapped(one)).codes[0]).toMatchObject({
      domain: 'observation',
      system: LOCAL,
      display: 'Local GLU',
    });
  });

  it('are asked of the server once each, by system and code alone; what it knows is read anew', async () => {
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, result('a', 'GLU'), result('b', 'GLU'), result('c', 'RARE'), result('d', 'ODD'));
    expect(keyOf(one, 'a')).toBeNull();
    await askAboutUnmapped(one);
    one.shown.pulse.flush();
    expect(keyOf(one, 'a')).toBe('lab:glucose');
    expect(keyOf(one, 'b')).toBe('lab:glucose');
    expect(keyOf(one, 'c')).toBeNull();
    expect((await unmapped(one)).codes.map(({ code }) => code)).toEqual(['ODD', 'RARE']);
    expect((await unmapped(one)).server).toEqual({ asked: 3, answered: 1, failed: 0, resting: false });
    // What is read later knows it at once, and nothing is asked twice.
    expect(result('e', 'GLU').code?.canonical).toBe('lab:glucose');
    await askAboutUnmapped(one);
    expect(heard).toHaveLength(3);
    for (const { url, method, headers } of heard) {
      expect(method).toBe('GET');
      const { searchParams } = new URL(url ?? '', base);
      expect([...searchParams.keys()].sort()).toEqual(['code', 'system', 'targetsystem']);
      expect(JSON.stringify([url, headers])).not.toMatch(/Patient|authorization|cookie|referer|2024/i);
    }
  });

  it('joins two sources’ results once the server says that their codes are one', async () => {
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    const standard = result('x', '2345-7', 'clinic');
    const coding = { system: 'http://loinc.org', code: '2345-7', display: null };
    const clinic = normalise({
      source: standard.source,
      ref: standard.ref,
      resource: {
        resourceType: 'Observation',
        id: 'x',
        status: 'final',
        effectiveDateTime: '2024-05-06',
        code: { coding: [{ system: coding.system, code: coding.code }] },
        valueQuantity: { value: 97, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
      },
      base: null,
      fullUrl: null,
      fetchedAt: null,
    }).fact!;
    read(one, result('a', 'GLU'), clinic);
    expect(one.shown.timeline().facts).toHaveLength(2);
    await askAboutUnmapped(one);
    one.shown.pulse.flush();
    expect(one.shown.timeline().facts).toHaveLength(1);
  });

  it('stay as they are where the server fails, which is counted and tried no further', async () => {
    answer = (_, response) => void response.writeHead(500).end('{"resourceType":"OperationOutcome"}');
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, ...Array.from({ length: 12 }, (_, i) => result(`r${i}`, `C${i}`)));
    await askAboutUnmapped(one);
    expect(heard).toHaveLength(5);
    expect((await unmapped(one)).server).toMatchObject({ answered: 0, failed: 5, resting: true });
    expect((await unmapped(one)).codes).toHaveLength(12);
  });

  it('takes no answer that comes after everything was forgotten', async () => {
    let release = (): void => undefined;
    answer = (request, response) => {
      release = () => translate(request, response);
    };
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, result('a', 'GLU'));
    const asking = askAboutUnmapped(one);
    while (heard.length === 0) await new Promise((done) => setTimeout(done, 5));
    one.own.terms.forget();
    release();
    await asking;
    expect(result('b', 'GLU').code?.canonical).toBeNull();
    expect((await unmapped(one)).server).toEqual({ asked: 0, answered: 0, failed: 0, resting: false });
  });
});

describe('codes for which nobody has a word', () => {
  const nameless = (id: string, code: string) => result(id, code, 'general', null);
  const titles = (one: Opened): readonly string[] => {
    one.shown.pulse.flush();
    return one.shown.timeline().facts.flatMap(({ members }) => members.map(({ title }) => title));
  };
  /** Knows one name, and no translation. */
  function lookup(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', base);
    const known = pathname === '/fhir/CodeSystem/$lookup' && searchParams.get('code') === 'FERR';
    const parameter = [
      { name: 'name', valueString: 'Codes of the General' },
      { name: 'display', valueString: 'Ferritin, serum' },
    ];
    if (known) return void response.end(JSON.stringify({ resourceType: 'Parameters', parameter }));
    response.writeHead(404).end('{"resourceType":"OperationOutcome"}');
  }
  const lookups = () => heard.filter(({ url }) => url?.includes('$lookup'));

  it('are looked up once each, by system and code alone, and are called so from then on', async () => {
    answer = lookup;
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, nameless('a', 'FERR'), nameless('b', 'FERR'), nameless('c', 'ODD'), result('d', 'NAMED'));
    await askAboutUnmapped(one);
    expect([...titles(one)].sort()).toEqual(['Ferritin, serum', 'Ferritin, serum', 'Local NAMED', 'ODD']);
    expect(nameless('e', 'FERR').title).toBe('Ferritin, serum');
    await askAboutUnmapped(one);
    expect(lookups().map(({ url }) => new URL(url ?? '', base).search)).toEqual([
      '?system=urn%3Aoid%3A1.2.3.4&code=FERR',
      '?system=urn%3Aoid%3A1.2.3.4&code=ODD',
    ]);
    for (const { headers } of lookups())
      expect(JSON.stringify(headers)).not.toMatch(/Patient|authorization|cookie|referer/i);
    expect((await unmapped(one)).server).toEqual({ asked: 5, answered: 1, failed: 0, resting: false });
  });

  it('stay codes where the server cannot look up, which does not keep it from translating', async () => {
    answer = (request, response) =>
      request.url?.includes('$lookup') === true
        ? void response.writeHead(501).end('no such operation')
        : translate(request, response);
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, result('g', 'GLU'), ...Array.from({ length: 12 }, (_, i) => nameless(`r${i}`, `C${i}`)));
    await askAboutUnmapped(one);
    expect(lookups()).toHaveLength(5);
    expect(titles(one)).toContain('C3');
    expect(keyOf(one, 'g')).toBe('lab:glucose');
    expect((await unmapped(one)).server).toMatchObject({ answered: 1, failed: 5, resting: false });
  });

  it('are codes again when everything was forgotten', async () => {
    answer = lookup;
    const one = await house({ server: `${base}/fhir`, conceptMaps: [] });
    read(one, nameless('a', 'FERR'));
    await askAboutUnmapped(one);
    one.own.terms.forget();
    expect(nameless('b', 'FERR').title).toBe('FERR');
  });
});
