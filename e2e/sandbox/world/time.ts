/** Wall-clock arithmetic for the sandbox's town, which keeps US Eastern time. */
const MINUTE = 60_000;
export const DAY = 86_400_000;

const sundayOnOrAfter = (utc: number): number => utc + ((7 - new Date(utc).getUTCDay()) % 7) * DAY;

/** Minutes east of UTC at a local wall time (given as if UTC), by the rule of 2007. */
function offsetAt(wall: number): number {
  const year = new Date(wall).getUTCFullYear();
  const spring = sundayOnOrAfter(Date.UTC(year, 2, 8)) + 120 * MINUTE;
  const autumn = sundayOnOrAfter(Date.UTC(year, 10, 1)) + 120 * MINUTE;
  return wall >= spring && wall < autumn ? -240 : -300;
}

const pad = (n: number): string => String(n).padStart(2, '0');
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

/** With the offset of the town: `2026-03-14T08:10:00-04:00`. */
export function withOffset(local: string): string {
  const wall = wallOf(local);
  const offset = -offsetAt(wall);
  return `${wallText(wall)}-${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}

/** The same instant in UTC: `2026-03-14T12:10:00Z`. */
export const inUtc = (local: string): string => {
  const wall = wallOf(local);
  return `${wallText(wall - offsetAt(wall) * MINUTE)}Z`;
};
