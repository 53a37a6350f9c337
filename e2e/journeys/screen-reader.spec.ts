/**
 * A whole session by ear: no pointer, keys alone, and what is asserted is what a screen reader says: roles, names, and what
 * is announced. From the launch through the sources to a fact, its sources, a split, and back.
 */
import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, personIn, test } from './support/app.ts';
import { NAMES, sourceOf } from './support/clinician.ts';

test.setTimeout(180_000);

const focused = (page: Page) => page.locator(':focus');
/** Goes on by Tab until this has the focus: it can be reached, and what lies before it holds nobody fast. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let i = 0; i < 120; i++) {
    const here = focused(page);
    if ((await here.count()) > 0 && (await wanted.and(here).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${role} ${String(name)}`);
}
const announced = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });
const facts = (page: Page) => page.getByRole('listbox', { name: 'Facts, newest first' });
const current = async (page: Page): Promise<string> => {
  const id = await facts(page).getAttribute('aria-activedescendant');
  return id === null ? '' : ((await page.locator(`#${id}`).textContent()) ?? '');
};

test('a session by ear', async ({ page, sandbox, complaints }) => {
  const maria = personIn(sandbox, 'maria-santos');

  await test.step('the launch: who it is, and that a source has been read, is said without asking', async () => {
    await page.goto(sandbox.launchUrl(maria.ids['general'] ?? ''));
    await expect(announced(page, /^General Hospital: \d+ records · complete/)).toBeAttached();
    await expect(page).toHaveTitle(/Throughline/);
    await page.keyboard.press('Tab');
    await expect(focused(page)).toHaveRole('link');
    await expect(focused(page)).toHaveAccessibleName(/skip/i);
    await expect(page.getByRole('banner', { name: 'Patient' }).getByRole('heading', { level: 1 })).toHaveText(
      /Santos, Maria/,
    );
  });

  await test.step('the strip: each source by its name and how it stands; a further one is signed in to', async () => {
    const sources = page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem');
    await expect(sources).toHaveCount(4);
    await expect(sources.nth(0)).toContainText(/General Hospital.*complete/);
    await expect(sources.nth(3)).toContainText(/Valley Lab.*not signed in/);
    await tabTo(page, 'button', /^Sign in: Riverside Clinic|^Sign in$/);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    const signIn = popup.getByRole('button', { name: /^Sign in as/ });
    const allow = popup.getByRole('button', { name: /^Allow/ });
    await expect(signIn.or(allow)).toBeVisible();
    if (await signIn.isVisible()) await signIn.press('Enter');
    await popup.locator(`input[name="patient"][value="${maria.ids['riverside'] ?? ''}"]`).press('Space');
    await allow.press('Enter');
    await closed;
    await expect(announced(page, new RegExp(`${NAMES.riverside}: \\d+ records · complete`))).toBeAttached();
    await expect(sourceOf(page, 'riverside')).toContainText('complete');
    // The button that was pressed is gone: the focus is not.
    await expect(page.locator('body:focus')).toHaveCount(0);
  });

  await test.step('a fact is found: how many is said, and each row in full', async () => {
    await page.keyboard.press('/');
    await expect(focused(page)).toHaveRole('searchbox');
    await page.keyboard.type('warfarin');
    await expect(announced(page, /^At least 1 fact$/)).toBeVisible();
    await tabTo(page, 'listbox', /^Facts, newest first$/);
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => current(page))
      .toMatch(/Medication.*General Hospital.*Riverside Clinic.*warfarin/s);
    expect(await current(page)).toContain('Safety: sources disagree');
    await expect(facts(page).getByRole('option', { selected: true })).toHaveAttribute('aria-setsize', '1');
  });

  const detail = page.getByRole('complementary', { name: 'Detail' });
  await test.step('its detail: the name, who says it, what they disagree about, field by field', async () => {
    await expect(detail.getByRole('heading', { level: 2, name: /warfarin/ })).toBeVisible();
    await expect(detail).toContainText(/2 sources say this · \d+ disagreement/);
    await expect(detail.getByRole('heading', { name: 'Where sources disagree' })).toBeVisible();
    const status = detail
      .getByRole('region', { name: 'Field by field' })
      .getByRole('row', { name: /^Status/ });
    await expect(status.getByRole('rowheader')).toHaveText('Status');
    await expect(status).toContainText(/active.*General Hospital.*stopped.*Riverside Clinic/s);
    const origin = detail.getByRole('region', { name: 'Where it comes from' });
    await expect(origin).toContainText(/General Hospital.*Riverside Clinic/s);
    await tabTo(page, 'button', /^Back to the list$/);
    await tabTo(page, 'button', /^Reviewed$/);
    await page.keyboard.press('Space');
    await expect(announced(page, /^Marked as reviewed$/)).toBeAttached();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('it is split with a reason, and what was done is said; then it is taken back', async () => {
    await tabTo(page, 'button', /^Split…$/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveAccessibleName('Split what was joined');
    const all = detail.getByRole('checkbox', { name: /^Part all/ });
    if (await all.isVisible()) {
      await tabTo(page, 'checkbox', /^Part all/);
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'textbox', /^Why\?$/);
    await page.keyboard.type('Two courses');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveRole('article');
    await expect(focused(page)).toContainText('Reason: Two courses');
    await tabTo(page, 'button', /^Undo$/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveRole('status');
    await expect(focused(page)).toHaveText(/^Undone\./);
    await expect(detail.getByRole('heading', { level: 2, name: /warfarin/ })).toBeVisible();
  });

  await test.step('another is looked for to be joined with, and let be', async () => {
    await tabTo(page, 'button', /^Join with another fact…$/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveRole('searchbox');
    await page.keyboard.type('metoprolol');
    await expect(detail.getByRole('status').filter({ hasText: /found|1/ })).toBeVisible();
    await tabTo(page, 'button', /metoprolol/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveAccessibleName(/^Join with /);
    await tabTo(page, 'button', /^Leave as it is$/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveAccessibleName('Join with another fact…');
  });

  await test.step('back: the focus is where it was, and a disagreement opens and closes as it should', async () => {
    await page.keyboard.press('Escape');
    await expect(detail).toHaveCount(0);
    await expect(facts(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(announced(page, /^At least \d{2,} facts$/)).toBeVisible();
    const disagreement = page
      .getByRole('complementary', { name: 'Needs attention' })
      .getByRole('button', { name: /^warfarin/ });
    await tabTo(page, 'button', /^warfarin/);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveText(/^warfarin/);
    await expect(focused(page)).toHaveRole('heading');
    await page.keyboard.press('Escape');
    await expect(disagreement).toBeFocused();
  });
  expect(complaints).toEqual([]);
});

test('in the side panel of an EHR: the detail covers the page, keeps the focus, and gives it back', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(sandbox.launchUrl(personIn(sandbox, 'maria-santos').ids['general'] ?? ''));
  await expect(announced(page, /^General Hospital: \d+ records · complete/)).toBeAttached();
  await tabTo(page, 'listbox', /^Facts, newest first$/);
  await page.keyboard.press('ArrowDown');
  const detail = page.getByRole('complementary', { name: 'Detail' });
  await expect(focused(page)).toHaveAccessibleName('Back to the list');
  // Round and round: nothing behind it is reached.
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('aside') === null,
    );
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expect(facts(page)).toBeFocused();
});

test('every key of the help does what it says', async ({ page, sandbox }) => {
  await page.goto(sandbox.launchUrl(personIn(sandbox, 'maria-santos').ids['general'] ?? ''));
  await expect(announced(page, /^General Hospital: \d+ records · complete/)).toBeAttached();
  const parameter = (name: string) => () => new URL(page.url()).searchParams.get(name);
  const chosen = () => facts(page).getByRole('option', { selected: true });
  const press = (key: string) => page.keyboard.press(key);
  const becomes = (name: string, value: string | null) => expect.poll(parameter(name)).toBe(value);
  /** By the keys as the help writes them; the lanes have a journey of their own. */
  const KEYS: Readonly<Record<string, () => Promise<void>>> = {
    '/': async () => {
      await press('/');
      await expect(focused(page)).toHaveRole('searchbox');
      await press('Escape');
    },
    'j k': async () => {
      await press('j');
      await press('j');
      await expect(chosen()).toHaveAttribute('aria-posinset', '2');
      await press('k');
      await expect(chosen()).toHaveAttribute('aria-posinset', '1');
    },
    'Home End': async () => {
      await press('End');
      await expect.poll(async () => Number(await chosen().getAttribute('aria-posinset'))).toBeGreaterThan(30);
      await press('Home');
      await expect(chosen()).toHaveAttribute('aria-posinset', '1');
    },
    r: async () => {
      await press('r');
      await expect(page.getByRole('button', { name: 'Reviewed' })).toHaveAttribute('aria-pressed', 'true');
    },
    Esc: async () => {
      await press('Escape');
      await becomes('fact', null);
    },
    '+ −': async () => {
      await press('+');
      await expect.poll(parameter('from')).not.toBeNull();
      await press('-');
      await becomes('from', null);
    },
    '[ ]': async () => {
      await press('+');
      await expect.poll(parameter('from')).not.toBeNull();
      const before = parameter('from')();
      await press('[');
      await expect.poll(parameter('from')).not.toBe(before);
      await press(']');
      await becomes('from', before);
    },
    '0': async () => {
      await press('0');
      await becomes('from', null);
    },
    '1 2 3 4': async () => {
      for (const [key, view] of [
        ['2', 'summary'],
        ['3', 'trends'],
        ['4', 'sources'],
        ['1', null],
      ] as const) {
        await press(key);
        await becomes('view', view);
      }
    },
    'Ctrl+P': async () => {
      await press('Control+p');
      await expect(page.getByRole('dialog', { name: 'Print' })).toBeVisible();
      await press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  };
  const ELSEWHERE = ['← →', '↑ ↓', 'Enter', '?'];
  await press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toBeVisible();
  const told: string[] = [];
  for (const term of await help.locator('dt').all())
    told.push((await term.locator('kbd').allTextContents()).join(' '));
  expect([...told].sort()).toEqual([...Object.keys(KEYS), ...ELSEWHERE].sort());
  await press('Escape');
  for (const run of Object.values(KEYS)) await run();
});
