import { mainPoint, wallTime, type ClinicalDate, type DatePoint } from '../record/index.ts';
import { bucketOf, NEVER, UNMARKED, type Buckets } from './buckets.ts';
import { dayOf, isCoarse, isMidnight, minuteOf, SKEW_MINUTES } from './times.ts';

const DAY_MINUTES = 1440;

/** All that is posted under one key. */
interface Line {
  /** Names the line in the buckets: its moments are under `id`, its days under `~id`. */
  readonly id: number;
  /** The last entry; 0 where there is none. */
  last: number;
  /** The mark of all its entries; UNMARKED where they have several. */
  mark: number;
  /** Days, and midnights that may stand for their day. */
  hasDays: boolean;
  /** Somebody is here under their own name, and not as a part of something else. */
  isNamed: boolean;
  /** Slots that are dated to the month or year, or not at all. */
  coarse: number[] | null;
  /** The offsets from UTC, in minutes, under which its moments are written. */
  offsets: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Who has the same key and a date that `compareDates` could call near. Each moment is kept once, under its quarter of an
 * hour; whoever is looked for an hour away, under another offset or within a day is looked for there, and what is coarse
 * or undated meets all others of its key: it is rare. Two of one mark meet at one minute only. Slots are never taken out;
 * whoever is told of one skips it where it is gone.
 */
export class TimeLines {
  readonly #lines = new Map<number, Line>();
  readonly #buckets: Buckets;
  readonly #meet: (slot: number) => void;
  /** Of the one that is being taken. */
  #slot = 0;
  #mark = UNMARKED;

  constructor(buckets: Buckets, meet: (slot: number) => void) {
    this.#buckets = buckets;
    this.#meet = meet;
  }

  /** Meets whoever is near, and stays to be met. */
  take(key: number, date: ClinicalDate, slot: number, mark: number): void {
    this.#slot = slot;
    this.#mark = mark;
    const line = this.#line(key);
    const point = mainPoint(date);
    line.coarse?.forEach(this.#meet);
    if (point === null || isCoarse(point)) {
      this.#buckets.meetBack(line.last, mark, this.#meet);
      (line.coarse ??= []).push(slot);
    } else if (point.precision === 'day') this.#day(line, dayOf(wallTime(point)));
    else this.#moment(line, point);
    line.isNamed = true;
  }

  /** A part of something meets what stands alone under its name at the same time. */
  takePart(key: number, date: ClinicalDate, slot: number, mark: number): void {
    this.#slot = slot;
    this.#mark = mark;
    const point = mainPoint(date);
    if (point === null || isCoarse(point) || point.precision === 'day') return;
    const line = this.#line(key);
    if (line.isNamed) this.#around(line, minuteOf(point.from) | 0);
    this.#postMoment(line, point);
  }

  #line(key: number): Line {
    // Small integers make the better keys; two lines that become one cost a comparison.
    const small = key & 0x3fffffff;
    let line = this.#lines.get(small);
    if (line === undefined) {
      line = {
        id: this.#lines.size,
        last: 0,
        mark: this.#mark,
        hasDays: false,
        isNamed: false,
        coarse: null,
        offsets: NONE,
      };
      this.#lines.set(small, line);
    }
    return line;
  }

  #moment(line: Line, point: DatePoint): void {
    const minute = minuteOf(point.from) | 0;
    const offset = point.offset ?? 0;
    this.#around(line, minute);
    this.#atMinute(line, minute - 60);
    this.#atMinute(line, minute + 60);
    // The same clock on the wall under another offset.
    for (const other of line.offsets) if (other !== offset) this.#atMinute(line, minute + offset - other);
    const day = dayOf(point.from);
    const wallDay = dayOf(wallTime(point));
    // Midnight may stand for its day, and is looked for as a day is.
    if (isMidnight(point)) this.#day(line, wallDay);
    else if (line.hasDays) this.#onDay(line, wallDay);
    if (line.hasDays && wallDay !== day) this.#onDay(line, day);
    this.#postMoment(line, point);
  }

  #day(line: Line, day: number): void {
    this.#onDay(line, day);
    this.#during(line, day);
    line.hasDays = true;
    this.#post(line, ~line.id, day);
  }

  #postMoment(line: Line, point: DatePoint): void {
    const minute = minuteOf(point.from) | 0;
    const offset = point.offset ?? 0;
    if (!line.offsets.includes(offset)) line.offsets = [...line.offsets, offset];
    this.#post(line, line.id, minute);
  }

  /** Within the skew of two clocks, and somewhat beyond. */
  #around(line: Line, minute: number): void {
    const start = (Math.floor(minute / SKEW_MINUTES) - 1) * SKEW_MINUTES;
    this.#between(line, start, start + 3 * SKEW_MINUTES, minute);
  }

  #atMinute(line: Line, minute: number): void {
    this.#between(line, minute, minute + 1, NEVER);
  }

  /** Nobody else is here: of the same mark, only those at one minute meet. */
  #isAlone(line: Line): boolean {
    return line.mark === this.#mark && line.mark !== UNMARKED;
  }

  /** Those whose minute is in this span; of the same mark, those at one minute only. */
  #between(line: Line, from: number, to: number, own: number): void {
    if (this.#isAlone(line)) {
      if (own !== NEVER) this.#buckets.meet(line.id, bucketOf(own), own, own + 1, UNMARKED, own, this.#meet);
      return;
    }
    const last = bucketOf(to - 1);
    for (let bucket = bucketOf(from); bucket <= last; bucket++)
      this.#buckets.meet(line.id, bucket, from, to, this.#mark, own, this.#meet);
  }

  #onDay(line: Line, day: number): void {
    if (this.#isAlone(line)) return;
    this.#buckets.meet(~line.id, day, day, day + 1, this.#mark, NEVER, this.#meet);
  }

  /** Every moment that is on this day, by UTC or by the clock on its own wall. */
  #during(line: Line, day: number): void {
    if (line.offsets.length === 0) return;
    const from = (day * DAY_MINUTES - Math.max(0, ...line.offsets)) | 0;
    const to = ((day + 1) * DAY_MINUTES - Math.min(0, ...line.offsets)) | 0;
    this.#between(line, from, to, NEVER);
  }

  #post(line: Line, key: number, at: number): void {
    if (line.mark !== this.#mark) line.mark = UNMARKED;
    line.last = this.#buckets.post(key, at, this.#slot, this.#mark, line.last);
  }
}
