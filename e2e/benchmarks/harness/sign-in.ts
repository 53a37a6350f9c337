/** From the EHR to a page that is signed in to several organisations and waits for their records. */
import type { Hospital, Organisation } from '../hospital/index.ts';
import type { Browser, Tab } from './browser.ts';

export async function openSignedIn(
  browser: Browser,
  hospital: Hospital,
  organisations: readonly Organisation[],
  probe: string,
): Promise<Tab> {
  const tab = await browser.open(probe);
  await tab.go(hospital.launch);
  const [first, ...others] = organisations;
  if (first?.key !== 'general') throw new Error('General Hospital launches the app');
  for (const organisation of others) await join(browser, tab, organisation, probe);
  return tab;
}

async function join(
  browser: Browser,
  tab: Tab,
  { name, patient }: Organisation,
  probe: string,
): Promise<void> {
  await arrived(tab, `probe.click('^Sign in: ${name}')`);
  const popup = await browser.popup(probe);
  await arrived(popup, `probe.click('^Sign in as')`);
  await arrived(
    popup,
    `probe.until(() => document.querySelector('input[value="${patient}"]'), 'the patient').then((box) => box.click())`,
  );
  await arrived(popup, `probe.click('^Allow')`);
  const standing = `[...document.querySelectorAll('[aria-label="Sources"] li')].find((one) => one.textContent.includes('${name}'))`;
  await arrived(
    tab,
    `probe.until(() => /records|loading|not linked/i.test(${standing}?.textContent ?? ''), 'the sign-in to ${name}')`,
  );
  if (await tab.evaluate<boolean>(`/not linked/i.test(${standing}.textContent)`))
    throw new Error(`${name} is not linked by itself`);
}

/** A page that is on its way elsewhere loses what was asked of it: it is asked again where it arrives. */
async function arrived(tab: Tab, expression: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await tab.evaluate(expression);
      return;
    } catch (error) {
      const onTheWay = /context|navigated|not defined|Cannot find/i.test(String(error));
      if (!onTheWay || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
