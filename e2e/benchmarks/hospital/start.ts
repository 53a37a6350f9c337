/** The sandbox in a process of its own, so that what is measured does not share a thread with who answers it. */
import { generate } from 'selfsigned';
import { startSandbox, type Habits, type Sandbox, type SandboxOrg } from '../../sandbox/index.ts';
import { signIn } from '../../sandbox/testing/visitor.ts';
import { makeWorld, ORG_KEYS, resourcesOf, type OrgKey } from '../../sandbox/world/index.ts';
import type { Ask, Opened, Organisation, Told } from './messages.ts';

/** What the design's figures were measured against: servers that hinder nobody. */
const WILLING: Partial<Habits> = {
  scopes: 'v2',
  accessTokenSeconds: 3600,
  defaultPage: 100,
  maxPage: 1000,
  next: 'absolute',
  total: 'exact',
  emptySearch: 'empty',
  observationNeedsCategory: false,
  postSearch: true,
  sorts: true,
  phantomNext: false,
  preflightMaxAge: 600,
  html404: false,
  xmlUnlessAsked: false,
  informationFirst: false,
  capability: 'true',
};

/** Each like the one of the four that stands in the same place. */
const FURTHER = [
  'North Clinic',
  'East Clinic',
  'South Clinic',
  'West Clinic',
  'Hill Practice',
  'Lake Practice',
  'Mill Practice',
  'Port Practice',
] as const;

const tell = (told: Told): void => void process.send?.(told);
let sandbox: Sandbox | null = null;

async function open(ask: Extract<Ask, { kind: 'open' }>): Promise<Opened> {
  const world = makeWorld({ largeRecords: ask.records });
  const walter = world.people.find(({ key }) => key === 'walter-brannigan');
  if (!walter) throw new Error('the large patient is missing');
  const tls = ask.http2
    ? await generate([{ name: 'commonName', value: 'localhost' }]).then(({ private: key, cert }) => ({
        key,
        cert,
      }))
    : null;
  // The sign-ins made here trust the certificate that was just made.
  if (tls) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  sandbox = await startSandbox({
    ports: 'random',
    quiet: true,
    world,
    appDir: ask.appDir,
    further: FURTHER.slice(0, ask.further).map((name, i) => ({
      key: name.toLowerCase().replace(' ', '-'),
      name,
      like: ORG_KEYS[i % ORG_KEYS.length] ?? 'general',
    })),
    habits: Object.fromEntries(ORG_KEYS.map((key) => [key, WILLING])),
    ...(tls ? { tls } : {}),
  });
  const here = sandbox;
  const organisation = async (org: SandboxOrg, like: OrgKey): Promise<Organisation> => {
    const counts: Record<string, number> = {};
    for (const { resourceType } of resourcesOf(world, like, walter.key))
      counts[resourceType] = (counts[resourceType] ?? 0) + 1;
    const patient = walter.ids[like] ?? '';
    const { access_token: token } = await signIn(here, org, { patient });
    return { key: org.key, name: org.name, iss: org.iss, patient, token, counts };
  };
  return {
    app: here.urls.app,
    launch: here.launchUrl(walter.ids.general ?? ''),
    organisations: await Promise.all([
      ...ORG_KEYS.map((key) => organisation(here.orgs[key], key)),
      ...here.further.map((org, i) => organisation(org, ORG_KEYS[i % ORG_KEYS.length] ?? 'general')),
    ]),
  };
}

process.on('disconnect', () => process.exit());
process.on('message', (ask: Ask) => {
  void (async () => {
    switch (ask.kind) {
      case 'open':
        return tell({ kind: 'opened', opened: await open(ask) });
      case 'latency':
        sandbox?.setLatency(ask.ms, ask.preflightMs);
        return tell({ kind: 'done' });
      case 'hold':
        sandbox?.hold();
        sandbox?.clearLog();
        return tell({ kind: 'done' });
      case 'release':
        sandbox?.release();
        return tell({ kind: 'released', at: Date.now() });
      case 'requests':
        return tell({
          kind: 'requests',
          requests: (sandbox?.log() ?? []).map(({ org, method, type, authorization }) => ({
            org,
            method,
            type,
            authorization,
          })),
        });
      case 'stop':
        await sandbox?.stop();
        return process.exit(0);
    }
  })().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
