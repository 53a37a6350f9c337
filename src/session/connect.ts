/** From a click to facts: sign-in, hand-over to the worker, and the first read. */
import type { SourceId } from '../record/index.ts';
import {
  readConfiguration,
  configurationProblemText,
  type Configuration,
  type Organisation,
} from '../sources/index.ts';
import type { TimelineClient } from '../worker/index.ts';
import type { SessionStore } from './store.ts';
import type { Actions } from './types.ts';

/** fhirclient and jose come with it: asked for when somebody signs in, not before the first picture. */
const loadLaunch = () => import('../launch/index.ts');
type Launch = Awaited<ReturnType<typeof loadLaunch>>;
type Done =
  Awaited<ReturnType<Launch['completeSignIn']>> extends infer R
    ? Extract<R, { ok: true }> extends { value: infer V }
      ? V
      : never
    : never;

export interface Connector {
  readonly actions: Actions;
  readonly config: () => Configuration;
  /** Reads the configuration and does what the address asks for: launch, callback or start page. */
  start(): Promise<void>;
}

export function createConnector(
  store: SessionStore,
  client: TimelineClient,
  forgetQueries: () => void,
): Connector {
  let configuration: Configuration | null = null;
  const config = (): Configuration => {
    if (!configuration) throw new Error('the configuration has not been read');
    return configuration;
  };
  const organisation = (source: SourceId): Organisation | undefined =>
    configuration?.organisations.find((each) => each.id === source);
  const connectedNow = (): SourceId[] =>
    store
      .get()
      .sources.flatMap((view) => (view.connection.kind === 'connected' ? [view.organisation.id] : []));

  async function handOver(done: Done): Promise<void> {
    const { signedIn } = done;
    const source = signedIn.source;
    const state = await client.request('connect', { signedIn });
    store.change({
      kind: 'connection',
      source,
      connection: {
        kind: 'connected',
        since: Date.now(),
        expiresAt: signedIn.tokens?.expiresAt ?? null,
        granted: signedIn.granted,
      },
    });
    store.change({ kind: 'worker', event: { kind: 'source', state } });
    store.change({ kind: 'status', status: { phase: 'ready' } });
    if (state.link.kind !== 'unlinked') await client.request('load', { source, types: null });
  }

  async function signIn(source: SourceId): Promise<void> {
    const org = organisation(source);
    if (!org) return;
    const launch = await loadLaunch();
    const fail = (problem: Parameters<Launch['signInProblemWords']>[0]) => {
      const words = launch.signInProblemWords(problem, org.name);
      store.change({
        kind: 'connection',
        source,
        connection: { kind: 'failed', detail: `${words.message} ${words.remedy}` },
      });
    };
    store.change({ kind: 'connection', source, connection: { kind: 'signing-in' } });
    const begun = await launch.beginSignIn(
      {
        organisation: org,
        mode: 'standalone',
        redirectUri: launch.redirectUriOf(location.origin, org),
        // The first sign-in may take this tab along; further ones must not lose what is on the screen.
        popup: connectedNow().length > 0,
        returnTo: `/${location.search}`,
        resume: connectedNow(),
      },
      window,
    );
    if (!begun.ok) return fail(begun.error);
    if (begun.value.kind === 'leaving') return;
    if (begun.value.kind === 'done') return handOver(begun.value.done);
    const finished = await begun.value.finished;
    return finished.ok ? handOver(finished.value) : fail(finished.error);
  }

  const drop = (source: SourceId): void => store.change({ kind: 'dropped', source });

  const actions: Actions = {
    signIn: (source) => void signIn(source),
    signOut(source) {
      void client.request('sign-out', { source }).finally(() => {
        drop(source);
        if (connectedNow().length === 0) store.change({ kind: 'status', status: { phase: 'start-page' } });
      });
    },
    load: (source) => void client.request('load', { source, types: null }),
    cancel: (source) => void client.request('cancel', { source }),
    link(source, ref, reason) {
      void client
        .request('link', { source, ref, reason })
        .then(() => client.request('load', { source, types: null }));
    },
    unlink: (source) => void client.request('unlink', { source }),
    forgetAll() {
      void client.request('forget', null).finally(() => {
        forgetQueries();
        for (const view of store.get().sources) drop(view.organisation.id);
        store.change({ kind: 'status', status: { phase: 'start-page' } });
      });
    },
  };

  async function start(): Promise<void> {
    const read = await readConfigurationFile();
    if (typeof read === 'string') {
      const message = 'config.json cannot be used.';
      return store.change({ kind: 'status', status: { phase: 'config-error', message, detail: read } });
    }
    configuration = read;
    store.change({ kind: 'organisations', organisations: read.organisations });
    const [, first] = location.pathname.split('/');
    if (first !== 'launch' && first !== 'callback')
      return store.change({ kind: 'status', status: { phase: 'start-page' } });
    store.change({ kind: 'status', status: { phase: 'launching' } });
    const launch = await loadLaunch();
    await (first === 'launch' ? fromEhr(launch, read) : comeBack(launch, read));
  }

  async function fromEhr(launch: Launch, read: Configuration): Promise<void> {
    const asked = launch.readLaunch(read, location.href);
    if (!asked.ok) return launchError(launch, asked.error, 'The record system');
    const { organisation: org, launch: context } = asked.value;
    const redirectUri = launch.redirectUriOf(location.origin, org);
    const begun = await launch.beginSignIn(
      { organisation: org, mode: 'ehr', launch: context, redirectUri },
      window,
    );
    if (!begun.ok) launchError(launch, begun.error, org.name);
  }

  async function comeBack(launch: Launch, read: Configuration): Promise<void> {
    const source = location.pathname.split('/')[2];
    const done = await launch.completeSignIn(read, location.href, window);
    if (!done.ok)
      return launchError(
        launch,
        done.error,
        read.organisations.find((each) => each.id === source)?.name ?? 'The server',
      );
    history.replaceState(null, '', done.value.returnTo);
    await handOver(done.value);
    // This page is a new one: what was connected before the trip is offered again.
    for (const other of done.value.resume)
      if (other !== done.value.signedIn.source)
        store.change({ kind: 'connection', source: other, connection: { kind: 'signed-out' } });
  }

  function launchError(
    launch: Launch,
    problem: Parameters<Launch['signInProblemWords']>[0],
    name: string,
  ): void {
    const words = launch.signInProblemWords(problem, name);
    const message = `${words.message} ${words.remedy}`;
    const detail = words.detail === null ? {} : { detail: words.detail };
    store.change({ kind: 'status', status: { phase: 'launch-error', message, ...detail } });
  }

  return { actions, config, start };
}

/** The configuration, or what is wrong with it, in words. */
async function readConfigurationFile(): Promise<Configuration | string> {
  try {
    const response = await fetch('/config.json', { cache: 'no-store', credentials: 'omit' });
    if (!response.ok) return `/config.json: the web server answered with status ${response.status}`;
    const read = readConfiguration(await response.text());
    return read.ok ? read.value : read.error.map(configurationProblemText).join('\n');
  } catch (error) {
    return `/config.json: ${error instanceof Error ? error.message : 'it could not be read'}`;
  }
}
