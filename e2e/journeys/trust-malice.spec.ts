import { expect as patient, test } from './support/app.ts';
import { inSandbox, signedIn, withListener } from './support/attack.ts';

/** What is no part of the app and answers it, or frames it, with malice. What lies in records has its own journeys. */

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

test('a page that no configuration lists cannot hold the app in a frame', async ({ page }) => {
  await inSandbox((sandbox) =>
    withListener(async (elsewhere) => {
      const framed = async (from: string): Promise<string> => {
        await page.goto(from);
        await page.evaluate((url) => {
          const frame = document.createElement('iframe');
          frame.src = url;
          document.body.append(frame);
        }, `${sandbox.urls.app}/`);
        const words = async (): Promise<string> => {
          const frame = page.frames().findLast((each) => each.parentFrame() !== null);
          return (await frame?.evaluate(() => document.body.innerText).catch(() => '')) ?? '';
        };
        for (let i = 0; i < 20 && (await words()) === ''; i++) await page.waitForTimeout(250);
        return words();
      };
      expect(await framed(`${elsewhere}/`)).not.toContain('Throughline');
      expect(await framed(`${sandbox.urls.ehr}/`)).toContain('Throughline');
    }),
  );
});

test('a server that answers with malice at the door: nothing is polluted, fetched or believed', async ({
  page,
  context,
  complaints,
}) => {
  await inSandbox((sandbox) =>
    withListener(async (elsewhere, heard) => {
      const poison = {
        polluted: 1,
        access_token: 'stolen',
        toString: 'no',
      };
      const own = (json: Record<string, unknown>, more: Record<string, unknown>): string => {
        const text = JSON.stringify({ ...json, ...more });
        const bad = JSON.stringify(poison);
        return `${text.slice(0, -1)},"__proto__":${bad},"constructor":{"prototype":${bad}}}`;
      };
      const bend = (what: RegExp, more: Record<string, unknown>) =>
        context.route(what, async (route) => {
          const response = await route.fetch();
          const json = (await response.json()) as Record<string, unknown>;
          await route.fulfill({ response, body: own(json, more) });
        });
      const { origin } = sandbox.orgs.general;
      const at = (path: string) => new RegExp(`^${origin}${path}`);
      await bend(at('/fhir/.well-known/smart-configuration'), {
        introspection_endpoint: `${elsewhere}/introspect`,
        management_endpoint: `${elsewhere}/manage`,
        user_access_brand_bundle: `${elsewhere}/brands`,
        user_access_brand_identifier: { system: 'x', value: '<img src=x>' },
      });
      await bend(at('/fhir/metadata'), {
        implementation: { description: '<img src=x onerror=window.pwned=1>', url: `${elsewhere}/fhir` },
        software: { name: '__proto__' },
      });
      await bend(at('/oauth/token'), {
        smart_style_url: `${elsewhere}/style.json`,
        intent: '<img src=x onerror=window.pwned=1>',
        tenant: 'javascript:window.pwned=1',
        need_patient_banner: 'false',
        fhirContext: [
          { reference: `${elsewhere}/ImagingStudy/1` },
          { canonical: `${elsewhere}/q`, type: '__proto__', role: 'constructor' },
          null,
          7,
        ],
      });
      await signedIn(page, sandbox);
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name: 'Sources', exact: true })
        .click();
      await page.getByText('What this sign-in may read').first().click();
      await expect(page.getByText('javascript:window.pwned=1')).toBeVisible();
      const innocent = () => [
        Object.keys(Object.prototype),
        Reflect.get({}, 'polluted') ?? null,
        Reflect.get(globalThis, 'pwned') ?? null,
        String({}),
      ];
      const clean = [[], null, null, '[object Object]'];
      expect(await page.evaluate(innocent)).toEqual(clean);
      expect(await Promise.all(page.workers().map((worker) => worker.evaluate(innocent)))).toEqual([clean]);
      expect(heard).toEqual([]);
      expect(complaints).toEqual([]);
    }),
  );
});
