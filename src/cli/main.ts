/**
 * The pure core without a browser, and the connection doctor. Exit codes: 0 done, 2 the caller's mistake (one line on
 * stderr, nothing written), 1 a bug of ours, or a server that the doctor found cannot be used.
 */
import { parseArgs } from 'node:util';
import { headersCommand } from './headers.ts';
import { doctorCommand } from './doctor.ts';
import { matchCommand } from './match.ts';
import { mergeCommand } from './merge.ts';
import { UsageError } from './problem.ts';

const USAGE = `usage:
  cli merge --source "Name=file" [--source …] [--link auto|all] [--map conceptmap.json …] [--decisions decisions.json] [--out file]
  cli match a.json b.json
  cli match --pairs pairs.ndjson
  cli headers --config config.json --for nginx|caddy|static|json`;

async function run(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  switch (command) {
    case 'merge': {
      const { values } = parse(rest, {
        source: { type: 'string', multiple: true },
        link: { type: 'string', default: 'auto' },
        map: { type: 'string', multiple: true },
        decisions: { type: 'string' },
        out: { type: 'string' },
      });
      const link = values['link'];
      if (link !== 'auto' && link !== 'all')
        throw new UsageError(`--link ${String(link)}: expected auto or all`);
      await mergeCommand({
        sources: (values['source'] as string[] | undefined) ?? [],
        link,
        maps: (values['map'] as string[] | undefined) ?? [],
        decisions: (values['decisions'] as string | undefined) ?? null,
        out: (values['out'] as string | undefined) ?? null,
      });
      return;
    }
    case 'match': {
      const { values, positionals } = parse(rest, { pairs: { type: 'string' } });
      await matchCommand((values['pairs'] as string | undefined) ?? null, positionals);
      return;
    }
    case 'headers': {
      const { values } = parse(rest, { config: { type: 'string' }, for: { type: 'string' } });
      headersCommand(
        (values['config'] as string | undefined) ?? null,
        (values['for'] as string | undefined) ?? null,
      );
      return;
    }
    case 'doctor': {
      const { values, positionals } = parse(rest, {
        origin: { type: 'string' },
        json: { type: 'boolean', default: false },
      });
      const origin = (values['origin'] as string | undefined) ?? null;
      if (!(await doctorCommand(positionals, origin, values['json'] === true))) process.exitCode = 1;
      return;
    }
    default:
      throw new UsageError(command ? `no command '${command}'\n${USAGE}` : USAGE);
  }
}

function parse(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return parseArgs({ args, options: options ?? {}, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
