/**
 * Keeps one source's tokens: refreshes ahead of time and after a 401, one refresh at a time, and forgets them at
 * sign-out. Nobody else sees a refresh token. The refresh belongs to no request, so cancelling one never harms it.
 */
import { err, ok, parseJson, type Clock, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import {
  grantAfter,
  readTokenResponse,
  type ConnectionState,
  type Grant,
  type SignedIn,
  type Tokens,
} from '../sources/index.ts';
import { decode, problemOf } from './answer.ts';
import type { Limits } from './limits.ts';
import { send, type Fetch, type Wire } from './send.ts';
import { unlessCancelled } from './wait.ts';

export interface TokenKeeper {
  /** As signed in, or as the last refresh left it: a server may narrow it, to nothing too. */
  grant(): Grant;
  /** The token to send now; null for an open server. */
  bearer(signal?: AbortSignal): Promise<Result<string | null, SourceProblem>>;
  /** The server answered 401 to `used`. ok: there is another token to try once. */
  refused(used: string | null, signal?: AbortSignal): Promise<Result<true, SourceProblem>>;
  /** The server took the token. */
  accepted(): void;
  /** Some servers' 401 cannot be read across origins and looks like a dead network: true where a refresh worked. */
  refreshInCase(used: string | null, signal?: AbortSignal): Promise<boolean>;
  /** Revokes where the server can; the tokens are gone at once, whatever the server answers. */
  end(): Promise<void>;
}

export interface TokenWorld {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly onState: (state: ConnectionState) => void;
}

/** Refresh this long before the end, or a tenth of the token's life for one that lives shortly. */
const AHEAD_MS = 60_000;
/** A token that was refused this soon after it was minted will not get better by minting another. */
const FRESH_MS = 5_000;

type Refreshed = Result<true, SourceProblem>;

export function keepTokens(signedIn: SignedIn, world: TokenWorld): TokenKeeper {
  const { clock, onState } = world;
  let tokens: Tokens | null = signedIn.tokens;
  let grant: Grant = signedIn;
  let over: 'expired' | 'signed-out' | null = null;
  let mintedAt = clock.now();
  let minted = 0;
  let ahead = aheadOf(tokens, mintedAt);
  let refreshing: Promise<Refreshed> | null = null;
  /** Told 'expired' for want of a refresh token; a later success takes it back. */
  let doubted = false;

  const connected = () =>
    onState({
      kind: 'connected',
      since: mintedAt,
      expiresAt: tokens?.expiresAt ?? null,
      granted: grant.granted,
    });
  const endSession = (why: 'expired' | 'signed-out') => {
    tokens = null;
    over = why;
    onState({ kind: why });
  };

  const refreshOnce = async (): Promise<Refreshed> => {
    const old = tokens;
    if (!old?.refresh) return err({ kind: 'signed-out' });
    const answer = await askForTokens(old, old.refresh, world);
    if (over) {
      // Signed out meanwhile: what just arrived is not kept, and not left valid either.
      if (answer.ok)
        await revoke({ ...old, access: answer.value.access, refresh: answer.value.refresh }, world);
      return err({ kind: 'signed-out' });
    }
    if (!answer.ok) {
      if (answer.error !== 'invalid-grant') return err(answer.error);
      endSession('expired');
      return err({ kind: 'signed-out' });
    }
    const now = clock.now();
    tokens = { ...old, ...answer.value, refresh: answer.value.refresh ?? old.refresh };
    if (answer.scope !== null) grant = grantAfter(signedIn, answer.scope);
    mintedAt = now;
    minted++;
    doubted = false;
    ahead = aheadOf(tokens, now);
    connected();
    return ok(true);
  };
  const refresh = (): Promise<Refreshed> => {
    refreshing ??= refreshOnce().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const shared = async (signal?: AbortSignal): Promise<Refreshed> =>
    (await unlessCancelled(refresh(), signal)) ?? err({ kind: 'cancelled' });

  return {
    grant: () => grant,
    async bearer(signal) {
      if (over) return err({ kind: 'signed-out' });
      if (!tokens) return ok(null);
      const left = tokens.expiresAt === null ? Infinity : tokens.expiresAt - clock.now();
      if (left <= ahead && tokens.refresh) {
        const outcome = await shared(signal);
        // Before the end a failed refresh is no reason to fail: the old token is still good.
        if (
          !outcome.ok &&
          (left <= 0 || outcome.error.kind === 'signed-out' || outcome.error.kind === 'cancelled')
        )
          return outcome;
      }
      return tokens ? ok(tokens.access) : err({ kind: 'signed-out' });
    },
    async refused(used, signal) {
      if (over) return err({ kind: 'signed-out' });
      // Somebody else's 401 has brought a new token already.
      if (tokens && used !== tokens.access) return ok(true);
      if (!tokens?.refresh) {
        if (tokens && !doubted) {
          doubted = true;
          onState({ kind: 'expired' });
        }
        return err({ kind: 'signed-out' });
      }
      if (minted > 0 && clock.now() - mintedAt < FRESH_MS && clock.now() >= mintedAt)
        return err({ kind: 'signed-out' });
      return shared(signal);
    },
    accepted() {
      if (doubted && tokens && !over) {
        doubted = false;
        connected();
      }
    },
    async refreshInCase(used, signal) {
      if (over || !tokens?.refresh) return false;
      if (used !== tokens.access) return true;
      if (minted > 0 && clock.now() - mintedAt < FRESH_MS) return false;
      return (await shared(signal)).ok;
    },
    async end() {
      const last = tokens;
      if (over !== 'signed-out') endSession('signed-out');
      if (last) await revoke(last, world);
    },
  };
}

const aheadOf = (tokens: Tokens | null, now: number): number =>
  tokens?.expiresAt ? Math.min(AHEAD_MS, Math.max(0, (tokens.expiresAt - now) / 10)) : 0;

interface Minted {
  readonly access: string;
  readonly refresh: string | null;
  readonly expiresAt: number | null;
}
type Minting =
  | { readonly ok: true; readonly value: Minted; readonly scope: string | null }
  | { readonly ok: false; readonly error: SourceProblem | 'invalid-grant' };

async function askForTokens(tokens: Tokens, refreshToken: string, world: TokenWorld): Promise<Minting> {
  const sent = await postForm(tokens.tokenEndpoint, world, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: tokens.clientId,
  });
  if (!sent.ok) return sent;
  const wire = sent.value;
  const body = asJson(wire);
  const problem = problemOf(wire, world.clock.now());
  if (problem) {
    // Only this word ends a session; a gateway's 400 or 401 does not carry it.
    if (isInvalidGrant(body)) return err('invalid-grant');
    // This 401 is about the client, not about a session.
    return err(
      problem.kind === 'signed-out'
        ? { kind: 'rejected', status: wire.status, detail: 'the token endpoint refused this app' }
        : problem,
    );
  }
  const read = readTokenResponse(body, world.clock.now());
  if (!read.ok) return err({ kind: 'malformed', detail: `token endpoint: ${read.error}` });
  const { access, refresh, expiresAt, scope } = read.value;
  return { ok: true, value: { access, refresh, expiresAt }, scope };
}

function asJson(wire: Wire) {
  try {
    return parseJson(decode(wire));
  } catch {
    return undefined;
  }
}

const isInvalidGrant = (body: ReturnType<typeof asJson>): boolean =>
  typeof body === 'object' && body !== null && 'error' in body && body.error === 'invalid_grant';

/** RFC 7009: the refresh token first, since that ends the grant at most servers. */
async function revoke(tokens: Tokens, world: TokenWorld): Promise<void> {
  const endpoint = tokens.revocationEndpoint;
  if (!endpoint) return;
  const { access, refresh, clientId } = tokens;
  const kinds = { refresh_token: refresh, access_token: access };
  for (const [hint, token] of Object.entries(kinds)) {
    if (token) await postForm(endpoint, world, { token, token_type_hint: hint, client_id: clientId });
  }
}

const postForm = (
  url: string,
  world: TokenWorld,
  fields: Readonly<Record<string, string>>,
): Promise<Result<Wire, SourceProblem>> =>
  send(
    world.fetch,
    url,
    {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    },
    {
      totalMs: world.limits.refreshMs,
      idleMs: world.limits.refreshMs,
      maxBytes: 1024 * 1024,
    },
  );
