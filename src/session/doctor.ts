/** The connection doctor inside a browser, where a site's own headers decide which servers can be asked at all. */
import { examineServer, type DoctorReport } from '../sources/index.ts';
import type { SourceView } from './types.ts';

export { DOCTOR_WORDS, sentence, type DoctorReport, type DoctorWords } from '../sources/index.ts';

/** The browser tells of a breach of the policy a moment after the request that it stopped has failed. */
async function afterItsReason(error: unknown): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  throw error;
}

export async function examine(
  address: string,
  organisation: SourceView['organisation'] | null,
): Promise<DoctorReport> {
  const blocked = new Set<string>();
  const watch = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective === 'connect-src' && URL.canParse(event.blockedURI))
      blocked.add(new URL(event.blockedURI).origin);
  };
  document.addEventListener('securitypolicyviolation', watch);
  try {
    return await examineServer(address, {
      fetcher: (...request) => fetch(...request).catch(afterItsReason),
      origin: null,
      blocked: () => blocked,
      ...(organisation === null ? {} : { organisation }),
    });
  } finally {
    document.removeEventListener('securitypolicyviolation', watch);
  }
}
