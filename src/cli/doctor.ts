import { doctorReportInWords, doctorReportText, examineServer } from '../sources/index.ts';
import { UsageError } from './problem.ts';

/** Played where none is given: servers answer CORS by the origin that asks, and many allow any. */
const ANY_APP = 'https://throughline.example';

/** Says what a server offers and what it lacks. True where it can be used. */
export async function doctorCommand(
  servers: readonly string[],
  origin: string | null,
  asJson: boolean,
): Promise<boolean> {
  const [iss, ...more] = servers;
  if (iss === undefined || more.length > 0) throw new UsageError('doctor: expected one FHIR base address');
  if (!URL.canParse(iss) || !/^https?:$/.test(new URL(iss).protocol))
    throw new UsageError(`doctor: '${iss}' is no web address; it starts with https://`);
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).origin !== origin))
    throw new UsageError(`--origin ${origin}: expected scheme and host only, as in ${ANY_APP}`);
  const report = await examineServer(iss, { fetcher: fetch, origin: origin ?? ANY_APP });
  process.stdout.write(
    asJson ? `${JSON.stringify(doctorReportInWords(report), null, 2)}\n` : doctorReportText(report),
  );
  return report.works;
}
