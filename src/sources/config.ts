/**
 * The runtime configuration: one JSON file beside the app, so that adding a server is editing a file and not
 * building a program. It is checked strictly: a mistyped name is told, not ignored, because a setting that
 * silently does not apply is worse than one that is refused.
 */
import * as z from 'zod/mini';
import { err, LANGUAGES, ok, type Result } from '../base/index.ts';
import { CONFIDENTIALITY, sourceId, type SitePolicy } from '../record/index.ts';
import { inWords, pathText, type ConfigurationProblem } from './config-words.ts';
import type { Configuration } from './connection.ts';
import { readLinedJson } from './json-lines.ts';
import { READ_TYPES } from './scopes.ts';
import { isSecureUrl, sameServer } from './trust.ts';

const COLOURS = 8;

/** The words of a check: the error that a person reads. */
const must = <T>(test: (value: T) => boolean, error: string) => z.refine<T>(test, { error });

const line = (max: number) =>
  z.string().check(
    must((text) => text.trim() === text && text !== '', 'must not be empty, nor begin or end with a space'),
    must((text) => text.length <= max, `must have at most ${max} characters`),
    must((text) => !/[\p{Cc}\p{Cf}]/u.test(text), 'has an invisible character'),
  );

const secureUrl = line(2000).check(
  must(isSecureUrl, 'must be a full web address that starts with https:// (http:// only for localhost)'),
);

/** Compared as text later on, so it must be written as a browser would write it. */
const isCanonical = (text: string): boolean => {
  if (!URL.canParse(text)) return true;
  const url = new URL(text);
  return `${url.origin}${url.pathname}`.replace(/\/$/, '') === text;
};

const baseUrl = secureUrl.check(
  must((text) => !/[?#]/.test(text), 'must not contain ? or #'),
  must((text) => !text.endsWith('/'), 'must not end with a slash'),
  must(isCanonical, 'must be written plainly: host in lower case, no default port, no escapes'),
);

const origin = secureUrl.check(
  must(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be scheme and host only, as in https://ehr.example.org',
  ),
);

const scopes = line(8000).check(
  must(
    (text) => /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(text),
    'must be scopes with one space between them',
  ),
);

/** A path of this site: `//host` and `/\host` would be another. */
const pathAs = (example: string) =>
  line(2000).check(
    must((text) => /^\/(?![/\\])/.test(text), `must be a path of this site, as in "${example}"`),
  );

const readType = z
  .string()
  .check(must((type) => READ_TYPES.includes(type), 'is no type that this app reads, as in "Observation"'));

/** What the protocol itself says in a sign-in, and must not be said otherwise. */
const RESERVED =
  /^(?:aud|client_id|code_challenge|code_challenge_method|launch|nonce|redirect_uri|response_type|scope|state)$/;
const parameters = line(500).check(
  must(
    (text) => [...new URLSearchParams(text).keys()].every((name) => name !== '' && !RESERVED.test(name)),
    'must be parameters that the sign-in does not set itself, as in "purpose_of_use=BTG"',
  ),
);

const organisation = z.strictObject({
  id: z
    .string()
    .check(
      must(
        (text) => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text),
        'must be 1 to 40 small letters, digits and dashes, as in "general-hospital"',
      ),
    ),
  name: line(80),
  kind: z.enum(['ehr', 'clinic', 'hie', 'lab', 'payer', 'patient', 'other']),
  iss: baseUrl,
  clientId: z._default(z.nullable(line(400)), null),
  scopes: z._default(z.nullable(scopes), null),
  letter: z
    .string()
    .check(
      must((text) => /^\p{Lu}[\p{Lu}\p{N}]?$/u.test(text), 'must be one or two capital letters, as in "G"'),
    ),
  colour: z
    .int()
    .check(must((n) => n >= 0 && n < COLOURS, `must be a whole number from 0 to ${COLOURS - 1}`)),
  open: z._default(z.boolean(), false),
  launches: z._default(z.boolean(), false),
  issuer: z._default(z.nullable(secureUrl), null),
  logo: z._default(z.nullable(pathAs('/brands/general.svg')), null),
  origins: z._default(z.array(origin), []),
  brands: z._default(z.boolean(), false),
  keepsDecisions: z._default(z.boolean(), false),
  decisionsEndpoint: z.optional(baseUrl),
  types: z.optional(z.array(readType)),
  onDemand: z.optional(
    z.array(
      readType.check(
        must(
          (type) => type !== 'Patient' && type !== 'Consent',
          'decides what may be shown: it is read at once',
        ),
      ),
    ),
  ),
  breakGlass: z.optional(
    z.strictObject({
      scope: scopes.check(must((text) => !text.includes(' '), 'must be one scope')),
      parameters: z._default(parameters, ''),
    }),
  ),
  note: z.optional(z.string()),
});

const code = z
  .string()
  .check(
    must((text) => /^[A-Za-z0-9-]{1,40}$/.test(text), 'must be a code of letters and digits, as in "PSY"'),
  );

/** Parts that are left out stay as the product's own policy has them. */
const policy = z.strictObject({
  note: z.optional(z.string()),
  confidentialities: z.optional(z.array(z.enum(CONFIDENTIALITY))),
  classes: z.optional(z.array(code)),
  exceptions: z.optional(
    z.array(z.strictObject({ labels: z.array(code), purposes: z.array(code), roles: z.array(code) })),
  ),
  sealedShows: z.optional(z.array(z.enum(['kind', 'date']))),
  revealPurposes: z.optional(z.array(code)),
  revealMinutes: z.optional(
    z.int().check(must((n) => n >= 1 && n <= 60, 'must be a whole number of minutes from 1 to 60')),
  ),
  withoutConsent: z.optional(z.enum(['show', 'mask'])),
  unreadConsents: z.optional(z.enum(['show', 'mask'])),
});

const configuration = z.strictObject({
  note: z.optional(z.string()),
  organisations: z.array(organisation).check(must((all) => all.length <= 50, 'must be at most 50')),
  frameAncestors: z._default(z.array(origin), []),
  idleMinutes: z._default(
    z.int().check(must((n) => n >= 1 && n <= 240, 'must be a whole number of minutes from 1 to 240')),
    15,
  ),
  language: z.optional(z.enum(LANGUAGES)),
  staleMinutes: z._default(
    z.int().check(must((n) => n >= 1 && n <= 1440, 'must be a whole number of minutes from 1 to 1440')),
    60,
  ),
  audit: z._default(
    z.strictObject({
      endpoint: z._default(z.nullable(secureUrl), null),
      whenUndelivered: z._default(z.enum(['go-on', 'lock']), 'go-on'),
      lockAfterMinutes: z._default(
        z.int().check(must((n) => n >= 0 && n <= 60, 'must be a whole number of minutes from 0 to 60')),
        5,
      ),
    }),
    { endpoint: null, whenUndelivered: 'go-on', lockAfterMinutes: 5 },
  ),
  terminology: z._default(
    z.strictObject({
      server: z._default(z.nullable(baseUrl), null),
      conceptMaps: z._default(
        z.array(pathAs('/maps/local-labs.json')).check(must((all) => all.length <= 50, 'must be at most 50')),
        [],
      ),
    }),
    { server: null, conceptMaps: [] },
  ),
  policy: z.optional(policy),
});

type Written = z.output<typeof configuration>;

/** The file's text in, a configuration out, or every mistake in it with its place. */
export function readConfiguration(text: string): Result<Configuration, readonly ConfigurationProblem[]> {
  const json = readLinedJson(text);
  if (!json.ok) return err([{ path: '', ...json.error }]);
  const read = configuration.safeParse(json.value.value);
  if (!read.success) return err(inWords(read.error.issues, json.value));
  const clashes = clashesIn(read.data);
  if (clashes.length > 0)
    return err(
      clashes.map(({ at, message }) => ({ path: pathText(at), line: json.value.lineOf(at), message })),
    );
  return ok(asConfiguration(read.data));
}

interface Clash {
  readonly at: readonly PropertyKey[];
  readonly message: string;
}

/** What is right by itself and wrong beside the rest. */
function clashesIn({ organisations }: Written): Clash[] {
  const clashes: Clash[] = [];
  organisations.forEach((each, i) => {
    const before = organisations.slice(0, i);
    const clash = (field: string, message: string) =>
      clashes.push({ at: ['organisations', i, field], message });
    if (before.some((other) => other.id === each.id))
      clash('id', `"${each.id}" is taken by another organisation`);
    const same = before.find((other) => other.iss === each.iss);
    if (same) clash('iss', `"${same.id}" has this address already`);
    if (before.some((other) => other.letter === each.letter && other.colour === each.colour))
      clash('letter', 'another organisation has this letter in this colour; a fact could not be told apart');
    if (!each.open && each.clientId === null)
      clash(
        'clientId',
        'is missing: the organisation gives it when the app is registered (or set "open": true)',
      );
    const stray = (each.onDemand ?? []).findIndex((type) => each.types?.includes(type) === false);
    if (stray >= 0)
      clashes.push({
        at: ['organisations', i, 'onDemand', stray],
        message: 'is not among the types that are read here',
      });
    if (each.open && each.launches)
      clash('launches', 'cannot be true where "open" is: an open server signs nobody in');
    if (each.open && each.keepsDecisions)
      clash('keepsDecisions', 'cannot be true where "open" is: nothing is written without a sign-in');
    if (each.decisionsEndpoint === undefined) return;
    if (!each.keepsDecisions) clash('decisionsEndpoint', 'is not used unless "keepsDecisions" is true');
    const stranger = organisations.find(
      (other) => other !== each && sameServer(other.iss, each.decisionsEndpoint ?? ''),
    );
    if (stranger) clash('decisionsEndpoint', `is on the server of "${stranger.id}": the token is not for it`);
  });
  return clashes;
}

function asConfiguration(written: Written): Configuration {
  const audited = written.audit.endpoint;
  return {
    organisations: written.organisations.map(
      ({ types, onDemand, breakGlass, decisionsEndpoint, ...each }) => ({
        ...each,
        ...(decisionsEndpoint === undefined ? {} : { decisionsEndpoint }),
        ...(types === undefined ? {} : { types }),
        ...(onDemand === undefined ? {} : { onDemand }),
        ...(breakGlass === undefined ? {} : { breakGlass }),
        id: sourceId(each.id),
        clientId: each.clientId ?? '',
        ...(audited !== null && sameServer(each.iss, audited) ? { audits: true } : {}),
      }),
    ),
    frameAncestors: written.frameAncestors,
    idleMinutes: written.idleMinutes,
    staleMinutes: written.staleMinutes,
    audit: written.audit,
    ...(written.language === undefined ? {} : { language: written.language }),
    terminology: written.terminology,
    ...(written.policy === undefined ? {} : { policy: policyOf(written.policy) }),
  };
}

/** Only what is written: a part that is left out must not stand as undefined over the product's own. */
function policyOf(written: z.output<typeof policy>): Partial<SitePolicy> {
  const { note: _note, ...parts } = written;
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
