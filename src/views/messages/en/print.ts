import { some } from './numbers.ts';

/** The printed record and the dialog before it. */
export const print = {
  title: 'Printed record',
  summary: 'Summary: allergies, medications, problems, latest results, what is planned',
  timeline: 'Timeline',
  noTimeline: 'None',
  nothing: 'Nothing is chosen.',
  summarySays: 'It will contain the summary, what the source letters mean, and what of each source was read.',
  says: 'Each page names the patient. Where a source is incomplete or a fact is masked, the paper says so.',
  preparing: 'Preparing the pages…',
  printed: (time: string) => `Printed ${time}`,
  printedBy: (time: string, who: string) => `Printed ${time}, signed in as ${who}`,
  floor: 'Not every source has answered in full: what is not on this paper may exist. See the last section.',
  masked: (n: number) => `${some(n, 'masked fact is', 'masked facts are')} not shown on this paper.`,
  wholeLife: 'Whole life',
  filtered: 'only what was searched and filtered for',
  leftOut: (n: number) => `the ${some(n, 'oldest is', 'oldest are')} not printed; choose a narrower window`,
  kind: 'Kind',
};
