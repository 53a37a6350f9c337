import type { JsonObject } from '../../../src/base/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { signIn } from '../../sandbox/testing/visitor.ts';

/** What an auditor reads at General Hospital of what was done for a patient. */
export async function audited(sandbox: Sandbox, patient: string): Promise<readonly JsonObject[]> {
  const org = sandbox.orgs.general;
  const token = await signIn(sandbox, org, { patient });
  const answer = await fetch(`${org.iss}/AuditEvent?_count=500`, {
    headers: { authorization: `Bearer ${token.access_token}` },
  });
  const bundle = (await answer.json()) as { entry?: { resource: JsonObject }[] };
  return (bundle.entry ?? []).map((entry) => entry.resource);
}
