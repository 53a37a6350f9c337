import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import { foreignVersion, NOTHING_KNOWN, readCapability, type Capability } from './capability.ts';
import { openSearchDoor, type SearchDoor } from './habits/search-door.ts';
import { sleep } from './wait.ts';

/** What a server has shown of itself in this session: whether it takes searches by POST, and what it describes. */
interface Learned {
  readonly door: SearchDoor;
  /** Under way, or here. */
  capability: Promise<Capability> | null;
}

const learned = new WeakMap<Access, Learned>();

export function learnedOf(access: Access): Learned {
  const known = learned.get(access) ?? { door: openSearchDoor(access), capability: null };
  learned.set(access, known);
  return known;
}

/** Asks a server to describe itself, once a session: as soon as it is known, so that no record waits for that. */
export async function meet(access: Access): Promise<Capability> {
  const memory = learnedOf(access);
  memory.capability ??= readCapability(access);
  const known = await memory.capability;
  // What could not be had may be had the next time.
  if (known.types === null) memory.capability = null;
  return known;
}

/** The server's own description; one that does not come in time stops nobody. */
export async function describe(access: Access, waitMs: number, signal: AbortSignal): Promise<Capability> {
  const known = await Promise.race([meet(access), sleep(waitMs, signal)]);
  return typeof known === 'boolean' ? NOTHING_KNOWN : known;
}

/**
 * The first pages are asked for beside the server's description and wait for it here, since a page of another FHIR
 * version must not be read as if it were R4.
 */
export async function versionCheck(capability: Promise<Capability>): Promise<SourceProblem | null> {
  const version = foreignVersion(await capability);
  return version === null ? null : { kind: 'unsupported', detail: `${version} is not read by this version` };
}
