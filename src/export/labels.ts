/** What travels with a fact into a file: its notices in words, and its labels as codes that other systems read. */
import type { JsonObject } from '../base/index.ts';
import {
  noticesOf,
  strictest,
  NOT_LABELLED,
  type Merged,
  type Notice,
  type Sensitivity,
} from '../record/index.ts';

/** In English, as all that a file says; of Part 2 it is the short notice of 42 CFR § 2.32, in the words of the law. */
const NOTICE_TEXT: Readonly<Record<Notice, string>> = {
  'part-2': '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  'no-redisclosure': 'Its source forbids passing this on without the patient\u2019s consent.',
};

export const noticeTexts = (sensitivity: Sensitivity): readonly string[] =>
  noticesOf(sensitivity).map((notice) => NOTICE_TEXT[notice]);

/** 'Of 3 facts: …', one for each notice that any of them carries. */
export function noticesAmong(facts: readonly Merged[]): readonly string[] {
  const counts = new Map<Notice, number>();
  for (const { sensitivity } of facts)
    for (const notice of noticesOf(sensitivity)) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return [...counts].map(([notice, n]) => `Of ${n === 1 ? '1 fact' : `${n} facts`}: ${NOTICE_TEXT[notice]}`);
}

export const strictestOf = (facts: readonly { readonly sensitivity: Sensitivity }[]): Sensitivity =>
  facts.reduce((all, { sensitivity }) => strictest(all, sensitivity), NOT_LABELLED);

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const ACT_CODES = /^[0-9A-Z]{2,20}(?:Part2|Part2CD)?$/;

/**
 * `meta.security` of what this product writes itself. What is no code of HL7's came from a system that is not
 * kept: it is carried on without one rather than dropped.
 */
export function securityMeta({ confidentiality, classes, caveats }: Sensitivity): JsonObject {
  const security = [
    ...(confidentiality === 'unknown' ? [] : [{ system: CONFIDENTIALITY, code: confidentiality }]),
    ...[...classes, ...caveats].map((code) => (ACT_CODES.test(code) ? { system: ACT_CODE, code } : { code })),
  ];
  return security.length === 0 ? {} : { meta: { security } };
}
