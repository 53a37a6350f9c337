/**
 * How long a server asks to be left alone, in ms. It says so in seconds or as a date (measured against its own
 * Date header where that can be seen, so that a wrong clock here does no harm), or CORS hides the header: null.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const said = headers.get('retry-after')?.trim();
  if (!said) return null;
  if (/^\d{1,9}(\.\d+)?$/.test(said)) return Math.ceil(Number(said) * 1000);
  const until = Date.parse(said);
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow));
}
