/** Does a rule of a consent apply to one fact, looked at by this person for this purpose? */
import { CONFIDENTIALITY, type Fact, type SourceId } from '../record/index.ts';
import type { Viewer } from './policy.ts';
import { isFor } from './purpose.ts';
import type { Code, Provision } from './read-consent.ts';
import { covers, holds } from './span.ts';
import { all, anyOf, truth, type Truth } from './truth.ts';

export interface Looking extends Viewer {
  /** Epoch ms. */
  readonly now: number;
  /** Source id → `fhirUser` at that source, as `Practitioner/7`. */
  readonly users: Readonly<Record<string, string>>;
  /** Sources whose consents are not known: not read yet, or not to be had. */
  readonly unread: ReadonlyMap<SourceId, 'waiting' | 'failed'>;
  /** Sources that opened their records for an emergency: their own consents are overridden, and nobody else's. */
  readonly broken: ReadonlySet<SourceId>;
}

export function applies(rule: Provision, fact: Fact, looking: Looking): Truth {
  return all([
    rule.obscure ? 'maybe' : 'yes',
    covers(rule.period, looking.now),
    holds(rule.dataPeriod, fact.when),
    anyOf(rule.actors, (actor) => isUs(actor, fact, looking)),
    anyOf(rule.actions, isReading),
    anyOf(rule.purposes, ({ code }) => (code === null ? 'maybe' : truth(isFor(looking.purpose, code)))),
    anyOf(rule.labels, (label) => wears(fact, label, rule.type)),
    anyOf(rule.classes, (each) => isOfClass(fact, each)),
    anyOf(rule.codes, (code) => isCoded(fact, code)),
    anyOf(rule.data, (each) => isAbout(fact, each)),
  ]);
}

/** Another practitioner is not us; of groups and organisations nobody here knows whether we belong to them. */
function isUs(actor: string | null, fact: Fact, { users }: Looking): Truth {
  const own = users[fact.source];
  if (actor === null || own === undefined) return 'maybe';
  if (isSame(actor, own)) return 'yes';
  const type = typeOf(actor);
  return type === typeOf(own) || (type !== null && PEOPLE.has(type) && type !== 'PractitionerRole')
    ? 'no'
    : 'maybe';
}

const PEOPLE = new Set(['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson', 'Device']);
/** The type of a `fhirUser`, as a site's policy names roles. */
export const roleOf = (user: string): string | null => typeOf(user);
const typeOf = (ref: string): string | null => /(?:^|\/)([A-Za-z]+)\/[^/]+$/.exec(ref)?.[1] ?? null;

/** Looking at a record is access and use; collecting, correcting and passing on are other acts. */
const isReading = ({ code }: Code): Truth =>
  code === null ? 'maybe' : truth(code === 'access' || code === 'use');

/**
 * A confidentiality is a mark on a scale: a permit up to 'R' covers what is less strict, and a refusal from 'R' covers
 * what is stricter. A fact without a mark is taken as normal.
 */
function wears(fact: Fact, { code }: Code, type: Provision['type']): Truth {
  if (code === null) return 'maybe';
  const { confidentiality, classes, caveats } = fact.sensitivity;
  const level = (CONFIDENTIALITY as readonly string[]).indexOf(code);
  if (level < 0) return truth(classes.includes(code) || caveats.includes(code));
  const own = CONFIDENTIALITY.indexOf(confidentiality === 'unknown' ? 'N' : confidentiality);
  return truth(type === 'permit' ? own <= level : own >= level);
}

function isOfClass(fact: Fact, each: Code): Truth {
  const { system, code } = each;
  if (code === null) return 'maybe';
  if (system === null || /resource-types$|fhir-types$/.test(system)) return truth(fact.type === code);
  return isCoded(fact, each);
}

/**
 * By the codes that the source wrote. Which codes lie inside others, and which of another system mean the same, is not
 * known here: a source that protects a thing under several codes has to name them, or to label it.
 */
function isCoded(fact: Fact, { system, code }: Code): Truth {
  const codings = fact.code?.codings ?? [];
  if (code === null || codings.length === 0) return 'maybe';
  return truth(
    codings.some(
      (each) => each.code === code && (system === null || each.system === null || each.system === system),
    ),
  );
}

function isAbout(fact: Fact, { meaning, ref }: Provision['data'][number]): Truth {
  if (ref === null) return 'maybe';
  if (meaning === 'authoredby') {
    const author = fact.provenance.author?.ref ?? null;
    return author === null ? 'maybe' : truth(isSame(ref, author));
  }
  if (isSame(ref, fact.ref)) return 'yes';
  return truth(meaning !== 'instance' && fact.links.some((link) => isSame(ref, link.ref)));
}

/** A consent may name its own server's resources by their full address. */
const isSame = (written: string, own: string): boolean => written === own || written.endsWith(`/${own}`);
