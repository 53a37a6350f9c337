/** A browser test against the built app and a sandbox of its own. */
import { test as base, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { makeWorld, type WorldPerson } from '../../sandbox/world/index.ts';

interface Fixtures {
  /** What the browser complained about; a journey ends with none. */
  readonly complaints: string[];
}
interface WorkerFixtures {
  readonly sandbox: Sandbox;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sandbox: [
    async ({}, provide) => {
      const sandbox = await startSandbox({
        ports: 'random',
        world: makeWorld(),
        appDir: 'dist',
        quiet: true,
      });
      await provide(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, provide) => {
    const complaints: string[] = [];
    const watch = (each: Page) => {
      each.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      each.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`${message.type()}: ${message.text()}`);
      });
    };
    watch(page);
    page.context().on('page', watch);
    await provide(complaints);
  },
});

export { expect } from '@playwright/test';

export function personIn(sandbox: Sandbox, key: string): WorldPerson {
  const person = sandbox.world.people.find((each) => each.key === key);
  if (!person) throw new Error(`nobody is called ${key} in this world`);
  return person;
}

/** What a clinician does in a sign-in window of the sandbox: sign in, pick the patient, allow. */
export async function signInThere(popup: Page, patient: string): Promise<void> {
  await popup.getByRole('button', { name: /^Sign in as/ }).click();
  const choice = popup.locator(`input[name="patient"][value="${patient}"]`);
  await choice.waitFor();
  await choice.check();
  await popup.getByRole('button', { name: /^Allow/ }).click();
}
