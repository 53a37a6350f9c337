import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Launches, SmartContext } from '../auth/context.ts';
import { FAULTS } from '../faults.ts';
import { send, sendJson } from '../http.ts';
import type { OrgServer } from '../org-server.ts';
import { administer, type Administered } from './administer.ts';
import { ehrPage } from './page.ts';
import { EHR_SCRIPT } from './script.ts';
import { EHR_STYLE } from './style.ts';

interface EhrSetup extends Administered {
  readonly general: OrgServer;
  readonly launches: Launches;
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
  // What the clinician had open when they opened the app.
  const about = (['ServiceRequest', 'DiagnosticReport'] as const)
    .map((type) => ({ type, id: store.ofPatient(patient, type).at(-1)?.id }))
    .find(({ id }) => id !== undefined);
  return {
    patient,
    ...(visit ? { encounter: visit.id } : {}),
    ...(about ? { fhirContext: [{ reference: `${about.type}/${about.id}`, type: about.type }] } : {}),
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
    default:
      return administer(setup, request, response, pathname);
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
  const organisations = setup.organisations.map(({ key, facts, origin }) => ({
    key,
    name: facts.name,
    origin,
    records: setup.world.resources[facts.like].length,
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
