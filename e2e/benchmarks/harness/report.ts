import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shown, type Figure } from './figure.ts';

const FOLDER = join('docs', 'performance');

const verdict = ({ ok, limit }: Figure): string => (limit === null ? '' : ok ? 'holds' : 'falls short');
const measured = ({ ratio, value, unit }: Figure): string =>
  ratio === null ? shown(value, unit) : `${shown(value, unit)} = ${shown(ratio, '×')}`;
const budget = ({ limit, ratio, unit }: Figure): string =>
  limit === null ? '' : `≤ ${ratio === null ? `${limit}${unit === '' ? '' : ` ${unit}`}` : `${limit} ×`}`;

const row = (figure: Figure): readonly string[] => [
  figure.what,
  measured(figure),
  figure.reference ?? '',
  budget(figure),
  verdict(figure),
];

const HEAD = ['what', 'measured', 'beside', 'budget', ''] as const;

const table = (figures: readonly Figure[]): string =>
  [HEAD, HEAD.map(() => '---'), ...figures.map(row)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const printTable = (figures: readonly Figure[]): void => console.log(`\n${table(figures)}`);

/** What was measured takes the place of what the same benches measured before; the others' figures stay. */
export function writeReport(measured: readonly Figure[], machine: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, 'figures.json');
  const before = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { readonly figures: readonly Figure[] }).figures.map(
        // JSON has no word for what was not reached.
        (figure) => ({ ...figure, value: (figure.value as number | null) ?? NaN }),
      )
    : [];
  const anew = new Set(measured.map(({ bench }) => bench));
  const figures = [...before.filter(({ bench }) => !anew.has(bench)), ...measured].sort(
    (a, b) => ORDER.indexOf(a.bench) - ORDER.indexOf(b.bench),
  );
  writeFileSync(path, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  const sections = [...new Set(figures.map(({ bench }) => bench))].map(
    (bench) => `## ${bench}\n\n${table(figures.filter((figure) => figure.bench === bench))}\n`,
  );
  writeFileSync(
    join(FOLDER, 'figures.md'),
    `# Figures\n\nWritten by \`npm run bench\` on ${machine}. Absolute times move from machine to machine; the ratios stay.\n\n${sections.join('\n')}`,
  );
  writeFileSync(join(FOLDER, 'figures.svg'), plot(figures.filter(({ limit }) => limit !== null)));
}

const ORDER = ['load', 'merge', 'frames', 'trend', 'search', 'heap', 'start', 'size', 'peers', 'growth'];

const WIDTH = 760;
const LEFT = 430;
const LINE = 22;

/** A bar a budget: how much of it is used. The line is the budget itself. */
function plot(figures: readonly Figure[]): string {
  const height = figures.length * LINE + 40;
  const full = (WIDTH - LEFT) / 1.6;
  const bars = figures.map((figure, i) => {
    const spent = figure.ratio ?? figure.value;
    const used = spent === 0 ? 0 : spent / (figure.limit ?? 1);
    const width = Math.min(1.55, Math.max(0.005, used)) * full;
    const y = 24 + i * LINE;
    const label = figure.what.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${label}</text><rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="15" fill="${figure.ok ? '#2a7f78' : '#a8321f'}"/><text x="${(LEFT + width + 5).toFixed(1)}" y="${y + 12}">${figure.limit === 0 ? (figure.ok ? 'none' : 'some') : `${Math.round(used * 100)} %`}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="10.5"><rect width="100%" height="100%" fill="#fff"/><text x="${LEFT + full}" y="14" text-anchor="middle" font-weight="700">budget</text>${bars.join('')}<line x1="${LEFT + full}" x2="${LEFT + full}" y1="18" y2="${height - 12}" stroke="#222" stroke-dasharray="3 3"/></svg>\n`;
}
