import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import { foreignVersion, NOTHING_KNOWN, readCapability, type Capability } from './capability.ts';
import { openSearchDoor, type SearchDoor } from './habits/search-door.ts';
import { sleep } from './wait.ts';

/** What a server has shown of itself in this session: whether it takes searches by POST, and what it describes. */
interface Learned {
  readonly door: SearchDoor;
  capability: Capability | null;
}

const learned = new WeakMap<Access, Learned>();

export function learnedOf(access: Access): Learned {
  const known = learned.get(access) ?? { door: openSearchDoor(access), capability: null };
  learned.set(access, known);
  return known;
}

/** The server's own description; one that does not come in time stops nobody. */
export async function describe(access: Access, waitMs: number, signal: AbortSignal): Promise<Capability> {
  const memory = learnedOf(access);
  if (memory.capability) return memory.capability;
  const known = await Promise.race([readCapability(access, signal), sleep(waitMs, signal)]);
  if (typeof known === 'boolean') return NOTHING_KNOWN;
  if (known.types !== null) memory.capability = known;
  return known;
}

/**
 * The first pages are asked for beside the server's description and wait for it here, since a page of another FHIR
 * version must not be read as if it were R4.
 */
export async function versionCheck(capability: Promise<Capability>): Promise<SourceProblem | null> {
  const version = foreignVersion(await capability);
  return version === null ? null : { kind: 'unsupported', detail: `${version} is not read by this version` };
}
