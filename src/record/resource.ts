import type { JsonObject } from '../base/index.ts';
import type { ResourceRef, SourceId } from './ids.ts';

/** A resource as it came, with where it came from: the one input of `normalise/`. */
export interface Fetched {
  readonly source: SourceId;
  readonly ref: ResourceRef;
  /** Parsed by `parseJson`, so that lossy numbers keep their digits. */
  readonly resource: JsonObject;
  /** The server's base URL, against which absolute references are told to be its own; null for files. */
  readonly base: string | null;
  /** `Bundle.entry.fullUrl`, so that urn:uuid references resolve. */
  readonly fullUrl: string | null;
  readonly fetchedAt: number | null;
}
