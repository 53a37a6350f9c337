import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtApp } from './build-app.ts';
import { startSandbox } from './sandbox.ts';
import { makeWorld } from './world/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const tell = (text: string) => console.log(text);

// The build has threads of its own: the patients are made up meanwhile.
const building = builtApp(root, tell);
const world = makeWorld({ seed: 1 });
const sandbox = await startSandbox({
  ports: 'preferred',
  world,
  appDir: await building,
  audit: true,
  keeps: true,
});
tell(`
  Open ${sandbox.urls.ehr}/   General Hospital's EHR: pick a patient, launch Throughline

  Without an EHR: ${sandbox.urls.app}/   Stop with Ctrl-C
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    void sandbox.stop().then(() => process.exit(0));
  });
}
