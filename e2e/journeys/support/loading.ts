/** How a journey looks at a load: what the strip says of a source, and the source's ledger. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.ts';
import type { OrgKey, WorldPerson } from '../../sandbox/world/index.ts';
import { signInThere } from './app.ts';

const NAMES: Readonly<Record<OrgKey, string>> = {
  general: 'General Hospital',
  riverside: 'Riverside Clinic',
  county: 'County HIE',
  valley: 'Valley Lab',
};

/** The source's place in the strip that is always on screen. */
export const standing = (page: Page, org: OrgKey): Locator =>
  page
    .getByRole('region', { name: 'Sources', exact: true })
    .getByRole('listitem')
    .filter({ hasText: NAMES[org] });

export const press = (page: Page, org: OrgKey, button: 'Load' | 'Sign in' | 'Review match'): Promise<void> =>
  standing(page, org)
    .getByRole('button', { name: `${button}: ${NAMES[org]}` })
    .click();

export const openView = (page: Page, view: 'Sources' | 'Timeline'): Promise<void> =>
  page.getByRole('navigation', { name: 'Views' }).getByText(view, { exact: true }).click();

/** The source's section of the Sources view, which has to be open. */
export const section = (page: Page, org: OrgKey): Locator =>
  page.getByRole('main').getByRole('region', { name: NAMES[org] });

/** The lines of one type in the source's ledger: one, or one for each category. */
export const ledgerRow = (page: Page, org: OrgKey, type: string): Locator =>
  section(page, org)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${type}\\b`) }) });

/** How many records of a type the ledger says were read, over all its lines. */
export async function readOf(page: Page, org: OrgKey, type: string): Promise<number> {
  const cells = await ledgerRow(page, org, type).locator('td:nth-of-type(2)').allTextContents();
  return cells.reduce((sum, text) => sum + Number(text.replaceAll(/[^0-9]/g, '')), 0);
}

/** The records of a person at one organisation, by type. */
export function truthAt(person: WorldPerson, org: OrgKey): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { members } of person.truth)
    for (const member of members) {
      const type = member.ref.split('/')[0] ?? '';
      if (member.org === org) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  return counts;
}

export async function launch(page: Page, sandbox: Sandbox, person: WorldPerson): Promise<void> {
  await page.goto(sandbox.launchUrl(person.ids.general ?? ''));
  await expect(standing(page, 'general')).toContainText(/\d records|loading/);
}

/** Signs in beside what is there; where the rules do not link the patient by themselves, a person does. */
export async function join(page: Page, org: OrgKey, person: WorldPerson): Promise<void> {
  const opened = page.waitForEvent('popup');
  await press(page, org, 'Sign in');
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await signInThere(popup, person.ids[org] ?? '');
  await closed;
  await expect(standing(page, org)).toContainText(/\d records|loading|not linked/);
  if (!(await standing(page, org).getByText('not linked').isVisible())) return;
  await press(page, org, 'Review match');
  await section(page, org)
    .getByRole('button', { name: /^Link:/ })
    .first()
    .click();
}
