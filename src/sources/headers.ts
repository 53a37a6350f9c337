import type { Configuration } from './connection.ts';

/** Which kind of answer the headers are for. */
export type Served = 'page' | 'callback' | 'configuration' | 'asset' | 'other';

/** Every address that answers with index.html, beside those below `/callback/`. */
export const PAGE_PATHS = ['/', '/index.html', '/launch', '/start', '/doctor'] as const;

/** What of the configuration the browser must be told. */
export type HeaderConfiguration = Pick<Configuration, 'frameAncestors'> & {
  readonly organisations: readonly Pick<
    Configuration['organisations'][number],
    'iss' | 'issuer' | 'origins' | 'decisionsEndpoint'
  >[];
  readonly audit?: Configuration['audit'];
  readonly terminology?: Configuration['terminology'];
};

/**
 * The headers a deployment has to send, derived from its configuration and from nothing else: which servers the app
 * may speak to, and which EHRs may hold it in a frame.
 */
export function appHeaders(
  configuration: HeaderConfiguration,
  served: Served,
  secure: boolean,
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(configuration, secure),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': PERMISSIONS,
    // A sign-in in a popup reports to the page that opened it; under same-origin it would lose its opener.
    'Cross-Origin-Opener-Policy': served === 'callback' ? 'unsafe-none' : 'same-origin-allow-popups',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': CACHING[served],
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

const CACHING: Readonly<Record<Served, string>> = {
  page: 'no-store',
  callback: 'no-store',
  configuration: 'no-store',
  // The name holds a hash of the content.
  asset: 'public, max-age=31536000, immutable',
  other: 'no-cache',
};

const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

function contentSecurityPolicy(configuration: HeaderConfiguration, secure: boolean): string {
  const sources = [...new Set(connectOrigins(configuration))].sort();
  const signIn = [...new Set(signInOrigins(configuration))].sort();
  const frames = [...new Set(configuration.frameAncestors.map(originOf))].sort();
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...sources].join(' '),
    // Attachments are opened in a sandboxed frame of opaque origin, from a blob.
    'frame-src blob:',
    "object-src 'none'",
    "base-uri 'none'",
    // A sign-in whose address would be too long is sent as a form (authorize-post), and comes back by a redirect.
    ["form-action 'self'", ...signIn].join(' '),
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
    "require-trusted-types-for 'script'",
    // No other policy than the one that vouches for the worker can be made, by nobody's script.
    'trusted-types throughline-worker',
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const signInOrigins = ({ organisations }: HeaderConfiguration): string[] =>
  organisations.flatMap(({ iss, issuer, origins }) => [
    originOf(iss),
    ...(issuer === null || issuer === undefined ? [] : [originOf(issuer)]),
    ...(origins ?? []).map(originOf),
  ]);

function connectOrigins(configuration: HeaderConfiguration): string[] {
  const { audit, terminology, organisations } = configuration;
  const kept = organisations.map(({ decisionsEndpoint }) => decisionsEndpoint ?? null);
  const others = [audit?.endpoint ?? null, terminology?.server ?? null, ...kept].filter(
    (url) => url !== null,
  );
  return [...signInOrigins(configuration), ...others.map(originOf)];
}

const originOf = (url: string): string => new URL(url).origin;
