/** Ends every switch over a union, so that a new member is a compile error until it is handled. */
export function assertNever(value: never, where: string): never {
  throw new Error(`${where}: unhandled ${JSON.stringify(value)}`);
}
