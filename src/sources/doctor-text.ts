/** The doctor's report to be read in a terminal. */
import type { DoctorReport } from './doctor.ts';
import type { Check } from './doctor-check.ts';
import type { Shown } from './doctor-shows.ts';
import { DOCTOR_WORDS, sentence } from './doctor-words.ts';

const MARKS: Readonly<Record<Check['state'], string>> = {
  good: 'ok  ',
  warning: 'warn',
  bad: 'BAD ',
  unknown: '?   ',
};
const SHOWN: Readonly<Record<Shown['state'], string>> = { yes: 'yes', no: 'no ', unclear: '?  ' };

const said = ({ code, about }: Check): string => sentence(DOCTOR_WORDS.checks[code], about);

/** The report with its sentences beside the codes, for whoever reads it by program. */
export const doctorReportInWords = (report: DoctorReport) => ({
  ...report,
  checks: report.checks.map((each) => ({
    ...each,
    message: said(each),
    remedy: each.remedy === null ? null : DOCTOR_WORDS.remedies[each.remedy],
  })),
  shows: report.shows.map((each) => ({
    ...each,
    what: DOCTOR_WORDS.shows[each.what],
    why: sentence(DOCTOR_WORDS.why[each.why], each.about),
  })),
});

export function doctorReportText(report: DoctorReport): string {
  const bad = report.checks.filter((each) => each.state === 'bad').length;
  const { checks, shows } = doctorReportInWords(report);
  const lines = [
    `Connection doctor: ${report.iss}`,
    '',
    ...checks.flatMap((each) => [
      `  ${MARKS[each.state]}  ${each.message}`,
      ...(each.remedy === null ? [] : [`        -> ${each.remedy}`]),
    ]),
  ];
  if (report.works || report.scopes)
    lines.push(
      '',
      'What Throughline would show',
      ...shows.map((each) => `  ${SHOWN[each.state]}  ${each.what} (${each.why})`),
    );
  if (report.scopes)
    lines.push(
      '',
      'Scopes asked for when signing in',
      `  ${report.scopes.standalone}`,
      '',
      'For config.json',
      ...entryOf(report),
    );
  lines.push(
    '',
    report.works
      ? 'It can be connected.'
      : `It cannot be connected yet: ${bad} of the checks above ${bad === 1 ? 'is' : 'are'} bad.`,
  );
  return `${lines.join('\n')}\n`;
}

/** An entry to copy: what only a person knows is left in angle brackets. */
function entryOf({ iss, origins, brands }: DoctorReport): string[] {
  const entry = {
    id: '<short-name>',
    name: '<Name to show>',
    kind: 'ehr',
    iss,
    clientId: '<given at registration>',
    letter: 'X',
    colour: 0,
    ...(origins.length > 0 ? { origins } : {}),
    ...(brands ? { brands } : {}),
  };
  return [
    ...JSON.stringify(entry, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
    '  To be registered there: https://<address of this app>/callback/<short-name>',
  ];
}
