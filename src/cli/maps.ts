/** The ConceptMaps of a site, as `--map file.json` names them: a wrong one is refused and not left out. */
import { setSiteMaps, siteConceptMap, type ConceptMapTable } from '../normalise/index.ts';
import { readEntries } from './input.ts';
import { UsageError } from './problem.ts';

export async function setMaps(paths: readonly string[]): Promise<void> {
  const maps: ConceptMapTable[] = [];
  for (const path of paths) maps.push(...(await mapsIn(path)));
  setSiteMaps(maps);
}

/** A file may also be a Bundle of them. */
async function mapsIn(path: string): Promise<readonly ConceptMapTable[]> {
  const maps: ConceptMapTable[] = [];
  for await (const { resource } of readEntries(path)) {
    const map = siteConceptMap(resource);
    if (!map.ok) throw new UsageError(`--map ${path}: ${map.error}`);
    maps.push(map.value);
  }
  if (maps.length === 0) throw new UsageError(`--map ${path}: there is no ConceptMap in it`);
  return maps;
}
