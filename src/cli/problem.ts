/** A mistake of the caller's: one clear line on stderr, exit code 2, nothing written. */
export class UsageError extends Error {}
