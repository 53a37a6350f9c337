/** The life of a source's tokens, seen at the requests that they go with: refreshed, narrowed, signed out. */
import { describe, expect, it } from 'vitest';
import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import { loadFrom, openTo, signedIn, tokensOf, startForTest } from './testing/harness.ts';
import { type ServerOptions, type TestServer } from './testing/server.ts';

const start = (options: Partial<ServerOptions> = {}): Promise<TestServer> =>
  startForTest({ resources: [{ resourceType: 'Patient', id: 'p1' }], ...options });

const problem = async (access: Access, url = 'Patient/p1'): Promise<SourceProblem | null> => {
  const answer = await access.get(url);
  return answer.ok ? null : answer.error;
};
const rotating = { lifetimeSeconds: 3600, rotates: true };

describe('refresh', () => {
  it('happens before expiry, once for all who wait, with the rotated token kept', async () => {
    const server = await start({ auth: { ...rotating, refreshDelayMs: 30 } });
    const { access, states } = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server, 0) }),
    });
    const answers = await Promise.all(Array.from({ length: 12 }, () => access.get('Patient/p1')));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(server.tokens).toMatchObject({ refreshes: 1, reused: 0 });
    expect(new Set(server.log.map((asked) => asked.token))).toEqual(new Set(['access-1']));
    expect(states).toMatchObject([{ kind: 'connected' }]);
  });

  it('happens on 401, once for twelve parallel ones', async () => {
    const server = await start({ auth: { ...rotating, refreshDelayMs: 30 } });
    const tokens = tokensOf(server);
    server.tokens.valid.clear();
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens }) });
    const answers = await Promise.all(Array.from({ length: 12 }, () => access.get('Patient/p1')));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(server.tokens).toMatchObject({ refreshes: 1, reused: 0 });
  });

  it('never uses a rotated token twice, over many lives of the access token', async () => {
    const server = await start({ auth: { lifetimeSeconds: 100, rotates: true } });
    let now = Date.now();
    const { access } = openTo(server, {
      signedIn: signedIn(server, { tokens: { ...tokensOf(server), expiresAt: now + 100_000 } }),
      clock: { now: () => now },
    });
    for (let hour = 0; hour < 5; hour++) {
      now += 3_600_000; // as after sleep: far past the end, all at once
      await Promise.all([access.get('Patient/p1'), access.get('Patient/p1')]);
    }
    expect(server.tokens).toMatchObject({ refreshes: 5, reused: 0 });
  });

  it('keeps the old refresh token where the server sends no new one', async () => {
    const server = await start({ auth: { lifetimeSeconds: 0, rotates: false } });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server, 0) }) });
    expect(await problem(access)).toBeNull();
    expect(await problem(access)).toBeNull();
    expect(server.tokens).toMatchObject({ refreshes: 2, reused: 0 });
  });

  it.each([
    ['a dead connection', (r: { destroy(): void }) => r.destroy()],
    ['a 503', (r: { writeHead(s: number): { end(): void } }) => r.writeHead(503).end()],
    ['a web page', (r: { end(t: string): void }) => r.end('<html>busy</html>')],
  ])('%s during refresh keeps the session, and the next try works', async (_what, fail) => {
    let broken = true;
    const server = await start({
      auth: {
        ...rotating,
        onRefresh: (_n, response) => {
          if (broken) fail(response as never);
          return broken;
        },
      },
    });
    const { access, states } = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server, 0) }),
    });
    expect(await problem(access)).not.toBeNull();
    expect(states).toEqual([]);
    broken = false;
    expect(await problem(access)).toBeNull();
    expect(states).toMatchObject([{ kind: 'connected' }]);
  });

  it('only invalid_grant ends the session, and nothing is asked afterwards', async () => {
    const server = await start({ auth: rotating });
    const tokens = tokensOf(server, 0);
    server.tokens.refresh.clear();
    const { access, states } = openTo(server, { signedIn: signedIn(server, { tokens }) });
    expect(await problem(access)).toEqual({ kind: 'signed-out' });
    expect(states).toEqual([{ kind: 'expired' }]);
    const before = server.log.length;
    expect(await problem(access)).toEqual({ kind: 'signed-out' });
    expect(server.log.length).toBe(before);
    expect(server.tokens.refreshes).toBe(1);
  });

  it('cancelling a request that waits for the refresh leaves the refresh to the others', async () => {
    const server = await start({ auth: { ...rotating, refreshDelayMs: 60 } });
    const { access, states } = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server, 0) }),
    });
    const impatient = new AbortController();
    const first = access.get('Patient/p1', { signal: impatient.signal });
    const second = access.get('Patient/p1');
    setTimeout(() => impatient.abort(), 20);
    expect(await first).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect((await second).ok).toBe(true);
    expect(server.tokens).toMatchObject({ refreshes: 1, reused: 0 });
    expect(states).toMatchObject([{ kind: 'connected' }]);
  });

  it('401 without a refresh token says expired, and a later success takes it back', async () => {
    let refuse = true;
    const server = await start({
      fault: (_asked, response) => {
        if (refuse) response.writeHead(401).end();
        return refuse;
      },
    });
    const { access, states } = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server, null, null) }),
    });
    expect(await problem(access)).toEqual({ kind: 'signed-out' });
    refuse = false;
    expect(await problem(access)).toBeNull();
    expect(states).toMatchObject([{ kind: 'expired' }, { kind: 'connected' }]);
  });

  it('a server that answers 401 whatever the token is not refreshed in a circle', async () => {
    const server = await start({
      auth: rotating,
      fault: (_asked, response) => {
        response.writeHead(401).end();
        return true;
      },
    });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server) }) });
    for (let i = 0; i < 5; i++) expect(await problem(access)).toEqual({ kind: 'signed-out' });
    expect(server.tokens.refreshes).toBe(1);
  });

  it('a 401 hidden by CORS looks like a dead network: one refresh is tried before giving up', async () => {
    const server = await start({
      auth: rotating,
      fault: (asked, response) => {
        const hidden = asked.token === 'access-0';
        if (hidden) response.destroy();
        return hidden;
      },
    });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server) }) });
    expect(await problem(access)).toBeNull();
    expect(server.tokens).toMatchObject({ refreshes: 1, reused: 0 });
  });
});

describe('a refresh that narrows the scope', () => {
  const BEFORE = 'patient/Patient.rs patient/Condition.rs';
  const after = async (scope: string | undefined, more: object = {}) => {
    const server = await start({ auth: { lifetimeSeconds: 3600, rotates: true, narrowedTo: () => scope } });
    const opened = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server, 0), granted: BEFORE, ...more }),
    });
    return { server, ...opened };
  };

  it.each(['', 'openid launch', 'patient/AuditEvent.c'])(
    'to nothing (%j) is an empty grant: the request that waited for it is not sent, nor any after it',
    async (scope) => {
      const { server, access, states } = await after(scope);
      const refused = { kind: 'forbidden', detail: 'the sign-in granted no records' };
      expect(await problem(access)).toEqual(refused);
      expect(await problem(access, 'Condition?patient=p1')).toEqual(refused);
      expect(server.log).toEqual([]);
      expect(access.asksFor('Condition')).toBe(false);
      expect(states).toMatchObject([{ kind: 'connected', granted: scope }]);
    },
  );

  it('to less: an empty answer to what was taken away is not "none"', async () => {
    const { access, server } = await after('patient/Patient.rs patient/Procedure.rs');
    const { line } = await loadFrom(server, { access });
    expect(access.granted).toBe('patient/Patient.rs patient/Procedure.rs');
    expect(line('Condition').state.kind).toBe('not-granted');
    expect(line('Procedure').state.kind).toBe('complete');
  });

  it('to more reads no more than the site asks for', async () => {
    const { access, server } = await after('patient/*.rs', { asked: BEFORE });
    expect(await problem(access)).toBeNull();
    expect(access.granted).toBe(BEFORE);
    expect(await problem(access, 'Observation?patient=p1')).toMatchObject({ kind: 'forbidden' });
    expect(server.log).toHaveLength(1);
  });

  it('leaves it as it was where the server says nothing of it', async () => {
    const { access } = await after(undefined);
    expect(await problem(access)).toBeNull();
    expect(access.granted).toBe(BEFORE);
  });

  it('in the middle of a load: what is left is told as not permitted, and none of it is complete', async () => {
    const patient = 'Patient/p1';
    const resources = ['Condition', 'Procedure', 'Immunization'].map((resourceType) => ({
      resourceType,
      id: 'x',
      [resourceType === 'Immunization' ? 'patient' : 'subject']: { reference: patient },
    }));
    const server = await start({
      resources: [{ resourceType: 'Patient', id: 'p1' }, ...resources],
      auth: { lifetimeSeconds: 3600, rotates: true, narrowedTo: () => '' },
    });
    const tokens = tokensOf(server);
    server.tokens.valid.clear();
    const signed = signedIn(server, { tokens, granted: 'patient/*.rs' });
    const { end } = await loadFrom(server, { access: openTo(server, { signedIn: signed }).access });
    // Nothing was named that names would have to be read for: of those nothing is missing.
    const states = end.ledger.filter(({ type }) => type !== 'support').map(({ state }) => state.kind);
    expect(states).not.toContain('complete');
    expect(states).toContain('not-granted');
    const with1 = server.log.filter(({ token }) => token === 'access-1').map(({ path }) => path);
    expect(with1.filter((path) => path !== 'metadata')).toEqual([]);
  });
});

describe('sign-out', () => {
  it('revokes both tokens, ends what is under way, and asks nothing more', async () => {
    const server = await start({ auth: rotating, fault: () => true });
    const { access, states } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server) }) });
    const waiting = access.get('Patient/p1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await access.signOut();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'signed-out' } });
    expect(server.tokens.revoked).toEqual(['refresh-0', 'access-0']);
    expect(states).toEqual([{ kind: 'signed-out' }]);
    const before = server.log.length;
    expect(await problem(access)).toEqual({ kind: 'signed-out' });
    expect(server.log.length).toBe(before);
  });

  it('during a refresh: what the refresh brings is revoked, not kept', async () => {
    const server = await start({ auth: { ...rotating, refreshDelayMs: 60 } });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server, 0) }) });
    const waiting = access.get('Patient/p1');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await access.signOut();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'signed-out' } });
    await expect.poll(() => server.tokens.revoked).toContain('refresh-1');
    expect(server.log).toEqual([]);
  });
});
