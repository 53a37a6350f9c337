import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { sourceId } from '../record/index.ts';
import type { Organisation } from './connection.ts';
import {
  doctorReportInWords,
  doctorReportText,
  examineServer,
  type Check,
  type DoctorReport,
} from './index.ts';

const APP = 'https://throughline.example.org';
const examine = (iss: string, origin: string | null = APP) => examineServer(iss, { fetcher: fetch, origin });
const of = (report: DoctorReport, area: Check['area'], state: Check['state']): string[] =>
  doctorReportInWords(report)
    .checks.filter((each) => each.area === area && each.state === state)
    .map((each) => each.message);
const shown = (report: DoctorReport): Record<string, string> =>
  Object.fromEntries(doctorReportInWords(report).shows.map((each) => [each.what, each.state]));

describe('the doctor at the organisations of the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, appDir: null });
  });
  afterAll(() => sandbox.stop());

  it('finds each of them able to be connected, and says in which scopes', async () => {
    for (const { iss, key } of Object.values(sandbox.orgs)) {
      const report = await examine(iss);
      expect(report.checks.filter((each) => each.state === 'bad')).toEqual([]);
      expect(report.works).toBe(true);
      expect(report.scopes?.standalone).toContain(
        key === 'riverside' ? 'patient/Observation.read' : 'patient/Observation.rs',
      );
      expect(report.scopes?.standalone).toContain('openid');
      expect(shown(report)).toMatchObject({
        Patient: 'yes',
        ...(key === 'general' ? { Problems: 'yes' } : {}),
      });
    }
  });

  it('tells where a session cannot be prolonged', async () => {
    expect(of(await examine(sandbox.orgs.valley.iss), 'refresh', 'warning')).toHaveLength(1);
    expect(of(await examine(sandbox.orgs.general.iss), 'refresh', 'warning')).toEqual([]);
  });

  it('writes what a person can follow', async () => {
    const text = doctorReportText(await examine(sandbox.orgs.general.iss));
    expect(text).toContain(`Connection doctor: ${sandbox.orgs.general.iss}`);
    expect(text).toContain('It can be connected.');
    expect(text).toContain('/callback/<short-name>');
    expect(text).toMatch(/yes +Problems/);
  });

  it('signs in nowhere and sends no token', async () => {
    sandbox.clearLog();
    await examine(sandbox.orgs.general.iss);
    expect(sandbox.log().filter((each) => each.authorization || each.method === 'POST')).toEqual([]);
    expect(sandbox.log().length).toBeGreaterThan(0);
  });
});

describe('the doctor at a server that', () => {
  let server: Server;
  let base = '';
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  type Answers = Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
  async function start(answers: Answers, smart: Record<string, unknown> = {}, cors = true): Promise<void> {
    server = createServer((request, response) => {
      if (cors) response.setHeader('access-control-allow-origin', '*');
      const path = (request.url ?? '').split('?')[0] ?? '';
      const answer = answers[`${request.method} ${path}`] ?? answers[path];
      if (answer) return answer(request, response);
      if (request.method === 'OPTIONS') {
        response.setHeader('access-control-allow-headers', 'Authorization, Accept');
        return response.writeHead(204).end();
      }
      const origin = base.replace('/fhir', '');
      const documents: Record<string, unknown> = {
        '/fhir/.well-known/smart-configuration': {
          issuer: origin,
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          code_challenge_methods_supported: ['S256'],
          capabilities: ['permission-v2', 'sso-openid-connect', 'launch-ehr', 'context-standalone-patient'],
          ...smart,
        },
        '/.well-known/openid-configuration': { issuer: origin, jwks_uri: 'https://keys.example.org/jwks' },
        '/fhir/metadata': {
          fhirVersion: '4.0.1',
          rest: [
            {
              resource: [
                { type: 'Patient', interaction: [{ code: 'read' }] },
                {
                  type: 'Condition',
                  interaction: [{ code: 'search-type' }],
                  searchParam: [{ name: 'patient' }],
                },
                { type: 'Observation' },
              ],
            },
          ],
        },
      };
      const document = documents[path];
      response
        .writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
        .end(JSON.stringify(document ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  }
  const status = (code: number) => (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(code).end('<html>no</html>');

  it('says everything well is read as it says', async () => {
    await start({});
    const report = await examine(`${base}/`);
    expect(report).toMatchObject({ iss: base, works: true, origins: ['https://keys.example.org'] });
    expect(shown(report)).toMatchObject({
      Patient: 'yes',
      Problems: 'yes',
      'Results, vital signs, social history': 'unclear',
      Allergies: 'no',
    });
    expect(of(report, 'cors', 'good')).toHaveLength(3);
    expect(of(report, 'sign-in', 'warning')).toEqual([expect.stringContaining('cannot end an access')]);
  });

  it('has no PKCE cannot be signed in to', async () => {
    await start({}, { code_challenge_methods_supported: ['plain'] });
    const report = await examine(base);
    expect(report.works).toBe(false);
    expect(of(report, 'sign-in', 'bad')[0]).toContain('PKCE');
  });

  it('has no discovery is told from one that does not answer', async () => {
    await start({ '/fhir/.well-known/smart-configuration': status(404) });
    const report = await examine(base);
    expect(of(report, 'discovery', 'bad')[0]).toContain('status 404');
    expect(report.checks.find((each) => each.area === 'discovery')?.remedy).toBe('server-or-open');
    expect(report.scopes).toBeNull();
    expect(of(await examine('http://127.0.0.1:9/fhir'), 'discovery', 'bad')[0]).toContain('did not answer');
  });

  it('allows no browser is found out', async () => {
    await start({}, {}, false);
    expect(of(await examine(base), 'cors', 'bad')[0]).toContain(`from ${APP}`);
  });

  it('allows browsers but not the Authorization header is found out', async () => {
    await start({
      'OPTIONS /fhir/Patient': (_, response) =>
        void response.writeHead(204, { 'access-control-allow-headers': 'Accept' }).end(),
    });
    expect(of(await examine(base), 'cors', 'bad')).toEqual([expect.stringContaining('Authorization header')]);
  });

  it('speaks another version of FHIR is refused by name', async () => {
    for (const version of ['1.0.2', '3.0.2', '5.0.0']) {
      await start({
        '/fhir/metadata': (_, response) =>
          void response
            .setHeader('content-type', 'application/json')
            .end(JSON.stringify({ fhirVersion: version })),
      });
      const report = await examine(base);
      expect(of(report, 'fhir', 'bad')[0]).toContain(version);
      server.closeAllConnections();
      server.close();
    }
    await start({});
  });

  it('does not say what it holds is asked for everything', async () => {
    await start({ '/fhir/metadata': status(500) });
    const report = await examine(base);
    expect(of(report, 'fhir', 'warning')[0]).toContain('status 500');
    expect(report.shows.every((each) => each.state === 'unclear')).toBe(true);
  });

  it('has an issuer that contradicts itself is bad, and one that names none is a warning', async () => {
    await start({
      '/.well-known/openid-configuration': (_, response) =>
        void response.end('{"issuer":"https://evil.example"}'),
    });
    expect(of(await examine(base), 'identity', 'bad')).toHaveLength(1);
    server.close();
    await start({}, { issuer: undefined });
    expect(of(await examine(base), 'identity', 'warning')).toHaveLength(1);
  });

  it('lists no scope for a type has nothing of it to show', async () => {
    await start({}, { scopes_supported: ['patient/Patient.rs', 'patient/Observation.rs'] });
    const conditions = (await examine(base)).shows.find((each) => each.what === 'problems');
    expect(conditions).toMatchObject({ state: 'no', why: 'no-scope' });
  });

  it('has an address that no token could be sent to is not asked at all', async () => {
    await start({});
    let asked = 0;
    const fetcher: typeof fetch = (...all) => {
      asked++;
      return fetch(...all);
    };
    for (const iss of [
      'http://ehr.example.org/fhir',
      'ehr.example.org',
      'https://u@ehr.example.org/fhir',
      'javascript:alert(1)',
      `${base}?x=1`,
    ])
      expect((await examineServer(iss, { fetcher, origin: APP })).works).toBe(false);
    expect(asked).toBe(0);
  });

  it('is examined from inside a browser tells whether this browser may', async () => {
    await start({ '/fhir/Patient': status(401) });
    expect((await examine(base, null)).checks.filter((each) => each.area === 'cors')).toMatchObject([
      { state: 'good', code: 'cors-here' },
    ]);
    server.close();
    await start({ '/fhir/Patient': (request) => void request.socket.destroy() });
    expect((await examine(base, null)).checks.filter((each) => each.area === 'cors')).toMatchObject([
      { state: 'warning', code: 'cors-not-here', remedy: 'command-line' },
    ]);
  });

  it('the site’s own headers do not name is told so, and not taken for one that is down', async () => {
    await start({});
    const blocked = () => new Set([new URL(base).origin]);
    const report = await examineServer(base, { fetcher: fetch, origin: null, blocked });
    expect(report).toMatchObject({
      works: false,
      checks: [{ state: 'bad', code: 'not-allowed-here', remedy: 'headers' }],
    });
  });

  it('is configured is held to its configuration', async () => {
    await start({}, { issuer: undefined, user_access_brand_bundle: 'https://x.example/brands' });
    const organisation: Organisation = {
      id: sourceId('a'),
      name: 'A',
      kind: 'ehr',
      iss: base,
      clientId: 'c',
      scopes: 'openid patient/Patient.rs',
      letter: 'A',
      colour: 0,
      open: false,
      issuer: 'https://other.example',
    };
    const look = (more: Partial<Organisation>) =>
      examineServer(base, { fetcher: fetch, origin: APP, organisation: { ...organisation, ...more } });
    const report = await look({});
    expect(report.checks).toContainEqual(
      expect.objectContaining({ state: 'bad', code: 'issuer-differs', remedy: 'issuer' }),
    );
    expect(report.checks).toContainEqual(expect.objectContaining({ code: 'own-scopes' }));
    expect(report.scopes?.standalone).toBe('launch/patient openid patient/Patient.rs');
    expect(report.brands).toBe(true);
    expect((await look({ open: true })).checks.map(({ code }) => code)).toEqual(['open', 'fhir']);
  });
});
