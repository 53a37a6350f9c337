/** One signed-in engine on one patient's record at General Hospital, whose clock is moved by hand. */
import type { Sandbox } from '../../../e2e/sandbox/index.ts';
import { parseJson, type JsonObject } from '../../base/index.ts';
import { sourceId } from '../../record/index.ts';
import { EVERYTHING, type Row } from '../../timeline/index.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { Site } from '../messages.ts';
import { signedInAt } from './session.ts';

export const GENERAL = sourceId('general');

export async function run(sandbox: Sandbox, patient: string, change: Partial<Site> = {}) {
  const org = sandbox.orgs.general;
  const scope = 'openid fhirUser launch/patient patient/*.rs patient/AuditEvent.c';
  const signedIn = await signedInAt(sandbox, 'general', patient, scope);
  const site: Site = {
    app: sandbox.urls.app,
    audit: `${org.iss}/AuditEvent`,
    policy: null,
    names: { general: 'General Hospital' },
    ...change,
  };
  const sent: { url: string; init: RequestInit; ok: boolean }[] = [];
  let ahead = 0;
  const engine = createEngine({
    fetch: async (url, init) => {
      const one = { url, init, ok: false };
      sent.push(one);
      const answer = await fetch(url, init);
      one.ok = answer.ok;
      return answer;
    },
    clock: { now: () => Date.now() + ahead },
    emit: () => undefined,
  });
  await engine.connect({ signedIn, site });
  await engine.load({ source: GENERAL, types: null });
  return {
    engine,
    sent,
    signedIn,
    later: (ms: number) => (ahead += ms),
    read: reader(sandbox, signedIn.tokens?.access ?? ''),
  };
}

const reader = (sandbox: Sandbox, access: string) => async (path: string) => {
  const answer = await fetch(`${sandbox.orgs.general.iss}/${path}`, {
    headers: { authorization: `Bearer ${access}`, accept: 'application/fhir+json' },
  });
  return parseJson(await answer.text()) as JsonObject;
};

export async function maskedRow(engine: Engine, kind: Row['kind'] = 'condition'): Promise<Row> {
  const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 });
  const row = rows.find((each) => each.flags.masked && each.kind === kind);
  if (!row) throw new Error('nothing is masked');
  return row;
}
/** Asks to see one fact. */
export const one = (id: Row['id']) => ({ id, purpose: 'TREAT', reason: 'dose before surgery', alike: false });
export const found = async (engine: Engine, text: string): Promise<number> =>
  (await engine.rows({ query: { ...EVERYTHING, text }, offset: 0, limit: 0 })).total;
