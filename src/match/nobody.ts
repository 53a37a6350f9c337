/** What is typed where nothing is known: placeholders of names, numbers, dates and addresses, which stand for nobody. */

/** One of these words anywhere makes a given name that of a newborn without one: 'Baby Boy', 'Infant of Maria'. */
const NEWBORN =
  /(?:^| )(?:baby|babyboy|babygirl|babe|bb|bg|bby|bboy|bgirl|infant|newborn|nb|neonate|twin|triplet|quad|fetus|foetus|stillborn|mother|twin ?[a-d1-4]|(?:baby)?(?:boy|girl) ?[a-d1-4])(?: |$)/;
/** 'Boy', 'Girl Garcia', 'Marias Boy', 'Mariasgirl', 'Male B', 'B B'. */
const NEWBORN_TOO =
  /^(?:(?:boy|girl|male|female)(?: .*)?|(?:son|daughter|child) of .*|b b|.* (?:boy|girl|babyboy|babygirl)|.+s(?:boy|girl|baby)|baby.*)$/;
const NOBODY =
  /^(?:unknown|unk|unnamed|anonymous|anon|tests?|testing|tester|patient|testpatient|demo|dummy|fake|sample|xtest|example|donotuse|do not use|trauma|unidentified|doe doe|x+|z{2,}.*|none|not given|not known|notknown|no name|noname|no first name|no last name|no given name|n a|nfn|nmn|nln|fnu|lnu|confidential|deleted|duplicate|void|error|removed|mr|mrs|ms|miss)(?: .*)?$/;

export const isNewborn = (given: string): boolean => NEWBORN.test(given) || NEWBORN_TOO.test(given);
export const isNobody = (name: string): boolean => NOBODY.test(name);
/** Doe is a surname; John Doe is nobody. */
export const isDoe = (first: string, family: string): boolean =>
  (family === 'doe' || family === 'roe') && /^(?:john|jane|j|johnny|baby|jon|jack|richard)$/.test(first);

/** Which of the newborns: 'a' of 'Twin A', '2' of 'Baby Boy 2'. */
export const newbornMark = (given: string): string | null =>
  isNewborn(given) ? (/(?:^| |twin|boy|girl|baby)([a-d]|[1-4])(?: |$)/.exec(given)?.[1] ?? null) : null;

const DATES = new Set([
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1901-01-01',
  '1910-01-01',
  '1911-11-11',
  '1922-02-22',
  '1969-12-31',
  '1970-01-01',
  '1999-09-09',
  '2000-01-01',
]);

export function isPlaceholderDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return !(year >= 1880 && year <= 2200) || DATES.has(text) || text === '1900' || text === '1900-01';
}

const WORDS =
  /^(?:UNKNOWN.*|NONE|NA|UNK.*|TEST.*|PENDING.*|REFUSED|DECLINED|NOTPROVIDED|NOTGIVEN|NOTKNOWN|NEWBORN.*|NOSSN|NOID|NIL|NULL|TBD|TEMP.*|DUMMY.*|ASKED|UNAVAILABLE|NOTAVAILABLE|X+|\?+)$/;
const UP = '012345678901234567890';
const DOWN = '098765432109876543210';

/** Values that no one has, of whatever kind of number: 0000000, 123456789, UNKNOWN. `value` is upper case, unspaced. */
export function isPlaceholderValue(value: string): boolean {
  if (/^(.)\1*$/.test(value) || WORDS.test(value)) return true;
  if (value.length >= 7 && (UP.includes(value) || DOWN.includes(value))) return true;
  return value.length >= 6 && (/^(..)\1+$/.test(value) || /^(...)\1+$/.test(value));
}

/** Numbers of the US Social Security that were never given to anybody, or were printed on a specimen card. */
export const isPlaceholderSsn = (nine: string): boolean =>
  !/^\d{9}$/.test(nine) ||
  /^(?:000|666|99999)/.test(nine) ||
  /^\d{3}00/.test(nine) ||
  nine.endsWith('0000') ||
  /^98765432\d$/.test(nine) ||
  nine === '123456789' ||
  nine === '123121234' ||
  nine === '078051120' ||
  nine === '219099999' ||
  nine === '457555462';

/** 'XXX-XX-1234', '***1234': part of a number. */
export const isMasked = (value: string): boolean => /[*#•●?_]{2,}|x{3,}/i.test(value);

const NO_PLACE =
  /\b(?:homeless|unknown|unk|no fixed|nfa|general delivery|transient|undomiciled|unhoused|shelter|same as|same|not given|not known|confidential|bad address|return(?:ed)? mail|test|none|n a|declined|refused|address|no address|tbd|xx+|care of|c o|clinic|surgery|hospital|medical cent(?:re|er)|health cent(?:re|er)|practice|correctional|jail|prison|nursing home)\b|^(?:12|123|1234) (?:main|any|fake|test|elm) ?(?:st|street)?\b|^main st$/;

/** Lines that say nothing about where somebody lives, or where many do. `line` is folded. */
export const isNoPlace = (line: string): boolean => NO_PLACE.test(line);

export const isNoCity = (city: string): boolean =>
  /^(?:unknown|unk|none|n a|homeless|anytown|any city|xx+|test|nfa)$/.test(city);

export const isNoPostcode = (code: string): boolean =>
  /^(?:(.)\1*|12345|99999|00000|zz99.*|unknown|none|na)$/.test(code);

/** 555 numbers are made up, and 0000000000 is what the form wanted. `digits` are at most the last ten. */
export const isPlaceholderPhone = (digits: string): boolean =>
  digits.length < 7 ||
  /^(?:\d{3})?555\d{4}$/.test(digits) ||
  /^(\d)\1+$/.test(digits.slice(-7)) ||
  UP.includes(digits) ||
  DOWN.includes(digits);

export const isPlaceholderEmail = (mail: string): boolean =>
  /^(?:none|no|noemail|no-email|nomail|no-mail|unknown|na|n\/a|refused|declined|test|noreply|no-reply|x+|a|abc|patient|info|admin)@|@(?:none|noemail|unknown|test)\./.test(
    mail,
  ) || !mail.includes('@');
