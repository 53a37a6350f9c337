/** A site's own ConceptMap files. */
import type { AccessOptions } from '../fetch/index.ts';
import { siteConceptMap, type ConceptMapTable } from '../normalise/index.ts';
import { jsonOf, PLAIN } from './plain-request.ts';

const MAP_MS = 15_000;

export interface SiteMaps {
  readonly files: readonly ConceptMapTable[];
  /** Those that are not used, and why, in words for whoever put them there. */
  readonly remarks: readonly string[];
}

export async function mapsAt(
  fetch: AccessOptions['fetch'],
  paths: readonly string[],
  app: string,
): Promise<SiteMaps> {
  const read = await Promise.all(
    paths.map((path) => mapAt(fetch, new URL(path, app).href).catch(() => 'it could not be read')),
  );
  return {
    files: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    remarks: read.flatMap((each, i) =>
      typeof each === 'string' ? [`the map ${paths[i] ?? ''} was not used: ${each}`] : [],
    ),
  };
}

/** The map at an address, or why it is none; throws where nothing answers. */
async function mapAt(fetch: AccessOptions['fetch'], href: string): Promise<ConceptMapTable | string> {
  const response = await fetch(href, { ...PLAIN, signal: AbortSignal.timeout(MAP_MS) });
  if (!response.ok) return `the web server answered with status ${response.status}`;
  const json = jsonOf(await response.text());
  if (json === undefined) return 'it is not JSON';
  const map = siteConceptMap(json);
  return map.ok ? map.value : map.error;
}
