/** A site's own ConceptMap files. */
import type { AccessOptions } from '../fetch/index.ts';
import { siteConceptMap, type ConceptMapTable } from '../normalise/index.ts';
import { jsonOf, PLAIN } from './plain-request.ts';

const MAP_MS = 15_000;

/** The map at an address, or why it is none, in words for whoever put it there; throws where nothing answers. */
export async function mapAt(fetch: AccessOptions['fetch'], href: string): Promise<ConceptMapTable | string> {
  const response = await fetch(href, { ...PLAIN, signal: AbortSignal.timeout(MAP_MS) });
  if (!response.ok) return `the web server answered with status ${response.status}`;
  const json = jsonOf(await response.text());
  if (json === undefined) return 'it is not JSON';
  const map = siteConceptMap(json);
  return map.ok ? map.value : map.error;
}
