/** From a click, an EHR's launch or a server's answer to a finished sign-in. */
import type { SourceId } from '../record/index.ts';
import type { Configuration, Organisation, SignInProblem } from '../sources/index.ts';
import type { Remembered } from './remembered.ts';
import type { SessionStore } from './store.ts';
import type { SignInSummary } from './types.ts';

/** fhirclient and jose come with it: asked for when somebody signs in, not before the first picture. */
const loadLaunch = () => import('../launch/index.ts');
type Launch = Awaited<ReturnType<typeof loadLaunch>>;
type Finished = Awaited<ReturnType<Launch['completeSignIn']>>;
export type SignInDone = Extract<Finished, { ok: true }>['value'];

interface SignInPorts {
  readonly store: SessionStore;
  readonly remembered: Remembered;
  readonly config: () => Configuration;
  /** Sources of which something is held in this tab. */
  readonly held: () => readonly SourceId[];
  readonly handOver: (done: SignInDone) => Promise<void>;
}

export interface SignIn {
  /** `silent` asks the server not to show anything where it still knows the person. */
  begin(source: SourceId, silent: boolean, breakGlass?: boolean): Promise<void>;
  fromEhr(): Promise<void>;
  comeBack(): Promise<void>;
  /** Ends what is under way: its answers are nobody's any more. */
  endAll(): void;
}

export function createSignIn({ store, remembered, config, held, handOver }: SignInPorts): SignIn {
  const windows = new Set<() => void>();
  /** Grows when everything ends: a sign-in of an earlier era is not taken over in a later one. */
  let era = 0;

  async function begin(source: SourceId, silent: boolean, breakGlass = false): Promise<void> {
    const organisation = config().organisations.find((each) => each.id === source);
    if (!organisation) return;
    const mine = era;
    const launch = await loadLaunch();
    store.change({ kind: 'connection', source, connection: { kind: 'signing-in' } });
    const finished = await signedIn(launch, organisation, silent, breakGlass);
    if (finished === 'leaving' || mine !== era) return;
    const failed = (problem: SignInProblem) =>
      store.change({ kind: 'connection', source, connection: { kind: 'failed', problem } });
    // An emergency is about the patient at hand: another one who was picked there takes nobody's place.
    if (finished.ok && breakGlass && !isOfPatientAtHand(finished.value))
      return failed({ kind: 'another-patient' });
    if (finished.ok) return handOver(finished.value);
    failed(finished.error);
  }

  function isOfPatientAtHand({ signedIn: { source, patient } }: SignInDone): boolean {
    const state = store.get().sources.find(({ organisation }) => organisation.id === source)?.state;
    const person = state?.person ?? null;
    return person === null || person.ref === `Patient/${patient ?? ''}`;
  }

  async function signedIn(
    launch: Launch,
    organisation: Organisation,
    silent: boolean,
    breakGlass: boolean,
  ): Promise<Finished | 'leaving'> {
    const begun = await launch.beginSignIn(
      {
        organisation,
        mode: 'standalone',
        redirectUri: launch.redirectUriOf(location.origin, organisation),
        // The first sign-in may take this tab along; further ones must not lose what is on the screen.
        popup: held().length > 0,
        returnTo: `/${location.search}`,
        resume: held(),
        silent,
        breakGlass,
      },
      window,
    );
    if (!begun.ok) return begun;
    if (begun.value.kind === 'leaving') return 'leaving';
    if (begun.value.kind === 'done') return { ok: true, value: begun.value.done };
    const { cancel, finished } = begun.value;
    windows.add(cancel);
    return finished.finally(() => windows.delete(cancel));
  }

  async function fromEhr(): Promise<void> {
    // Another launch is another beginning, perhaps with another patient: what was connected before is not offered.
    remembered.clear();
    const launch = await loadLaunch();
    const asked = launch.readLaunch(config(), location.href);
    if (!asked.ok) return refuse(asked.error, null);
    const { organisation, launch: context } = asked.value;
    const redirectUri = launch.redirectUriOf(location.origin, organisation);
    const begun = await launch.beginSignIn(
      { organisation, mode: 'ehr', launch: context, redirectUri },
      window,
    );
    if (!begun.ok) refuse(begun.error, organisation.name);
  }

  async function comeBack(): Promise<void> {
    const launch = await loadLaunch();
    const organisation = config().organisations.find((each) => each.id === location.pathname.split('/')[2]);
    const done = await launch.completeSignIn(config(), location.href, window);
    if (!done.ok) {
      // A silent attempt met a server that wants to see the person: it is shown to them, without another click.
      if (done.error.kind === 'login-required' && organisation) return begin(organisation.id, false);
      return refuse(done.error, organisation?.name ?? null);
    }
    history.replaceState(null, '', done.value.returnTo);
    offerAgain([...remembered.ids(), ...done.value.resume]);
    await handOver(done.value);
  }

  /** This page is a new one: what was connected before is one click away, and nothing of it is here. */
  function offerAgain(sources: readonly SourceId[]): void {
    for (const source of sources)
      store.change({ kind: 'connection', source, connection: { kind: 'signed-out' } });
  }

  function refuse(problem: SignInProblem, name: string | null): void {
    store.change({ kind: 'status', status: { phase: 'launch-error', failed: { problem, name } } });
  }

  return {
    begin,
    fromEhr,
    comeBack,
    endAll() {
      era++;
      for (const cancel of windows) cancel();
      windows.clear();
    },
  };
}

/**
 * What the page keeps of a sign-in, without a secret. `smart_style_url` is kept to be told and never fetched: in this
 * product colours carry meaning and their contrast is measured, so an EHR's palette is not taken over; and it would
 * be a request to an address that came with the launch.
 */
export const summaryOf = ({
  granted,
  withheld,
  narrowed,
  mode,
  asked,
  user,
  context,
}: SignInDone): SignInSummary => ({
  mode,
  asked,
  granted,
  withheld,
  narrowed,
  user: user?.fhirUser ?? null,
  context,
});
