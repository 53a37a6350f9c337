/** One tab's session: what its buttons do, what the address asks for, and how everything ends. */
import type { Clock } from '../base/index.ts';
import type { SourceId } from '../record/index.ts';
import type { Configuration } from '../sources/index.ts';
import {
  SessionEnded,
  type RequestKind,
  type Requests,
  type Site,
  type TimelineClient,
} from '../worker/index.ts';
import { tieToPage } from './activity.ts';
import { watchAudit, type AuditWatch } from './audit-watch.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { watchIdle, type IdleWatch } from './idle.ts';
import type { Remembered } from './remembered.ts';
import { createSignIn, summaryOf, type SignInDone } from './sign-in.ts';
import type { SessionStore } from './store.ts';
import type { Actions, Status } from './types.ts';

/** What the worker has to know of the configuration; it comes along with every sign-in, since workers come and go. */
const siteOf = ({ audit, policy, organisations, terminology }: Configuration): Site => ({
  app: location.origin,
  audit: audit.endpoint,
  policy: policy ?? null,
  names: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
  glass: Object.fromEntries(
    organisations.flatMap(({ id, breakGlass }) => (breakGlass ? [[id, breakGlass.scope]] : [])),
  ),
  types: Object.fromEntries(
    organisations.map(({ id, types = null, onDemand = [] }) => [id, { only: types, onDemand }]),
  ),
  keeps: Object.fromEntries(
    organisations.flatMap(({ id, keepsDecisions, decisionsEndpoint = null }) =>
      keepsDecisions === true ? [[id, { endpoint: decisionsEndpoint }]] : [],
    ),
  ),
  terminology: { server: terminology.server, conceptMaps: terminology.conceptMaps ?? [] },
});

interface ConnectorPorts {
  readonly store: SessionStore;
  readonly client: TimelineClient;
  readonly remembered: Remembered;
  readonly clock: Clock;
  readonly forgetQueries: () => void;
}

export interface Connector {
  readonly actions: Actions;
  /** Reads the configuration and does what the address asks for: launch, callback or start page. */
  start(): Promise<void>;
  /** The page is put away by the browser, which may show it again as it was: it must have nothing left to show. */
  putAway(): void;
}

export function createConnector(ports: ConnectorPorts): Connector {
  const { store, client, remembered, clock, forgetQueries } = ports;
  let configuration: Configuration | null = null;
  let idle: IdleWatch | null = null;
  let audited: AuditWatch | null = null;
  const config = (): Configuration => {
    if (!configuration) throw new Error('the configuration has not been read');
    return configuration;
  };
  const held = (): SourceId[] =>
    store.get().sources.flatMap((view) => (view.state === null ? [] : [view.organisation.id]));
  const signIn = createSignIn({ store, remembered, config, held, handOver });

  /** Undefined where the session ended before the answer: nobody is left to be told. */
  async function ask<K extends RequestKind>(kind: K, what: Requests[K]['ask']) {
    try {
      return await client.request(kind, what);
    } catch (error) {
      if (error instanceof SessionEnded) return undefined;
      throw error;
    }
  }
  const readAll = (source: SourceId) => ask('load', { source, types: null });
  const load = (source: SourceId) => ask('load', { source, types: null, missing: true });

  async function handOver(done: SignInDone): Promise<void> {
    const { source, tokens, granted } = done.signedIn;
    store.change({ kind: 'signed-in', source, signIn: summaryOf(done) });
    const state = await ask('connect', { signedIn: done.signedIn, site: siteOf(config()) });
    if (!state) return;
    remembered.add(source);
    const expiresAt = tokens?.expiresAt ?? null;
    store.change({
      kind: 'connection',
      source,
      connection: { kind: 'connected', since: clock.now(), expiresAt, granted },
    });
    store.change({ kind: 'worker', event: { kind: 'source', state } });
    store.change({ kind: 'status', status: { phase: 'ready' } });
    idle?.start();
    // What was opened in an emergency was not given before: everything is asked for anew.
    if (state.link.kind !== 'unlinked') await (state.emergency ? readAll(source) : load(source));
  }

  /**
   * Facts, tokens, caches and whatever is on the screen are gone when this returns. Tokens are revoked by the worker
   * that held them, which ends itself with that. Nothing is offered without a sign-in that shows itself: a locked
   * screen that opens again in silence would not have been locked.
   */
  function end(status: Status): void {
    signIn.endAll();
    idle?.stop();
    audited?.stop();
    remembered.clear();
    history.replaceState(null, '', '/');
    store.change({ kind: 'emptied', status });
    client.restart();
    forgetQueries();
  }

  const lock = (): void => {
    const minutes = config().idleMinutes;
    void ask('record', { act: 'lock', what: [] });
    end({ phase: 'locked', minutes });
  };

  const lockUnrecorded = (): void => {
    void ask('record', { act: 'lock', what: [] });
    end({ phase: 'locked', unrecorded: true });
  };

  const actions: Actions = {
    signIn(source) {
      const known = remembered.ids().includes(source);
      void signIn.begin(source, known);
    },
    signOut(source) {
      remembered.remove(source);
      const others = held().filter((each) => each !== source);
      if (others.length === 0) return end({ phase: 'start-page' });
      store.change({ kind: 'dropped', source });
      void ask('sign-out', { source });
    },
    load: (source) => void load(source),
    reload: (source, type) => void ask('load', { source, types: [type] }),
    async breakGlass(source, reason) {
      if (!(await ask('break-glass', { source, reason }))) return 'failed';
      await signIn.begin(source, false, true);
      const view = store.get().sources.find(({ organisation }) => organisation.id === source);
      if (view?.connection.kind !== 'connected') return 'failed';
      return view.state?.emergency === true ? 'opened' : 'not-opened';
    },
    cancel: (source) => void ask('cancel', { source }),
    link: (source, ref, reason) =>
      void ask('link', { source, ref, reason }).then((state) => state && load(source)),
    unlink: (source) => void ask('unlink', { source }),
    follow: (source) =>
      void ask('follow', { source }).then((state) => state && state.link.kind !== 'unlinked' && load(source)),
    recordExport: () => void ask('record', { act: 'export', what: [] }),
    forgetAll: () => end({ phase: 'start-page' }),
    stay: () => idle?.active('act'),
    findPatients: async (source, question) =>
      (await ask('find-patients', { source, question })) ?? { people: [], more: false, problem: null },
    choosePatient: (source, ref) =>
      void ask('choose', { source, ref }).then((state) => state && load(source)),
  };

  async function start(): Promise<void> {
    const read = await readConfigurationFile();
    if (typeof read === 'string')
      return store.change({ kind: 'status', status: { phase: 'config-error', detail: read } });
    configuration = read;
    idle = watchIdle({
      clock,
      minutes: read.idleMinutes,
      onWarning: (seconds) => store.change({ kind: 'lock-in', seconds }),
      onLock: lock,
    });
    tieToPage(window, idle);
    audited = watchAudit(read.audit, lockUnrecorded);
    client.subscribe((event) => {
      if (event.kind === 'audit') audited?.heard(event.state);
    });
    store.change({ kind: 'language', language: read.language ?? null });
    store.change({
      kind: 'organisations',
      organisations: read.organisations,
      ...(read.staleMinutes === undefined ? {} : { staleMinutes: read.staleMinutes }),
    });
    const [, first] = location.pathname.split('/');
    if (first === 'launch' || first === 'callback') {
      store.change({ kind: 'status', status: { phase: 'launching' } });
      return first === 'launch' ? signIn.fromEhr() : signIn.comeBack();
    }
    if (first === 'doctor') return store.change({ kind: 'status', status: { phase: 'doctor' } });
    for (const source of remembered.ids())
      store.change({ kind: 'connection', source, connection: { kind: 'signed-out' } });
    store.change({ kind: 'status', status: { phase: 'start-page' } });
  }

  function putAway(): void {
    signIn.endAll();
    idle?.stop();
    store.change({ kind: 'emptied', status: { phase: 'starting' } });
    client.close();
    forgetQueries();
  }

  return { actions, start, putAway };
}
