import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';
import { FhirClient, idsOf } from '../testing/fhir-client.ts';
import { idAt, tinyWorld } from '../testing/tiny-world.ts';
import { signIn } from '../testing/visitor.ts';
import { ORG_KEYS } from '../world/index.ts';
import { dateTest, spanOfDate } from './dates.ts';
import { medplumSearch } from './medplum.ts';
import { parseQuery, type Asked } from './query.ts';
import { search } from './search.ts';
import { serialise } from './serialise.ts';
import { Store } from './store.ts';

describe('the index answers as medplum does', () => {
  const store = new Store(tinyWorld(20).resources.general);
  const asked = (params: URLSearchParams): Asked[] =>
    [...params].map(([key, raw]) => {
      const [name = '', modifier = null] = key.split(':');
      return { name, modifier, values: raw.split(','), raw };
    });

  test.each([
    ['Observation', 'patient=Patient/g-ines', 21],
    ['Observation', 'patient=Patient/g-ines&category=vital-signs', 6],
    [
      'Observation',
      'patient=Patient/g-ines&category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
      15,
    ],
    ['Observation', 'patient=Patient/g-tom&code=http://loinc.org|718-7,http://loinc.org|4548-4', 15],
    ['Observation', 'patient=Patient/g-tom&status=entered-in-error', 2],
    ['Observation', 'patient=Patient/g-ines&date=ge2020-01-21&date=lt2020-03-01', 8],
    ['Observation', 'code=8867-4&date=gt2020-02-01', 12],
    ['Condition', 'patient=Patient/g-ines&category=problem-list-item&clinical-status=active', 1],
    ['Condition', 'patient=Patient/g-ines&clinical-status=resolved', 0],
    ['MedicationRequest', 'patient=Patient/g-lena&status=active&intent=order', 1],
    ['Encounter', 'patient=Patient/g-lena&class=AMB', 1],
    ['Patient', 'family=moreau', 2],
    ['Patient', 'name=tom&gender=male&birthdate=1985-11-02', 1],
    ['Patient', 'identifier=urn:general:mrn|general-ines-mrn', 1],
  ])('%s?%s', async (type, query, count) => {
    const params = new URLSearchParams(query);
    const ours = (await search(store, parseQuery(type, params))).map(({ id }) => id);
    const theirs = await medplumSearch(type, store.ofType(type), asked(params));
    expect(ours).toHaveLength(count);
    expect(new Set(ours)).toEqual(theirs);
  });

  test('what the index does not know is asked of medplum, and intersected', async () => {
    const params = new URLSearchParams('patient=g-ines&status=active&medication=Medication/metformin');
    const found = await search(store, parseQuery('MedicationRequest', params));
    expect(found.map(({ id }) => id)).toEqual(['g-ines-m1']);
    params.set('medication', 'Medication/aspirin');
    expect(await search(store, parseQuery('MedicationRequest', params))).toEqual([]);
  });

  test('what neither can compare is refused, not answered with nothing', async () => {
    const query = parseQuery('Observation', new URLSearchParams('patient=g-ines&value-quantity=gt80'));
    await expect(search(store, query)).rejects.toMatchObject({ status: 400, code: 'not-supported' });
  });
});

describe('dates', () => {
  test('a partial date is the whole of its interval', () => {
    expect(spanOfDate('2015')).toEqual({ low: Date.UTC(2015, 0), high: Date.UTC(2016, 0) });
    expect(spanOfDate('2015-02-03T10:00:00+01:00')?.low).toBe(Date.UTC(2015, 1, 3, 9));
    expect(spanOfDate('yesterday')).toBeNull();
  });

  test.each([
    ['eq2015', true],
    ['2015-06', false],
    ['ne2015', false],
    ['ge2015-06', true],
    ['gt2015', false],
    ['lt2015-06', true],
    ['le2014', false],
    ['sa2014', true],
    ['eb2016', true],
  ])('%s of a record dated 2015: %s', (value, expected) => {
    const span = spanOfDate('2015');
    expect(span && dateTest(value)?.(span)).toBe(expected);
  });
});

test('marked numbers leave as their digits, and nothing else is touched', () => {
  const text = serialise({
    resourceType: 'Basic',
    id: 'a',
    n: '\u000170.10',
    s: '70.10',
    t: 'see "\\u00017"',
  });
  expect(text).toBe('{"resourceType":"Basic","id":"a","n":70.10,"s":"70.10","t":"see \\"\\\\u00017\\""}');
});

describe('over HTTP', () => {
  let sandbox: Sandbox;
  let general: FhirClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld(70) });
    general = new FhirClient(
      sandbox.orgs.general,
      await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' }),
    );
  });
  afterAll(() => sandbox.stop());

  test.each(ORG_KEYS)('%s: the pages together lose nothing and double nothing', async (key) => {
    const org = sandbox.orgs[key];
    const patient = idAt('lena', key);
    const client = new FhirClient(org, await signIn(sandbox, org, { patient }));
    const { ids, pages } = await client.all(
      `Observation?patient=${patient}&category=laboratory,vital-signs&_count=9`,
    );
    expect(pages).toBeGreaterThanOrEqual(8);
    expect(ids).toHaveLength(71);
    expect(new Set(ids).size).toBe(71);
  });

  test('newest first, what has no date last', async () => {
    const ids = await general.ids('Observation?patient=g-ines&_sort=-date&_count=200');
    expect(ids.slice(0, 2)).toEqual(['g-ines-o69', 'g-ines-o68']);
    expect(ids.at(-1)).toBe('g-ines-undated');
    const oldest = await general.ids('Observation?patient=g-ines&_sort=date&_count=1');
    expect(oldest).toEqual(['g-ines-o0']);
  });

  test('windows by date and what has no date make up the whole', async () => {
    const windows = ['date=lt2020-06-01', 'date=ge2020-06-01', 'date:missing=true'];
    const parts = await Promise.all(
      windows.map((window) => general.ids(`Observation?patient=g-ines&${window}&_count=200`)),
    );
    expect(parts.map((part) => part.length)).toEqual([31, 39, 1]);
    expect(new Set(parts.flat()).size).toBe(71);
  });

  test('digits survive: 70.10 stays 70.10', async () => {
    const text = await (await general.get('Observation/g-ines-o0')).text();
    expect(text).toContain('"value":70.10,');
    const page = await (await general.get('Observation?patient=g-ines&_id=g-ines-o0')).text();
    expect(page).toContain('"value":70.10,');
  });

  test('POST _search finds what GET finds, at one URL', async () => {
    const form = 'patient=g-ines&category=vital-signs&_count=100';
    const response = await general.post('Observation/_search', form, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    const ids = idsOf(JSON.parse(await response.text()));
    expect(ids).toEqual(await general.ids(`Observation?${form}`));
    expect(ids).toHaveLength(23);
  });

  test('_include and _revinclude bring along, marked as such', async () => {
    const orders = await general.bundle(
      'MedicationRequest?patient=g-ines&_include=MedicationRequest:medication',
    );
    expect(orders.entry?.map(({ resource, search: s }) => [resource.resourceType, s?.mode])).toEqual([
      ['MedicationRequest', 'match'],
      ['Medication', 'include'],
    ]);
    const observed = await general.bundle(
      'Observation?patient=g-ines&_id=g-ines-o0&_revinclude=Provenance:target',
    );
    expect(observed.entry?.map(({ resource }) => resource.id)).toEqual(['g-ines-o0', 'g-ines-p1']);
    expect(await general.ids('Provenance?target=Observation/g-ines-o0')).toEqual(['g-ines-p1']);
  });

  test('_summary=count counts, _total=accurate is accurate where totals are not', async () => {
    const counted = await general.bundle('Observation?patient=g-ines&_summary=count');
    expect([counted.total, counted.entry]).toEqual([71, undefined]);
    const org = sandbox.orgs.riverside;
    const riverside = new FhirClient(org, await signIn(sandbox, org, { patient: 'r-ines' }));
    expect((await riverside.bundle('Observation?patient=r-ines&_total=accurate')).total).toBe(71);
  });

  test('$everything is everything of one patient, in pages', async () => {
    const { ids, pages } = await general.all('Patient/g-ines/$everything?_count=20');
    expect(pages).toBe(4);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(1 + 71 + 6);
    const some = await general.ids('Patient/g-ines/$everything?_type=Condition,Encounter');
    expect(some.sort()).toEqual(['g-ines-c1', 'g-ines-e1']);
  });

  test('a Binary comes as its bytes, or as FHIR where that is asked for', async () => {
    const raw = await general.get('Binary/g-ines-b1', { accept: 'text/plain' });
    expect([raw.headers.get('content-type'), await raw.text()]).toEqual([
      'text/plain',
      'A letter about Ines.',
    ]);
    const fhir = await general.get('Binary/g-ines-b1');
    expect(await fhir.json()).toMatchObject({ resourceType: 'Binary', contentType: 'text/plain' });
  });

  test('an ETag saves a second reading', async () => {
    const first = await general.get('Patient/g-ines');
    const etag = first.headers.get('etag') ?? '';
    expect((await general.get('Patient/g-ines', { 'if-none-match': etag })).status).toBe(304);
    expect((await general.get('Patient/g-ines', { 'if-none-match': 'W/"0"' })).status).toBe(200);
  });

  test('$match scores, grades, and wants a user-level scope', async () => {
    const body = JSON.stringify({
      resourceType: 'Parameters',
      parameter: [
        {
          name: 'resource',
          resource: {
            resourceType: 'Patient',
            name: [{ family: 'Moreau', given: ['Ines'] }],
            birthDate: '1961-03-14',
            gender: 'female',
            identifier: [{ system: 'urn:general:mrn', value: 'general-ines-mrn' }],
          },
        },
      ],
    });
    expect((await general.post('Patient/$match', body)).status).toBe(403);
    const token = await signIn(sandbox, sandbox.orgs.general, { scope: 'openid user/Patient.rs' });
    const user = new FhirClient(sandbox.orgs.general, token);
    const found = JSON.parse(await (await user.post('Patient/$match', body)).text());
    expect(found.entry[0].resource.id).toBe('g-ines');
    expect(found.entry[0].search).toMatchObject({ score: 1, extension: [{ valueCode: 'certain' }] });
    expect(idsOf(found)).not.toContain('g-tom');
  });

  test('a create once, then found again by If-None-Exist; Prefer decides what comes back', async () => {
    const scope = 'openid launch/patient patient/*.rs patient/AuditEvent.crs';
    const token = await signIn(sandbox, sandbox.orgs.general, { scope, patient: 'g-ines' });
    const client = new FhirClient(sandbox.orgs.general, token);
    const event = JSON.stringify({
      resourceType: 'AuditEvent',
      type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
      action: 'R',
      recorded: '2024-05-06T07:08:09Z',
      agent: [{ requestor: true, who: { display: 'Dr Ingrid Vale' } }],
      source: { observer: { display: 'Throughline' } },
      entity: [{ what: { reference: 'Patient/g-ines' } }],
    });
    const headers = { 'content-type': 'application/fhir+json', 'if-none-exist': 'date=2024-05-06T07:08:09Z' };
    const first = await client.post('AuditEvent', event, headers);
    expect(first.status).toBe(201);
    const { id } = (await first.json()) as { id: string };
    expect(first.headers.get('location')).toContain(`/AuditEvent/${id}/_history/`);
    const second = await client.post('AuditEvent', event, headers);
    expect([second.status, ((await second.json()) as { id: string }).id]).toEqual([200, id]);
    expect(await client.ids('AuditEvent?patient=g-ines')).toEqual([id]);
    const minimal = await client.post('AuditEvent', event, { prefer: 'return=minimal' });
    expect([minimal.status, await minimal.text()]).toEqual([201, '']);
    expect((await general.post('AuditEvent', event)).status).toBe(403);
    expect((await client.post('AuditEvent', 'no json')).status).toBe(400);
  });

  test('the CapabilityStatement says what the server answers', async () => {
    const statement = (await (await fetch(`${sandbox.orgs.general.iss}/metadata`)).json()) as {
      fhirVersion: string;
      rest: { resource: { type: string; searchParam: { name: string }[] }[] }[];
    };
    expect(statement.fhirVersion).toBe('4.0.1');
    for (const { type, searchParam } of statement.rest[0]?.resource ?? []) {
      expect(searchParam.length).toBeGreaterThan(0);
      const byPatient = searchParam.some(({ name }) => name === 'patient') ? 'patient=g-ines' : '_count=1';
      // An app's own state is asked for by whose and which it is.
      const query = type === 'Basic' ? 'code=https://app.example|x&subject=Patient/g-ines' : byPatient;
      expect((await general.get(`${type}?${query}`)).status, type).toBe(200);
    }
  });
});
