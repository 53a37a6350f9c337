/** Patient resources: the same human as four registration desks wrote them down. */
import { SYSTEM, coding } from '../codes/systems.ts';
import { lean } from '../chart.ts';
import type { Chart, Rec } from '../chart.ts';
import { ORGS } from '../orgs.ts';
import { hash } from '../prng.ts';
import type { OrgKey } from '../types.ts';

export interface Demographics {
  readonly given: readonly string[];
  readonly family: string;
  readonly suffix?: string | undefined;
  readonly nickname?: string | undefined;
  readonly maiden?: string | undefined;
  readonly birthDate: string;
  readonly gender: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly zip?: string | undefined;
  readonly previousStreet?: string | undefined;
  /** Fictional: area numbers from 900 up are never issued. */
  readonly ssn?: string | undefined;
  /** The community-wide number, where an organisation has learnt it. */
  readonly communityId?: string | undefined;
  readonly language?: readonly [string, string] | undefined;
  readonly race?: readonly [string, string] | undefined;
  readonly hispanic?: boolean | undefined;
  readonly multipleBirth?: boolean | number | undefined;
  readonly married?: boolean | undefined;
}

const identifier = (type: string, system: string, value: string, use = 'usual'): unknown => ({
  use,
  type: { coding: [coding(SYSTEM.identifierType, type)] },
  system,
  value,
});

/** The medical record number that an organisation gives a person of its own. */
export const mrnOf = (chart: Chart, org: OrgKey): string =>
  String(10_000_000 + (hash(`${chart.key}|${org}|${chart.hall.seed}`) % 89_999_999));

const COMMUNITY = `urn:oid:${ORGS.county.oid}.1`;

export function patient(
  chart: Chart,
  org: OrgKey,
  who: Demographics,
  more: Record<string, unknown> = {},
  mrn: string = mrnOf(chart, org),
): Rec {
  const display = [who.given.join(' '), who.family, who.suffix].filter(Boolean).join(' ');
  const body = lean({
    extension: usCore(who),
    identifier: [
      identifier('MR', `urn:oid:${ORGS[org].oid}.1.1`, mrn),
      ...(who.ssn === undefined ? [] : [identifier('SS', SYSTEM.ssn, who.ssn, 'official')]),
      ...(who.communityId === undefined ? [] : [identifier('PI', COMMUNITY, who.communityId, 'secondary')]),
    ],
    active: true,
    name: names(who, display),
    telecom: telecom(who),
    gender: who.gender,
    birthDate: who.birthDate,
    address: address(who),
    ...(who.multipleBirth === undefined
      ? {}
      : typeof who.multipleBirth === 'number'
        ? { multipleBirthInteger: who.multipleBirth }
        : { multipleBirthBoolean: who.multipleBirth }),
    maritalStatus: who.married
      ? { coding: [coding('http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', 'M', 'Married')] }
      : undefined,
    communication: who.language
      ? [{ language: { coding: [coding('urn:ietf:bcp:47', ...who.language)] }, preferred: true }]
      : undefined,
    managingOrganization: chart.organization(org, org),
    ...more,
  });
  return chart.register(org, body, display, { profile: 'us-core-patient' });
}

function names(who: Demographics, text: string): unknown[] {
  const official = lean({
    use: 'official',
    text,
    family: who.family,
    given: [...who.given],
    suffix: who.suffix === undefined ? undefined : [who.suffix],
  });
  const list: unknown[] = [official];
  if (who.nickname) list.push({ use: 'nickname', given: [who.nickname], family: who.family });
  if (who.maiden) list.push({ use: 'maiden', family: who.maiden, given: [...who.given] });
  return list;
}

function telecom(who: Demographics): unknown[] | undefined {
  const list: unknown[] = [];
  if (who.phone) list.push({ system: 'phone', value: who.phone, use: 'home' });
  if (who.email) list.push({ system: 'email', value: who.email });
  return list.length > 0 ? list : undefined;
}

function address(who: Demographics): unknown[] | undefined {
  if (who.street === undefined) return undefined;
  const rest = { city: who.city ?? 'Fairhaven', state: 'CT', postalCode: who.zip ?? '06490', country: 'US' };
  const list: unknown[] = [{ use: 'home', line: [who.street], ...rest }];
  if (who.previousStreet) list.push({ use: 'old', line: [who.previousStreet], ...rest });
  return list;
}

function usCore(who: Demographics): unknown[] | undefined {
  const list: unknown[] = [];
  const url = (name: string): string => `http://hl7.org/fhir/us/core/StructureDefinition/${name}`;
  const omb = 'urn:oid:2.16.840.1.113883.6.238';
  if (who.race)
    list.push({
      url: url('us-core-race'),
      extension: [
        { url: 'ombCategory', valueCoding: coding(omb, ...who.race) },
        { url: 'text', valueString: who.race[1] },
      ],
    });
  if (who.hispanic !== undefined) {
    const display = who.hispanic ? 'Hispanic or Latino' : 'Not Hispanic or Latino';
    list.push({
      url: url('us-core-ethnicity'),
      extension: [
        { url: 'ombCategory', valueCoding: coding(omb, who.hispanic ? '2135-2' : '2186-5', display) },
        { url: 'text', valueString: display },
      ],
    });
  }
  return list.length > 0 ? list : undefined;
}
