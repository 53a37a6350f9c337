/** Requests that carry nothing of anybody: for maps and terminology servers. */
import { parseJson, type Json } from '../base/index.ts';

export const PLAIN: RequestInit = {
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
};

export function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
