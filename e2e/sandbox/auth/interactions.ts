import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store, StoredRecord } from '../fhir/store.ts';
import { BREAK_GLASS } from '../habits.ts';
import { readBody, send } from '../http.ts';
import type { Launches, SmartContext } from './context.ts';
import { consentPage, errorPage, signInPage, type Choice } from './pages.ts';
import { grantable, IDENTITY_SCOPES, scopeInWords } from './scopes.ts';
import { CLIENT_NAME, type AuthServer, type AuthSetup } from './server.ts';

const SHOWN = 60;

interface Step {
  readonly auth: AuthServer;
  readonly setup: AuthSetup;
  readonly store: Store;
  readonly launches: Launches;
  /** Who may hold these pages in a frame: the app and the EHR. */
  readonly frames: readonly string[];
}

type Details = Awaited<ReturnType<AuthServer['provider']['interactionDetails']>>;

/** The pages between an app's question and the server's answer: who are you, which patient, what may it read. */
export async function interact(
  step: Step,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let details: Details;
  try {
    details = await step.auth.provider.interactionDetails(request, response);
  } catch {
    return html(
      step,
      response,
      errorPage(step.setup.name, 'This sign-in is over. Start it again from the app.'),
      400,
    );
  }
  const launched = launchedContext(step, details);
  if (request.method === 'GET' && launched !== null && step.setup.habits.launchSignsIn) {
    // The clinician is at work in this EHR already: it asks nothing more.
    if (details.prompt.name === 'login') return signIn(step, request, response);
    return allow(step, request, response, details, launched, null);
  }
  if (request.method === 'GET') return show(step, request, response, details, launched);
  const form = new URLSearchParams(await readBody(request));
  if (form.get('act') === 'refuse') {
    const refused = { error: 'access_denied', error_description: 'refused by the person signing in' };
    return step.auth.provider.interactionFinished(request, response, refused, {
      mergeWithLastSubmission: false,
    });
  }
  if (details.prompt.name === 'login') return signIn(step, request, response);
  const context = launched ?? chosenContext(step, details, form);
  if (context === null) return show(step, request, response, details, launched);
  return allow(step, request, response, details, context, new Set(form.getAll('scope')));
}

const signIn = (step: Step, request: IncomingMessage, response: ServerResponse): Promise<void> =>
  step.auth.provider.interactionFinished(
    request,
    response,
    { login: { accountId: step.setup.clinician.id } },
    { mergeWithLastSubmission: false },
  );

const askedScopes = (details: Details): string[] => {
  const { scope, purpose_of_use: purpose } = details.params;
  const asked = typeof scope === 'string' ? scope.split(' ') : [];
  // An emergency is declared by its purpose; the scope alone opens nothing.
  return `purpose_of_use=${String(purpose)}` === BREAK_GLASS.parameters
    ? asked
    : asked.filter((each) => each !== BREAK_GLASS.scope);
};

function launchedContext(step: Step, details: Details): SmartContext | null {
  const id = details.params['launch'];
  return typeof id === 'string' && askedScopes(details).includes('launch') ? step.launches.find(id) : null;
}

/** Someone has to choose where the app asks for a patient, or asks for a patient's records without one. */
const needsPatient = (details: Details): boolean =>
  askedScopes(details).some((scope) => scope === 'launch/patient' || scope.startsWith('patient/'));

function chosenContext(step: Step, details: Details, form: URLSearchParams): SmartContext | null {
  if (!needsPatient(details)) return {};
  const patient = form.get('patient') ?? '';
  return step.store.get('Patient', patient) ? { patient } : null;
}

function show(
  step: Step,
  request: IncomingMessage,
  response: ServerResponse,
  details: Details,
  launched: SmartContext | null,
): void {
  const { name, clinician, habits } = step.setup;
  if (details.prompt.name === 'login')
    return html(step, response, signInPage(name, clinician.name, CLIENT_NAME));
  const searched = new URL(request.url ?? '', 'http://localhost').searchParams.get('q') ?? '';
  const choose = launched === null && needsPatient(details);
  const all = choose ? choices(step.store, searched) : [];
  const page = consentPage({
    organisation: name,
    client: CLIENT_NAME,
    patients: choose ? all.slice(0, SHOWN) : null,
    searched,
    left: Math.max(0, all.length - SHOWN),
    scopes: grantable(askedScopes(details), habits).map((scope) => ({ scope, words: scopeInWords(scope) })),
  });
  html(step, response, page);
}

async function allow(
  step: Step,
  request: IncomingMessage,
  response: ServerResponse,
  details: Details,
  context: SmartContext,
  ticked: ReadonlySet<string> | null,
): Promise<void> {
  const { provider, contexts } = step.auth;
  const { habits, fhirBase } = step.setup;
  const accountId = details.session?.accountId ?? step.setup.clinician.id;
  const grant = new provider.Grant({ accountId, clientId: String(details.params['client_id']) });
  const asked = askedScopes(details);
  const possible = grantable(asked, habits);
  // openid only says that this is a sign-in; it cannot be refused and the sign-in still be one.
  const granted = possible.filter((scope) => scope === 'openid' || ticked === null || ticked.has(scope));
  const refused = asked.filter((scope) => !granted.includes(scope));
  const identity = (scope: string) => IDENTITY_SCOPES.includes(scope);
  grant.addOIDCScope(granted.filter(identity).join(' '));
  grant.addResourceScope(fhirBase, granted.join(' '));
  if (refused.some(identity)) grant.rejectOIDCScope(refused.filter(identity).join(' '));
  if (refused.length > 0) grant.rejectResourceScope(fhirBase, refused.join(' '));
  const grantId = await grant.save();
  contexts.set(grantId, context);
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId } },
    { mergeWithLastSubmission: true },
  );
}

function choices(store: Store, searched: string): Choice[] {
  const words = searched.toLowerCase().split(/\s+/).filter(Boolean);
  return store
    .ofType('Patient')
    .filter(({ resource }) => resource['active'] !== false)
    .map(choice)
    .filter(({ name, detail }) => words.every((word) => `${name} ${detail}`.toLowerCase().includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function choice({ id, resource }: StoredRecord): Choice {
  const { name, birthDate, gender, identifier } = resource as {
    name?: readonly {
      family?: string;
      given?: readonly string[];
      text?: string;
      suffix?: readonly string[];
    }[];
    birthDate?: string;
    gender?: string;
    identifier?: readonly { value?: string }[];
  };
  const first = name?.[0];
  const parts = [...(first?.given ?? []), first?.family ?? '', ...(first?.suffix ?? [])].filter(Boolean);
  return {
    id,
    name: parts.join(' ') || first?.text || id,
    detail: [birthDate, gender, identifier?.[0]?.value].filter(Boolean).join(' · '),
  };
}

function html(step: Step, response: ServerResponse, page: string, status = 200): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    // A form's answer is followed by redirects to the app, which a browser counts as part of the form.
    `form-action 'self' ${step.setup.appOrigin}`,
    `frame-ancestors 'self' ${step.frames.join(' ')}`,
    "base-uri 'none'",
  ];
  send(
    response,
    status,
    {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
    page,
  );
}
