/**
 * Under `require-trusted-types-for 'script'` a worker starts only from a URL that a policy vouches for. This is the
 * app's one policy, and it vouches for one URL: the worker's own, as the build wrote it.
 */
import workerUrl from './entry.ts?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

let made: URL | null = null;

export function workerScript(): string | URL {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return workerUrl;
  // Once: the served headers allow one policy of this name, and no other.
  made ??= trustedTypes
    .createPolicy('throughline-worker', {
      createScriptURL(url) {
        if (url !== workerUrl) throw new TypeError('only the worker of this app is started');
        return url;
      },
    })
    .createScriptURL(workerUrl);
  return made;
}
