import type { JsonObject } from '../../../src/base/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { signIn } from '../../sandbox/testing/visitor.ts';

/** All that was ever recorded, page by page, by somebody who sees the records of every patient. */
export async function everyRecord(sandbox: Sandbox): Promise<readonly JsonObject[]> {
  const { general } = sandbox.orgs;
  const token = await signIn(sandbox, general, { scope: 'openid user/AuditEvent.rs' });
  const events: JsonObject[] = [];
  for (let next: string | null = `${general.iss}/AuditEvent?_count=500`; next !== null;) {
    const answer = await fetch(next, { headers: { authorization: `Bearer ${token.access_token}` } });
    const bundle = (await answer.json()) as {
      entry?: { resource: JsonObject }[];
      link?: { relation: string; url: string }[];
    };
    events.push(...(bundle.entry ?? []).map(({ resource }) => resource));
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url ?? null;
  }
  return events;
}

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
