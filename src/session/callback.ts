/**
 * The first thing that happens at `/callback/…`: a sign-in window hands its answer to the page that opened it and
 * closes, before anything else of the app is started. True where this window has nothing more to do.
 */
export async function answeredElsewhere(): Promise<boolean> {
  if (!location.pathname.startsWith('/callback/')) return false;
  const { answerCallback } = await import('../launch/index.ts');
  return answerCallback(window) === 'reported';
}
