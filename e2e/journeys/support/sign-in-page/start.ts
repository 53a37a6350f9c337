/**
 * Sign-in without the rest of the app: what it does is on the page for a test to read, and what it must hide is in
 * this module's memory for a test to look for elsewhere.
 */
import {
  answerCallback,
  beginSignIn,
  completeSignIn,
  readLaunch,
  redirectUriOf,
  type SignInDone,
} from '../../../../src/launch/index.ts';
import {
  readConfiguration,
  type Configuration,
  type Organisation,
  type SignInProblem,
} from '../../../../src/sources/index.ts';

declare global {
  interface Window {
    signedIn: SignInDone[];
    violations: string[];
  }
}
window.signedIn = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});

const say = (text: string): void => {
  const status = document.querySelector('[role=status]');
  if (status) status.textContent = text;
};
const fail = (problem: SignInProblem): void => say(`problem ${problem.kind}`);
const finish = (done: SignInDone): void => {
  window.signedIn.push(done);
  say(`signed in: ${window.signedIn.map((each) => each.signedIn.source).join(' ')}`);
};

const HOW = ['', ' in a window', ' silently'] as const;
type How = (typeof HOW)[number];

async function signIn(organisation: Organisation, how: How): Promise<void> {
  const begun = await beginSignIn(
    {
      organisation,
      mode: 'standalone',
      redirectUri: redirectUriOf(location.origin, organisation),
      popup: how === ' in a window',
      silent: how === ' silently',
      returnTo: `/${location.search}`,
      resume: window.signedIn.map((each) => each.signedIn.source),
    },
    window,
  );
  if (!begun.ok) fail(begun.error);
  else if (begun.value.kind === 'popup') {
    const finished = await begun.value.finished;
    if (finished.ok) finish(finished.value);
    else fail(finished.error);
  }
}

function offer(configuration: Configuration): void {
  for (const organisation of configuration.organisations)
    for (const how of HOW) {
      const button = document.createElement('button');
      button.textContent = `${organisation.name}${how}`;
      button.addEventListener('click', () => void signIn(organisation, how));
      document.querySelector('main')?.append(button);
    }
}

async function start(): Promise<void> {
  const [, page] = location.pathname.split('/');
  if (page === 'callback' && answerCallback(window) === 'reported') return;
  const read = readConfiguration(await (await fetch('/config.json')).text());
  if (!read.ok) return say(JSON.stringify(read.error));
  offer(read.value);
  if (page === 'callback') {
    const done = await completeSignIn(read.value, location.href, window);
    if (!done.ok) return fail(done.error);
    history.replaceState(null, '', done.value.returnTo);
    return finish(done.value);
  }
  if (page !== 'launch') return say('ready');
  const asked = readLaunch(read.value, location.href);
  if (!asked.ok) return fail(asked.error);
  const { organisation, launch } = asked.value;
  const redirectUri = redirectUriOf(location.origin, organisation);
  const begun = await beginSignIn({ organisation, mode: 'ehr', launch, redirectUri }, window);
  if (!begun.ok) fail(begun.error);
}

void start();
