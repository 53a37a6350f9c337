import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Paper } from '../record/index.ts';
import { readCcda } from './ccda.ts';
import { foundIn, readHtml, readText, showingOf } from './index.ts';
import { readMarkup } from './markup.ts';
import { readRtf } from './rtf.ts';

const inlinesText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.inlines.map(({ text }) => text).join('');
    case 'preformatted':
      return block.text;
    case 'list':
      return block.items.map((item) => item.map(inlinesText).join(' ')).join(' | ');
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => cell.blocks.map(inlinesText).join(' ')).join(' ; '))
        .join(' | ');
    case 'rule':
      return '—';
  }
};
const textOf = (paper: Paper): string =>
  paper.sections
    .flatMap(({ title, blocks }) => [title ?? '', ...blocks.map(inlinesText)])
    .join('\n')
    .trim();
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Each of them would run or fetch in a browser that believed it. */
const HOSTILE = [
  '<script>window.pwned=1</script>',
  '<SCRIPT\n>window.pwned=1</SCRIPT >',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1"><script>pwned</script></svg>',
  '<iframe src="http://attacker.example/frame"></iframe>',
  '<a href="javascript:pwned">see</a>',
  '<style>@import "http://attacker.example/x.css";</style>',
  '<div style="background:url(http://attacker.example/p)">text</div>',
  '<math><mi xlink:href="javascript:pwned">x</mi></math>',
  '<object data="http://attacker.example/"></object><embed src="x">',
  '<noscript><p title="</noscript><img src=x onerror=pwned>"></noscript>',
  '<textarea><img src=x onerror=pwned></textarea>',
  '<form action="javascript:pwned"><button formaction="javascript:pwned">go</button></form>',
];

describe('markup', () => {
  it.each(HOSTILE)('leaves nothing of %s that could run or be fetched', (attack) => {
    const said = JSON.stringify(readHtml(`<div>before ${attack} after</div>`));
    for (const trace of ['pwned', 'attacker', 'javascript:', '<', 'onerror'])
      expect(said).not.toContain(trace);
    expect(said).toContain('before');
    expect(said).toContain('after');
  });

  it('is made of words and shapes alone, whatever comes in', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...HOSTILE,
        '<',
        '</',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<!DOCTYPE [',
        '<?',
        '&#x',
        '&lt;',
        '"',
        "'",
      ),
      fc.constantFrom(
        '<table>',
        '<tr>',
        '<td>',
        '<th>',
        '<li>',
        '<p>',
        '<ul>',
        '</table>',
        '</div>',
        '<pre>',
        '<br/>',
      ),
      fc.string(),
    );
    const KEYS = new Set(
      'head sections leftOut shortened title level blocks kind inlines text look ordered items caption rows header columns'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const walk = (value: unknown): void => {
          if (Array.isArray(value)) value.forEach(walk);
          else if (typeof value === 'object' && value !== null)
            for (const [key, inner] of Object.entries(value)) {
              expect(KEYS).toContain(key);
              walk(inner);
            }
        };
        walk(readHtml(pieces.join('')));
      }),
    );
  });

  it('keeps tables, lists and what is struck out', () => {
    const paper = readHtml(
      '<div><h2>Plan</h2><table><tr><th>Drug<th>Dose<tr><td>Warfarin<td><s>5 mg</s> <b>2.5&nbsp;mg</b></table>' +
        '<ol><li>one<li>two<p>still two</ol></div>',
    );
    const [heading, table, list] = paper.sections[0]!.blocks;
    expect(heading).toMatchObject({ kind: 'heading', inlines: [{ text: 'Plan' }] });
    expect(inlinesText(table!)).toBe('Drug ; Dose | Warfarin ; 5 mg 2.5\u00a0mg');
    expect(JSON.stringify(table)).toContain('{"text":"5 mg","look":"struck"}');
    expect(list).toMatchObject({ kind: 'list', ordered: true });
    expect(inlinesText(list!)).toBe('one | two still two');
  });

  it('counts pictures that it does not show, and says what they were called', () => {
    const paper = readHtml('<div>ECG <img src="http://a.example/e.png" alt="sinus rhythm"/> strip</div>');
    expect(textOf(paper)).toBe('ECG sinus rhythm strip');
    expect(paper.leftOut).toBe(1);
    expect(JSON.stringify(paper)).not.toContain('a.example');
  });

  it('defines no entity: a thousand laughs are one word', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><div>&b; &f; 5 &lt; 6</div>`;
    expect(textOf(readHtml(bomb))).toBe('&b; &f; 5 < 6');
  });

  it.each([
    ['open tags', '<div>'],
    ['open tags with attributes', '<a b="c" '],
    ['comments that do not end', '<!-- '],
    ['sections that do not end', '<![CDATA['],
    ['brackets', '<!DOCTYPE [['],
    ['scripts that do not end', '<script>'],
    ['tables in tables', '<table><tr><td>'],
    ['entities', '&#x41;&amp;'],
    ['closing tags', '</p>'],
    ['less-than signs', '< '],
  ])('reads a megabyte of %s in bounded time and depth', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const begun = performance.now();
    readHtml(text);
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it('takes an attribute by any name', () => {
    const { root } = readMarkup('<p __proto__="x" constructor="y">a</p>');
    expect(root.children).toHaveLength(1);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

const DOCUMENT = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary</title>
<effectiveTime value="20240314101500-0500"/>
<recordTarget><patientRole><id extension="A-1"/><patient><name><given>Ada</given><family>Byron</family></name>
<administrativeGenderCode code="F"/><birthTime value="18151210"/></patient></patientRole></recordTarget>
<author><assignedAuthor><assignedPerson><name>Dr <family>Quist</family></name></assignedPerson></assignedAuthor></author>
<component><structuredBody>
 <component><section><title>Allergies</title><text><table><thead><tr><th>Substance</th></tr></thead>
  <tbody><tr><td><content ID="a1" styleCode="Bold">Penicillin</content></td></tr></tbody></table>
  <renderMultiMedia referencedObject="x"/><script>pwned</script></text>
  <component><section><title>Inner</title><text><list listType="ordered"><item>one</item><item>two</item></list></text></section></component>
 </section></component>
 <component><section><title>Empty</title><text/></section></component>
</structuredBody></component></ClinicalDocument>`;

describe('a clinical document', () => {
  it('says whom it is about, who wrote it, and its sections in order', () => {
    const read = readText('xml', DOCUMENT);
    if (read.kind !== 'paper') throw new Error(read.kind);
    expect(Object.fromEntries(read.paper.head.map(({ about, text }) => [about, text]))).toEqual({
      title: 'Summary',
      patient: 'Ada Byron',
      'birth-date': '1815-12-10',
      sex: 'F',
      identifiers: 'A-1',
      written: '2024-03-14 10:15',
      author: 'Dr Quist',
    });
    expect(read.paper.sections.map(({ title, level }) => [title, level])).toEqual([
      ['Allergies', 1],
      ['Inner', 2],
      ['Empty', 1],
    ]);
    expect(textOf(read.paper)).toBe('Allergies\nSubstance | Penicillin\nInner\none | two\nEmpty');
    expect(read.paper.leftOut).toBe(2);
  });

  it('gives out the file that it holds', () => {
    const text = `<ClinicalDocument><component><nonXMLBody><text mediaType="application/pdf" representation="B64">JVBERi0=</text></nonXMLBody></component></ClinicalDocument>`;
    expect(readText('any-text', text)).toMatchObject({
      kind: 'embedded',
      file: { contentType: 'application/pdf', data: 'JVBERi0=', base64: true },
    });
  });

  it('is none where its root is another', () => {
    expect(readCcda('<html><ClinicalDocument/></html>')).toBeNull();
    expect(readText('xml', '<labs><a>1</a></labs>')).toMatchObject({
      kind: 'text',
      text: '<labs><a>1</a></labs>',
    });
  });
});

describe('rich text', () => {
  it('is its words', () => {
    expect(
      readRtf(
        String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\f0 Caf\'e9 \b bold\b0\par Blood\tab 5\u8804?10 \{ok\}{\pict ffff}}`,
      ),
    ).toBe('Café bold\nBlood\t5≤10 {ok}');
  });
});

describe('what a file is', () => {
  const PNG = bytes('\x89PNG\r\n\x1a\n\0\0\0');
  const PDF = bytes('%PDF-1.4\n\x80');
  const HTML = bytes('<html><script>x</script></html>');
  it.each([
    ['image/png', PNG, { kind: 'image', contentType: 'image/png' }],
    ['image/jpg', bytes('\xff\xd8\xff\xe0\0'), { kind: 'image', contentType: 'image/jpeg' }],
    ['image/jpeg', PNG, { kind: 'download', why: 'lies' }],
    ['image/png', HTML, { kind: 'download', why: 'lies' }],
    ['image/svg+xml', HTML, { kind: 'download', why: 'may-run' }],
    ['image/tiff', bytes('II*\0\0'), { kind: 'download', why: 'not-shown' }],
    ['application/pdf', PDF, { kind: 'pdf' }],
    ['application/pdf', HTML, { kind: 'download', why: 'lies' }],
    ['text/html', HTML, { kind: 'words', as: 'html' }],
    ['text/html', PDF, { kind: 'download', why: 'lies' }],
    ['text/plain; charset=utf-8', HTML, { kind: 'words', as: 'text' }],
    ['text/plain', bytes('MZ was here'), { kind: 'words', as: 'text' }],
    ['text/plain', bytes('MZ\0\x01'), { kind: 'download', why: 'lies' }],
    ['application/octet-stream', PDF, { kind: 'pdf' }],
    [null, PNG, { kind: 'image', contentType: 'image/png' }],
    [null, HTML, { kind: 'words', as: 'any-text' }],
    ['application/dicom', PDF, { kind: 'download', why: 'lies' }],
    ['application/msword', bytes('\xd0\xcf\x11\xe0'), { kind: 'download', why: 'not-shown' }],
  ])('%s of these bytes', (stated, content, expected) => {
    expect(showingOf(stated, foundIn(content))).toEqual(expected);
  });

  it('is no drawing that can run, whatever it calls itself', () => {
    expect(readText('any-text', '<?xml version="1.0"?><svg onload="x"/>')).toEqual({
      kind: 'download',
      why: 'may-run',
    });
    expect(readText('xml', '<!-- a --><svg:svg xmlns:svg="s"/>')).toEqual({
      kind: 'download',
      why: 'may-run',
    });
  });
});
