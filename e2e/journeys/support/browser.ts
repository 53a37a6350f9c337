/**
 * Which browser the journeys run in: the one that THROUGHLINE_BROWSER names, else an installed Chrome, Chromium or
 * Edge, else Playwright's own download. `npm run journeys` calls this file first, so that a missing browser is
 * installed where that is allowed, or one line says what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base
      ? [
          join(base, 'Google/Chrome/Application/chrome.exe'),
          join(base, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [];
  }),
];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export function findBrowser(): string | null {
  const named = process.env['THROUGHLINE_BROWSER'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...ELSEWHERE,
  ];
  const own = chromium.executablePath();
  return candidates.find(runs) ?? (existsSync(own) ? own : null);
}

function install(): void {
  const attempts: readonly (readonly string[])[] = [
    [process.execPath, 'node_modules/@playwright/test/cli.js', 'install', '--only-shell', 'chromium'],
    ...(process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? [
          ['apt-get', 'update', '-q'],
          ['apt-get', 'install', '-y', '-q', 'chromium'],
        ]
      : []),
  ];
  for (const [command = '', ...args] of attempts) {
    console.log(`No browser found: trying ${[command, ...args].join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 });
    if (findBrowser()) return;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!findBrowser()) install();
  const browser = findBrowser();
  if (!browser) {
    console.error('No browser: install Chrome, Chromium or Edge, or set THROUGHLINE_BROWSER to its path.');
    process.exit(1);
  }
  console.log(`Journeys run in ${browser}`);
}
