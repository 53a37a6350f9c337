/**
 * Habits of servers that answer 200 and leave away a parameter that they do not know, or will not look at: the answer
 * is then about more than was asked. The `self` link says what was understood, where there is one; the records say it
 * in any case.
 */
import type { Page } from '../bundle.ts';
import type { Delivery } from '../deliver.ts';
import { sortDate } from '../order.ts';

/**
 * Everybody's records in answer to one patient's. Where the `self` link does not name the patient, or where there is
 * none and nearly all of the page is other people's, that is no mixed-up record but no answer.
 */
export function ignoredPatient(delivery: Delivery, patient: string, page: Page): boolean {
  if (page.self !== null && decodeQuery(page.self).includes(patient)) return false;
  const strangers = delivery.strangers(page);
  return strangers > 0 && (page.self !== null || (strangers > 2 && strangers * 2 > page.entries.length));
}

function decodeQuery(url: string): string {
  const query = url.slice(url.indexOf('?') + 1);
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

/** A precision of a day, a period, another zone: what may rightly lie a little beside a window of time. */
const SLACK_MS = 3 * 86_400_000;

/** Were the bounds of a window of time left away? Most of a page then lies outside of them. */
export function ignoredWindow(
  page: Page,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): boolean {
  let dated = 0;
  let outside = 0;
  for (const { resource } of page.entries) {
    const date = resource ? sortDate(resource) : null;
    if (date === null) continue;
    dated++;
    if ((to !== null && date > to + SLACK_MS) || (from !== null && date < from - SLACK_MS)) outside++;
  }
  // Long periods begin before their window; that there are so many of them is not likely.
  return outside * 2 > dated;
}
