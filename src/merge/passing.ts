import type { Coding, Concept } from '../record/index.ts';
import { systemKey } from './concepts.ts';

/**
 * Illnesses that come and go: two onsets are two bouts, however 'active' an old entry was left. Everything else that
 * two problem lists both call current is one problem, whenever each says that it began. Told by words in the languages
 * that the product speaks, and by the chapters of ICD-10, since many a record has a code alone.
 */
const WORDS =
  /acute|agud|akut|neumon[ií]|lungenent|bron(?:ch|qu)i(?:ti|oli)|sinusit|(?:ph|f)ar[iy]ngit|tonsil+iti|otiti|influenza|gripp?e|covid|infe[ck]|ellulit|c[iy]stit|p[iy]elon|enteriti|diarr|fra[ck]tur|sprain|strain|lacerat|wound|injur|concuss|contus|infar[ck]|stroke|embol|rombos|pregnan|s[iy]ncop|fever|sepsis|endicit|junctivit|abs[cz]es|poison|overdos|dehydrat|\b(?:burns?|cold|falls?)\b/i;

/** Words by which the same illness stays, unless it is acute: chronic sinusitis, an old infarction, HIV infection. */
const STAYS =
  /^(?!.*(?:acute|agud|akut)).*(?:chr?[oó]ni|history|sequel|latent|immunodef|\b(?:old|hiv|vih)\b)/i;

const ICD10 =
  /^(?:A0|A3[7-9]|A4[01]|G45|H10|H660|I2[126]|I6[0-3]|I80|I824|J0|J1[0-8]|J2[0-2]|K3[5-7]|K52|L0[1-3]|N10|N300|N390|O|R50|R55|[ST]\d|U071|Z3[34])/;

export function isPassing(code: Concept | null, title: string): boolean {
  const names = [title, code?.text, code?.canonical, ...(code?.codings ?? []).map((c) => c.display)].map(
    (name) => (name ?? '').replaceAll('-', ' '),
  );
  if (names.some((name) => STAYS.test(name))) return false;
  return names.some((name) => WORDS.test(name)) || (code?.codings ?? []).some(isOfSuchAChapter);
}

const isOfSuchAChapter = ({ system, code }: Coding): boolean =>
  system !== null &&
  code !== null &&
  systemKey(system).includes('/icd-10') &&
  ICD10.test(code.replaceAll('.', '').toUpperCase());
