/** Wall-clock arithmetic for the sandbox's town, which keeps US Eastern time. */
const MINUTE = 60_000;
export const DAY = 86_400_000;

const sundayOnOrAfter = (utc: number): number => utc + ((7 - new Date(utc).getUTCDay()) % 7) * DAY;

const summers = new Map<string, readonly [string, string]>();

/** First and last local minute of daylight saving time of a year, by the rule of 2007, as text that sorts as time. */
function summerOf(year: string): readonly [string, string] {
  const known = summers.get(year);
  if (known) return known;
  const second = (month: number, day: number): string =>
    `${dayText(sundayOnOrAfter(Date.UTC(Number(year), month, day)))}T02:00`;
  const summer = [second(2, 8), second(10, 1)] as const;
  summers.set(year, summer);
  return summer;
}

/** Minutes west of UTC at a local wall time. */
function behindUtc(local: string): 240 | 300 {
  const [spring, autumn] = summerOf(local.slice(0, 4));
  return local >= spring && local < autumn ? 240 : 300;
}

const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 19);

/** `2026-03-14T08:10` (or a whole day) as milliseconds, as if it were UTC. */
export const wallOf = (local: string): number => {
  const full = local.length === 4 ? `${local}-01-01` : local.length === 7 ? `${local}-01` : local;
  return Date.parse(full.length === 10 ? `${full}T00:00:00Z` : `${full}${full.length === 16 ? ':00' : ''}Z`);
};

export const localText = (wall: number): string => wallText(wall).slice(0, 16);
export const dayText = (wall: number): string => wallText(wall).slice(0, 10);
export const addMinutes = (local: string, minutes: number): string =>
  wallText(wallOf(local) + minutes * MINUTE);
export const addDays = (local: string, days: number): string =>
  local.length > 10 ? localText(wallOf(local) + days * DAY) : dayText(wallOf(local) + days * DAY);

const toSecond = (local: string): string => (local.length === 16 ? `${local}:00` : local);

/** With the offset of the town: `2026-03-14T08:10:00-04:00`. */
export const withOffset = (local: string): string =>
  `${toSecond(local)}-0${behindUtc(local) === 240 ? 4 : 5}:00`;

/** The same instant in UTC: `2026-03-14T12:10:00Z`. */
export const inUtc = (local: string): string => `${wallText(wallOf(local) + behindUtc(local) * MINUTE)}Z`;
