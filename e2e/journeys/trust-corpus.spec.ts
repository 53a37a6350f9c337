import type { Page } from '@playwright/test';
import type { Json, JsonObject } from '../../src/base/index.ts';
import { isObject } from '../../src/base/index.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { random } from '../sandbox/world/prng.ts';
import { makeWorld, type FhirResource, type World } from '../sandbox/world/index.ts';
import { expect, test } from './support/app.ts';
import { facts } from './support/clinician.ts';

/**
 * A corpus of attacks through every text of every type, and a fuzz run through every shape: the built app shows what it
 * can, and nothing of it runs, is fetched, or leaves an error.
 */

const MARK = 'Zzcorpus';
const AWAY = 'http://attacker.localhost:1';
const ATTACKS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  `<svg onload="window.pwned=1"><image href="${AWAY}/x.png"/></svg>`,
  `"><iframe srcdoc="<script>parent.pwned=1</script>" src="${AWAY}/f"></iframe>`,
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
  '<template><script>window.pwned=1</script></template><noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
  `<link rel=stylesheet href="${AWAY}/x.css"><style>@import "${AWAY}/y.css"</style>`,
  `<meta http-equiv=refresh content="0;url=${AWAY}/"><base href="${AWAY}/">`,
  'javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  `[x](javascript:window.pwned=1) ![x](${AWAY}/pixel.png)`,
  '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1} <%= window.pwned=1 %>',
  '__proto__',
  'constructor',
  '\u202Egnp.exe\u2066\u0000\u0007\uFEFF',
  "'); window.pwned=1; //",
  '=HYPERLINK("http://attacker.localhost:1","x")',
  `${'\u0301'.repeat(400)}Z\u200d\u{1F468}\u200d\u{1F469}`,
  'A'.repeat(20_000),
];

/** Changed, the reference would not be the patient's any more, and the record would be somebody else's. */
const KEPT = new Set(['resourceType', 'id', 'reference', 'versionId', 'lastUpdated', 'div']);
const DATE = /^\d{4}(-\d\d){0,2}/;

type Change = (text: string, key: string) => Json;

function changed(value: Json, key: string, change: Change): Json {
  if (typeof value === 'string') return KEPT.has(key) || DATE.test(value) ? value : change(value, key);
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => changed(each, key, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, changed(each ?? null, name, change)]),
  );
}

/** One record of every type of the patient, for each of the changes. */
function spoilt(world: World, changes: readonly Change[]): World {
  const patient = world.people[0]?.ids.general ?? '';
  const one = new Map<string, FhirResource>();
  for (const resource of world.resources.general)
    if (JSON.stringify(resource).includes(`Patient/${patient}`) && resource.resourceType !== 'Consent')
      one.set(resource.resourceType, resource);
  const more = [...one.values()].flatMap((resource) =>
    changes.map((change, i) => {
      const { meta: _meta, ...rest } = resource as unknown as JsonObject;
      const made = changed(rest, '', change) as JsonObject;
      const text = { status: 'generated', div: `<div>${ATTACKS[i % ATTACKS.length] ?? ''}</div>` };
      return { ...made, id: `spoilt-${i}`, text } as unknown as FhirResource;
    }),
  );
  return { ...world, resources: { ...world.resources, general: [...world.resources.general, ...more] } };
}

async function visitEverything(page: Page, sandbox: Sandbox, patient: string): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(sandbox.launchUrl(patient));
  const strip = page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem').first();
  await expect(strip).toContainText(/\d+ facts · (complete|\d+ parts? missing)/, { timeout: 60_000 });
  await page.getByRole('searchbox').fill(MARK);
  const rows = facts(page).getByRole('option');
  await expect(rows.first()).toBeVisible({ timeout: 20_000 });
  expect(Number(await rows.first().getAttribute('aria-setsize'))).toBeGreaterThan(40);
  for (let i = 0, seen = await rows.count(); i < Math.min(seen, 15); i++) {
    await rows.nth(i).click();
    await expect(page.getByRole('article')).toContainText('Where it comes from');
  }
  await page.getByRole('searchbox').fill('');
  for (const view of ['Summary', 'Trends', 'Sources', 'Timeline']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await expect(page.getByRole('main')).toBeVisible();
  }
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  const own = [sandbox.urls.app, sandbox.urls.ehr, ...Object.values(sandbox.orgs).map((org) => org.origin)];
  return asked.filter((url) => url.startsWith('http') && !own.includes(new URL(url).origin));
}

async function inWorld(world: World, page: Page, complaints: readonly string[]): Promise<void> {
  const sandbox = await startSandbox({
    ports: 'random',
    world,
    appDir: 'dist',
    quiet: true,
    configure: (made) => ({ ...made, policy: { classes: [], confidentialities: [] } }),
  });
  try {
    expect(await visitEverything(page, sandbox, world.people[0]?.ids.general ?? '')).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await sandbox.stop();
  }
}

test('every attack in every text of every type: nothing runs, nothing is fetched, nothing breaks', async ({
  page,
  complaints,
}) => {
  test.setTimeout(180_000);
  const changes = ATTACKS.map(
    (attack): Change =>
      (text) =>
        `${MARK} ${attack} ${text}`,
  );
  await inWorld(spoilt(makeWorld({ people: ['maria-santos'] }), changes), page, complaints);
});

test('a fuzz run: any value in any place, with a seed that is told', async ({ page, complaints }) => {
  test.setTimeout(180_000);
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const dice = random(seed);
  const odd: readonly Json[] = [
    null,
    true,
    -1,
    1e300,
    '',
    [],
    {},
    [[]],
    [null],
    { toString: 1, valueOf: null },
  ];
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(dice.next() * from.length)];
  const change: Change = (text) => {
    if (dice.next() < 0.6) return text;
    return dice.next() < 0.5 ? `${MARK} ${pick(ATTACKS) ?? ''}` : (pick(odd) ?? null);
  };
  const marked: Change = (text, key) =>
    key === 'text' || key === 'display' ? `${MARK} ${text}` : change(text, key);
  await inWorld(
    spoilt(
      makeWorld({ people: ['maria-santos'] }),
      Array.from({ length: 20 }, () => marked),
    ),
    page,
    complaints,
  );
});
