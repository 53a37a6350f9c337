/** The pure stages may not read the time; whoever needs it is handed a clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
