/** The words of a rich text file, without fonts, pictures or fields. */

/** Groups that hold no text of the document. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable generator xmlnstbl fldinst bkmkstart bkmkend'.split(
    ' ',
  ),
);
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};
/** What Windows-1252 puts where Latin-1 has control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const WORD = /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))|([{}])|[\r\n]+|[^\\{}\r\n]+/gi;

export function readRtf(text: string): string {
  const out: string[] = [];
  const groups: { skipped: boolean; after: number }[] = [];
  let state = { skipped: false, after: 1 };
  let passing = 0;
  for (const [all, word, number, hex, sign, brace] of text.matchAll(WORD)) {
    if (brace === '{') {
      groups.push(state);
      state = { ...state };
      continue;
    }
    if (brace === '}') {
      state = groups.pop() ?? { skipped: false, after: 1 };
      passing = 0;
      continue;
    }
    if (word !== undefined && (SKIPPED.has(word) || word === 'fldinst')) state.skipped = true;
    if (sign === '*') state.skipped = true;
    if (state.skipped || /^[\r\n]/.test(all)) continue;
    if (word === 'uc') state.after = Number(number ?? 1);
    else if (word === 'u') {
      const code = Number(number ?? 0);
      out.push(String.fromCharCode(code < 0 ? code + 0x10000 : code));
      // What stands for it where it cannot be read follows, and is not read.
      passing = state.after;
    } else if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      if (passing > 0) passing--;
      else out.push(code >= 0x80 && code < 0xa0 ? (HIGH[code - 0x80] ?? '') : String.fromCharCode(code));
    } else if (word !== undefined || sign !== undefined) out.push(BREAKS[word ?? sign ?? ''] ?? '');
    else {
      const passed = Math.min(passing, all.length);
      passing -= passed;
      out.push(all.slice(passed));
    }
  }
  return out.join('').trim();
}
