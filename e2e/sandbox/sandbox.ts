import { createServer } from 'node:http';
import type { HeaderConfiguration, Organisation } from '../../src/sources/index.ts';
import { Launches } from './auth/context.ts';
import { CLIENT_ID } from './auth/server.ts';
import { makeAppServer } from './app-server.ts';
import { makeEhrServer } from './ehr/server.ts';
import { Gate } from './gate.ts';
import { Faults, type FaultRequest, type FaultState } from './faults.ts';
import { BREAK_GLASS, type Habits } from './habits.ts';
import { listen, type Listening, type Tls } from './http.ts';
import { RequestLog, type LogEntry } from './log.ts';
import { makeOrgServer, STATE_BASE, type OrgServer } from './org-server.ts';
import type { Store } from './fhir/store.ts';
import { servedOrganisations, type FurtherOrganisation } from './organisations.ts';
import { choosePorts, randomPorts } from './ports.ts';
import { makeWorld, type OrgKey, type World } from './world/index.ts';

/** `config.json`, as a site would write it. */
export type AppConfiguration = Omit<HeaderConfiguration, 'organisations'> & {
  readonly organisations: readonly (Omit<Organisation, 'id'> & { readonly id: string })[];
  readonly [setting: string]: unknown;
};

export interface SandboxOptions {
  /** 'preferred' keeps to the well-known ports where they are free. */
  readonly ports?: 'random' | 'preferred';
  readonly world?: World;
  /** Folder of the built app; null serves everything but the app. */
  readonly appDir?: string | null;
  readonly quiet?: boolean;
  readonly habits?: Partial<Record<OrgKey, Partial<Habits>>>;
  readonly further?: readonly FurtherOrganisation[];
  /** The app is served by somebody else, at this origin: its redirect addresses are registered. */
  readonly registered?: string;
  /** General Hospital keeps the audit records of the app too. */
  readonly audit?: boolean;
  /** Decisions may be kept at General Hospital; 'beside': on a server of their own, which speaks for it. */
  readonly keeps?: boolean | 'beside';
  /** The organisations speak HTTP/2, which browsers only do over TLS. */
  readonly tls?: Tls;
  /** Changes what the app is configured with. */
  readonly configure?: (made: AppConfiguration) => AppConfiguration;
}

/** One organisation as tests meet it. */
export interface SandboxOrg {
  readonly key: string;
  readonly name: string;
  readonly origin: string;
  /** FHIR base: `iss` and `aud`. */
  readonly iss: string;
  /** May be changed while the sandbox runs. */
  readonly habits: Habits;
  /** What its people do while somebody reads: a record is entered, changed or deleted. */
  readonly records: Pick<Store, 'ofPatient' | 'add' | 'remove'>;
}

export interface Sandbox {
  readonly world: World;
  readonly urls: { readonly ehr: string; readonly app: string };
  readonly orgs: Readonly<Record<OrgKey, SandboxOrg>>;
  /** Those of `further`, in their order. */
  readonly further: readonly SandboxOrg[];
  readonly clientId: string;
  /** Where the EHR would send the browser for this patient of General Hospital's. */
  launchUrl(patient: string, how?: 'frame' | 'tab'): string;
  setFault(fault: FaultRequest): number;
  clearFaults(): void;
  faults(): readonly FaultState[];
  /** Delays every answer; a preflight, which no hospital's database hears of, may be faster. */
  setLatency(ms: number, preflightMs?: number): void;
  /** Until it is let go, what belongs to a patient's record is not answered; sign-in and Patient are. */
  hold(): void;
  release(): void;
  log(): readonly LogEntry[];
  clearLog(): void;
  /** Pulls an organisation's plug: its port is closed and every connection cut. */
  unplug(org: OrgKey): Promise<void>;
  plugIn(org: OrgKey): Promise<void>;
  stop(): Promise<void>;
}

const PREFERRED = { ehr: 4000, app: 4001, orgs: 4010, state: 4009 };

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const tell = options.quiet ? () => {} : (text: string) => console.log(text);
  const organisations = servedOrganisations(options.further ?? []);
  const wanted = [
    PREFERRED.ehr,
    PREFERRED.app,
    ...organisations.map((_, i) => PREFERRED.orgs + i),
    ...(options.keeps === 'beside' ? [PREFERRED.state] : []),
  ];
  const ports =
    options.ports === 'random' ? await randomPorts(wanted.length) : await choosePorts(wanted, tell);
  const [ehrPort = 0, appPort = 0, ...orgPorts] = ports;
  const origin = (port: number) => `http://localhost:${port}`;
  const world = options.world ?? makeWorld({ seed: 1 });
  const shared = {
    faults: new Faults(),
    log: new RequestLog(),
    launches: new Launches(),
    latency: { ms: 0, preflightMs: 0 },
    gate: new Gate(),
    appOrigin: options.registered ?? origin(appPort),
    ehrOrigin: origin(ehrPort),
  };
  const tls = options.tls ?? null;
  const statePort = orgPorts[organisations.length] ?? 0;
  const orgOrigin = (i: number) => origin(orgPorts[i] ?? 0).replace('http:', tls ? 'https:' : 'http:');
  const servers = await Promise.all(
    organisations.map((facts, i) =>
      makeOrgServer(facts, orgOrigin(i), world.resources[facts.like], { ...shared, tls }),
    ),
  );
  for (const server of servers) Object.assign(server.habits, options.habits?.[server.facts.like]);
  const general = servers.find(({ key }) => key === 'general');
  if (!general) throw new Error('there is no General Hospital');
  const ehr = makeEhrServer({ ...shared, world, general, organisations: servers });
  const made = appConfiguration(
    servers,
    shared.ehrOrigin,
    options.audit === true ? `${general.fhirBase}/AuditEvent` : null,
    options.keeps === 'beside' ? origin(statePort) : options.keeps === true,
  );
  const state = createServer((request, response) => general.server.emit('request', request, response));
  if (options.keeps === 'beside') general.habits.appState = 'beside';
  const app = makeAppServer(options.appDir ?? null, options.configure?.(made) ?? made);
  const listening: Listening[] = await Promise.all([
    listen(ehr.server, ehrPort),
    listen(app, appPort),
    ...servers.map(({ server }, i) => listen(server, orgPorts[i] ?? 0)),
    ...(options.keeps === 'beside' ? [listen(state, statePort)] : []),
  ]);
  const plugs = new Map(servers.map(({ key }, i) => [key, { port: orgPorts[i] ?? 0, place: i + 2 }]));
  const serverOf = (org: OrgKey) => servers.find(({ key }) => key === org);
  return {
    world,
    urls: { ehr: shared.ehrOrigin, app: shared.appOrigin },
    orgs: Object.fromEntries(servers.map((server) => [server.key, asOrg(server)])) as Sandbox['orgs'],
    further: servers.filter(({ key, facts }) => key !== facts.like).map(asOrg),
    clientId: CLIENT_ID,
    launchUrl: (patient, how = 'tab') => ehr.launchUrl(patient, how),
    setFault: (fault) => shared.faults.set(fault),
    clearFaults: () => shared.faults.clear(),
    faults: () => shared.faults.list(),
    setLatency: (ms, preflightMs = ms) => void Object.assign(shared.latency, { ms, preflightMs }),
    hold: () => shared.gate.hold(),
    release: () => shared.gate.release(),
    log: () => shared.log.list(),
    clearLog: () => shared.log.clear(),
    unplug: async (org) => {
      await listening[plugs.get(org)?.place ?? -1]?.stop();
    },
    plugIn: async (org) => {
      const [plug, own] = [plugs.get(org), serverOf(org)];
      if (plug && own) listening[plug.place] = await listen(own.server, plug.port);
    },
    stop: async () => {
      await Promise.all(listening.map((one) => one.stop()));
    },
  };
}

const asOrg = ({ key, facts, origin, fhirBase, habits, api }: OrgServer): SandboxOrg => ({
  key,
  name: facts.name,
  origin,
  iss: fhirBase,
  habits,
  records: api.store,
});

/** The runtime configuration of an app that knows these organisations. */
function appConfiguration(
  servers: readonly OrgServer[],
  ehrOrigin: string,
  endpoint: string | null,
  /** Where, if that is a server beside General Hospital's own. */
  keeps: boolean | string,
): AppConfiguration {
  const organisations = servers.map(({ key, facts, origin, fhirBase, habits }) => {
    const { name, kind, letter, colour, launches } = facts;
    return {
      id: key,
      name,
      kind,
      iss: fhirBase,
      clientId: CLIENT_ID,
      scopes: null,
      letter,
      colour,
      open: false,
      launches,
      issuer: origin,
      brands: true,
      ...(keeps !== false && habits.appState !== false ? { keepsDecisions: true } : {}),
      ...(typeof keeps === 'string' && habits.appState !== false
        ? { decisionsEndpoint: `${keeps}${STATE_BASE.slice(0, -1)}` }
        : {}),
      ...(habits.breakGlass ? { breakGlass: BREAK_GLASS } : {}),
    };
  });
  return { organisations, frameAncestors: [ehrOrigin], idleMinutes: 15, audit: { endpoint } };
}
