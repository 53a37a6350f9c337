/** The doctor's report to be read in a terminal. */
import type { Check, DoctorReport } from './doctor.ts';
import type { Shown } from './doctor-shows.ts';

const MARKS: Readonly<Record<Check['state'], string>> = {
  good: 'ok  ',
  warning: 'warn',
  bad: 'BAD ',
  unknown: '?   ',
};
const SHOWN: Readonly<Record<Shown['state'], string>> = { yes: 'yes', no: 'no ', unclear: '?  ' };

export function doctorReportText(report: DoctorReport): string {
  const bad = report.checks.filter((each) => each.state === 'bad').length;
  const lines = [
    `Connection doctor: ${report.iss}`,
    '',
    ...report.checks.flatMap((each) => [
      `  ${MARKS[each.state]}  ${each.message}`,
      ...(each.remedy === null ? [] : [`        -> ${each.remedy}`]),
    ]),
  ];
  if (report.works || report.scopes)
    lines.push(
      '',
      'What Throughline would show',
      ...report.shows.map((each) => `  ${SHOWN[each.state]}  ${each.what} (${each.why})`),
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
function entryOf({ iss, origins }: DoctorReport): string[] {
  const entry = {
    id: '<short-name>',
    name: '<Name to show>',
    kind: 'ehr',
    iss,
    clientId: '<given at registration>',
    letter: 'X',
    colour: 0,
    ...(origins.length > 0 ? { origins } : {}),
  };
  return [
    ...JSON.stringify(entry, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
    '  To be registered there: https://<address of this app>/callback/<short-name>',
  ];
}
