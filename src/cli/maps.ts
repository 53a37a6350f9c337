/** The ConceptMaps of a site, as `--map file.json` names them: a wrong one is refused and not left out. */
import { setSiteMaps, siteConceptMap, type ConceptMapTable } from '../normalise/index.ts';
import { readInput } from './input.ts';
import { UsageError } from './problem.ts';

export function setMaps(paths: readonly string[]): void {
  setSiteMaps(paths.flatMap(mapsIn));
}

/** A file may also be a Bundle of them. */
function mapsIn(path: string): readonly ConceptMapTable[] {
  const maps = [...readInput(path).entries()].map(({ resource }) => {
    const map = siteConceptMap(resource);
    if (!map.ok) throw new UsageError(`--map ${path}: ${map.error}`);
    return map.value;
  });
  if (maps.length === 0) throw new UsageError(`--map ${path}: there is no ConceptMap in it`);
  return maps;
}
