import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerCallback, beginSignIn, redirectUriOf, type Begun } from './index.ts';
import { startAuthServer, type AuthServer } from './testing/server.ts';
import { newTab, type Tab } from './testing/tab.ts';

const APP = 'https://app.example.org/';
const ORIGIN = new URL(APP).origin;
let server: AuthServer;
let tab: Tab;
beforeEach(async () => {
  server = await startAuthServer('general');
  tab = newTab(`${APP}timeline?window=1y`);
});
afterEach(() => server.stop());

async function openPopUp(): Promise<Extract<Begun, { kind: 'popup' }>> {
  const { organisation } = server;
  const redirectUri = redirectUriOf(APP, organisation);
  const begun = await beginSignIn({ organisation, mode: 'standalone', redirectUri, popup: true }, tab);
  if (!begun.ok || begun.value.kind !== 'popup') throw new Error(JSON.stringify(begun));
  return begun.value;
}
const popup = () => tab.popups[0]!;
const asked = () => new URL(popup().href).searchParams;
const answer = (more: Record<string, string> = {}) =>
  `?${new URLSearchParams({ code: 'c0de', state: asked().get('state') ?? '', ...more }).toString()}`;
const report = (search: string) => ({
  origin: ORIGIN,
  source: popup(),
  data: { type: 'throughline:sign-in', search },
});

describe('a sign-in in a window of its own', () => {
  it('reports back and leaves the page where it was', async () => {
    const begun = await openPopUp();
    tab.receive(report(answer()));
    expect(await begun.finished).toMatchObject({
      ok: true,
      value: { signedIn: { source: 'general', patient: 'p1' } },
    });
    expect(popup().closed).toBe(true);
    expect(tab.href).toBe(`${APP}timeline?window=1y`);
    expect(tab.written).toEqual([]);
  });

  it('opens its window in the click, before anything is waited for', async () => {
    const { organisation } = server;
    const begun = beginSignIn(
      { organisation, mode: 'standalone', redirectUri: redirectUriOf(APP, organisation), popup: true },
      tab,
    );
    expect(tab.popups).toHaveLength(1);
    const value = await begun;
    if (value.ok && value.value.kind === 'popup') value.value.cancel();
  });

  it('believes only its own window, its own origin, its own shape and its own state', async () => {
    const begun = await openPopUp();
    let settled = false;
    void begun.finished.then(() => (settled = true));
    const good = report(answer());
    for (const forged of [
      { ...good, origin: 'https://evil.example' },
      { ...good, origin: 'null' },
      { ...good, source: {} },
      { ...good, source: null },
      { ...good, data: null },
      { ...good, data: answer() },
      { ...good, data: { type: 'completeAuth', search: answer() } },
      { ...good, data: { type: 'throughline:sign-in', search: 7 } },
      report('?code=evil&state=unknown'),
      report('?error=access_denied'),
    ])
      tab.receive(forged);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).toBe(false);
    expect(server.requestsTo('/token')).toEqual([]);
    tab.receive(good);
    expect(await begun.finished).toMatchObject({ ok: true });
  });

  it('checks the answer as it would its own address', async () => {
    const begun = await openPopUp();
    tab.receive(report(answer({ iss: 'https://evil.example' })));
    expect(await begun.finished).toMatchObject({ ok: false, error: { kind: 'mixed-up' } });
    expect(server.requestsTo('/token')).toEqual([]);
  });

  it('tells when the window was closed, or was given up', async () => {
    const closed = await openPopUp();
    popup().closed = true;
    expect(await closed.finished).toEqual({ ok: false, error: { kind: 'popup-closed' } });
    const cancelled = await openPopUp();
    cancelled.cancel();
    expect(await cancelled.finished).toEqual({ ok: false, error: { kind: 'popup-closed' } });
    expect(tab.popups.every((each) => each.closed)).toBe(true);
  });

  it('does not leave an empty window behind when the server cannot be signed in to', async () => {
    server.smart = { code_challenge_methods_supported: [] };
    const { organisation } = server;
    await beginSignIn({ organisation, mode: 'standalone', redirectUri: APP, popup: true }, tab);
    expect(popup().closed).toBe(true);
  });

  it('goes in this tab where windows are blocked, and remembers where it was and what was connected', async () => {
    tab.blocked = true;
    const { organisation } = server;
    const begun = await beginSignIn(
      {
        organisation,
        mode: 'standalone',
        redirectUri: redirectUriOf(APP, organisation),
        popup: true,
        returnTo: '/timeline?window=1y',
        resume: [organisation.id],
      },
      tab,
    );
    expect(begun).toMatchObject({ ok: true, value: { kind: 'leaving' } });
    expect(JSON.parse([...tab.stored.values()][0] ?? '')).toMatchObject({
      returnTo: '/timeline?window=1y',
      resume: ['general'],
    });
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', ''])(
    'never comes back to somewhere else: %s',
    async (returnTo) => {
      const { organisation } = server;
      await beginSignIn({ organisation, mode: 'standalone', redirectUri: APP, returnTo }, tab);
      expect(JSON.parse([...tab.stored.values()][0] ?? '')).toMatchObject({ returnTo: '/' });
    },
  );
});

describe('the callback page', () => {
  const inWindow = (opener: unknown) =>
    Object.assign(newTab(`${APP}callback/general?code=c&state=${'0'.repeat(72)}&iss=x`), { opener });
  const posted: unknown[][] = [];
  const opener = { postMessage: (...message: unknown[]) => void posted.push(message) };
  beforeEach(() => void posted.splice(0));

  it('hands the query, and nothing else, to an opener of this origin, and closes', () => {
    const page = inWindow(opener);
    expect(answerCallback(page)).toBe('reported');
    expect(posted).toEqual([
      [{ type: 'throughline:sign-in', search: `?code=c&state=${'0'.repeat(72)}&iss=x` }, ORIGIN],
    ]);
    expect(page.closedItself).toBe(true);
    expect(page.href).toBe(`${APP}callback/general`);
  });

  it('completes by itself where this tab went to sign in, though an EHR had opened it', async () => {
    const { organisation } = server;
    tab.opener = opener;
    await beginSignIn(
      { organisation, mode: 'ehr', launch: 'l', redirectUri: redirectUriOf(APP, organisation) },
      tab,
    );
    const state = new URL(tab.went[0] ?? '').searchParams.get('state') ?? '';
    tab.href = `${APP}callback/general?code=c&state=${state}`;
    expect(answerCallback(tab)).toBe('complete-here');
    expect(posted).toEqual([]);
    expect(tab.closedItself).toBe(false);
  });

  it('does nothing for an answer that nobody asked for', () => {
    expect(answerCallback(inWindow(null))).toBe('stray');
  });
});
