import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Launches, SmartContext } from '../auth/context.ts';
import { FAULTS, readFault, type Faults } from '../faults.ts';
import { readBody, send, sendJson } from '../http.ts';
import type { RequestLog } from '../log.ts';
import type { OrgServer } from '../org-server.ts';
import { ORGANISATIONS } from '../organisations.ts';
import type { World } from '../world/index.ts';
import { ehrPage } from './page.ts';
import { EHR_SCRIPT } from './script.ts';
import { EHR_STYLE } from './style.ts';

interface EhrSetup {
  readonly world: World;
  readonly general: OrgServer;
  readonly organisations: readonly OrgServer[];
  readonly launches: Launches;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly latency: { ms: number };
  readonly appOrigin: string;
  readonly ehrOrigin: string;
}

interface EhrServer {
  readonly server: Server;
  launchUrl(patient: string, how: 'frame' | 'tab'): string;
}

/** The hospital's EHR: a list of its patients, the launch of the app, and the sandbox's switches. */
export function makeEhrServer(setup: EhrSetup): EhrServer {
  const launchUrl = (patient: string, how: 'frame' | 'tab') => {
    const launch = setup.launches.remember(launchContext(setup.general, patient, how));
    return `${setup.appOrigin}/launch?${new URLSearchParams({ iss: setup.general.fhirBase, launch }).toString()}`;
  };
  const server = createServer((request, response) => {
    answer(setup, launchUrl, request, response).catch((error: unknown) => {
      console.error('EHR', error);
      if (!response.headersSent) sendJson(response, 500, { error: 'the sandbox stumbled' });
    });
  });
  return { server, launchUrl };
}

/** What this EHR knows when it opens the app: the patient, today's visit, and whether it shows a banner itself. */
function launchContext(general: OrgServer, patient: string, how: 'frame' | 'tab'): SmartContext {
  const { store } = general.api;
  const visit = [...store.ofPatient(patient, 'Encounter')].sort(
    (a, b) => (b.span?.low ?? 0) - (a.span?.low ?? 0),
  )[0];
  const referral = store.ofPatient(patient, 'ServiceRequest').at(-1);
  return {
    patient,
    ...(visit ? { encounter: visit.id } : {}),
    ...(referral
      ? { fhirContext: [{ reference: `ServiceRequest/${referral.id}`, type: 'ServiceRequest' }] }
      : {}),
    need_patient_banner: how === 'tab',
    intent: 'review-outside-records',
    smart_style_url: `${general.origin}/smart-style.json`,
    tenant: 'general-hospital',
  };
}

async function answer(
  setup: EhrSetup,
  launchUrl: EhrServer['launchUrl'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', setup.ehrOrigin);
  const { origin } = request.headers;
  // The switches are for this page and for tests, not for any site that happens to be open beside it.
  if (request.method !== 'GET' && origin !== undefined && origin !== setup.ehrOrigin) {
    return sendJson(response, 403, { error: 'not from there' });
  }
  switch (`${request.method ?? ''} ${pathname}`) {
    case 'GET /':
      return page(setup, response);
    case 'GET /ehr.css':
      return asset(response, 'text/css', EHR_STYLE);
    case 'GET /ehr.js':
      return asset(response, 'text/javascript', EHR_SCRIPT);
    case 'GET /launch': {
      const how = searchParams.get('how') === 'frame' ? 'frame' : 'tab';
      const patient = searchParams.get('patient') ?? '';
      if (!setup.general.api.store.get('Patient', patient)) {
        return sendJson(response, 404, { error: 'General Hospital has no such patient' });
      }
      return send(response, 302, { Location: launchUrl(patient, how), 'Cache-Control': 'no-store' });
    }
    case 'POST /sandbox/faults': {
      const fault = readFault(await json(request));
      if (typeof fault === 'string') return sendJson(response, 400, { error: fault });
      return sendJson(response, 201, { id: setup.faults.set(fault) });
    }
    case 'GET /sandbox/faults':
      return sendJson(response, 200, setup.faults.list());
    case 'DELETE /sandbox/faults':
      setup.faults.clear();
      return sendJson(response, 200, []);
    case 'GET /sandbox/log':
      return sendJson(response, 200, setup.log.list());
    case 'DELETE /sandbox/log':
      setup.log.clear();
      return sendJson(response, 200, []);
    case 'POST /sandbox/latency': {
      const ms = Number((await json(request))?.['ms']);
      if (!Number.isFinite(ms) || ms < 0 || ms > 60_000)
        return sendJson(response, 400, { error: 'ms: 0 to 60000' });
      setup.latency.ms = ms;
      return sendJson(response, 200, { ms });
    }
    default:
      return sendJson(response, 404, { error: 'not found' });
  }
}

async function json(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  try {
    return JSON.parse(await readBody(request)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const SAFE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const asset = (response: ServerResponse, type: string, text: string): void =>
  send(response, 200, { ...SAFE, 'Content-Type': `${type}; charset=utf-8` }, text);

function page(setup: EhrSetup, response: ServerResponse): void {
  const organisations = setup.organisations.map(({ key, origin }) => ({
    key,
    name: ORGANISATIONS[key].name,
    origin,
    records: setup.world.resources[key].length,
  }));
  const framed = [setup.appOrigin, ...setup.organisations.map(({ origin }) => origin)].join(' ');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' ${framed}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const html = ehrPage({
    appOrigin: setup.appOrigin,
    patients: setup.world.people.filter(({ ids }) => ids.general !== undefined),
    organisations,
    faults: Object.entries(FAULTS),
    types: setup.general.api.store.types,
    latency: setup.latency.ms,
  });
  const headers = {
    ...SAFE,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    // The app's sign-ins open popups of their own; the EHR is none of their business.
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  };
  send(response, 200, headers, html);
}
