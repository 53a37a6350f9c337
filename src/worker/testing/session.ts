/** What the tests of the engine share: an engine on the real network, a sign-in at a sandbox, the end of a reading. */
import type { Sandbox } from '../../../e2e/sandbox/index.ts';
import { signIn } from '../../../e2e/sandbox/testing/visitor.ts';
import type { OrgKey } from '../../../e2e/sandbox/world/index.ts';
import { sourceId, type LedgerLine, type SourceId } from '../../record/index.ts';
import type { SignedIn } from '../../sources/index.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { WorkerEvent } from '../messages.ts';

export const newEngine = (emit: (event: WorkerEvent) => void = () => undefined): Engine =>
  createEngine({ fetch: (url, init) => fetch(url, init), clock: { now: () => Date.now() }, emit });

export async function signedInAt(
  sandbox: Sandbox,
  key: OrgKey,
  patient: string,
  scope?: string,
): Promise<SignedIn> {
  const org = sandbox.orgs[key];
  const token = await signIn(sandbox, org, scope === undefined ? { patient } : { patient, scope });
  return {
    source: sourceId(key),
    base: org.iss,
    patient: token.patient ?? patient,
    encounter: null,
    granted: token.scope,
    user: 'Practitioner/signed-in-clinician',
    tokens: {
      access: token.access_token,
      refresh: token.refresh_token ?? null,
      expiresAt: Date.now() + token.expires_in * 1000,
      tokenEndpoint: `${org.origin}/oauth/token`,
      revocationEndpoint: null,
      clientId: sandbox.clientId,
    },
  };
}

const isBusy = ({ state }: LedgerLine): boolean =>
  state.kind === 'loading' || (state.kind === 'not-asked' && state.why === 'waiting');

/** The ledger, of one source or of all, once every line of it has come to an end. */
export async function settled(
  engine: Engine,
  source: SourceId | null = null,
): Promise<readonly LedgerLine[]> {
  for (;;) {
    const lines = (await engine.ledger(null)).filter((line) => source === null || line.source === source);
    if (lines.length > 0 && !lines.some(isBusy)) return lines;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
