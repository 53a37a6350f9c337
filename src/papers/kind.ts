/**
 * What a file is by its first bytes, and what may be done with it. What a source says of it is believed only where the
 * bytes agree: a page that calls itself a picture is neither shown as one nor as the other.
 */
export type FoundKind =
  'pdf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'dicom' | 'zip' | 'program' | 'rtf' | 'text' | 'unknown';

const SIGNS: readonly (readonly [FoundKind, number, string])[] = [
  ['pdf', 0, '%PDF-'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['dicom', 128, 'DICM'],
  ['zip', 0, 'PK\x03\x04'],
  ['program', 0, 'MZ'],
  ['program', 0, '\x7fELF'],
  ['rtf', 0, '{\\rtf'],
];

const starts = (bytes: Uint8Array, at: number, sign: string): boolean =>
  bytes.length >= at + sign.length && [...sign].every((char, i) => bytes[at + i] === char.charCodeAt(0));

export function foundIn(bytes: Uint8Array): FoundKind {
  const sign = SIGNS.find(
    ([kind, at, text]) => starts(bytes, at, text) && (kind !== 'webp' || starts(bytes, 0, 'RIFF')),
  );
  // 'MZ' may begin a sentence.
  if (sign !== undefined && !(sign[0] === 'program' && isText(bytes))) return sign[0];
  return isText(bytes) ? 'text' : 'unknown';
}

/** UTF-16 says so by its first bytes; otherwise text has none of the characters that only machines read. */
function isText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0, '\xff\xfe') || starts(bytes, 0, '\xfe\xff')) return true;
  for (const byte of bytes)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) return false;
  return true;
}

/** As what its text is read; 'any-text' where nothing is stated. */
export type TextKind = 'rtf' | 'html' | 'xml' | 'text' | 'any-text';

export type Showing =
  | { readonly kind: 'image'; readonly contentType: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'words'; readonly as: TextKind }
  | { readonly kind: 'download'; readonly why: DownloadReason };

/** Why a file is only handed over. */
export type DownloadReason =
  /** Its bytes are not what it is said to be. */
  | 'lies'
  /** A drawing that may hold programs. */
  | 'may-run'
  /** A kind that cannot be shown here. */
  | 'not-shown';

const IMAGES = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const;
const isImage = (found: FoundKind): found is keyof typeof IMAGES => found in IMAGES;
const words = (as: TextKind): Showing => ({ kind: 'words', as });
const download = (why: DownloadReason): Showing => ({ kind: 'download', why });

export function showingOf(stated: string | null, found: FoundKind): Showing {
  const type = (stated ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream' || type === 'application/binary')
    return byBytes(found);
  if (type.includes('svg')) return download('may-run');
  if (type.startsWith('image/')) return asImage(type, found);
  if (type === 'application/pdf' || type === 'application/x-pdf')
    return found === 'pdf' ? { kind: 'pdf' } : download('lies');
  if (type.endsWith('/rtf') || type.endsWith('/richtext')) return asText('text', found);
  if (type === 'text/html' || type === 'application/xhtml+xml') return asText('html', found);
  if (type.endsWith('/xml') || type.endsWith('+xml')) return asText('xml', found);
  if (type.startsWith('text/') || type.endsWith('/json') || type.endsWith('+json'))
    return asText('text', found);
  // A kind that is not known here, and bytes that are known to be something else.
  const isOffice = found === 'zip' && /officedocument|opendocument|zip/.test(type);
  return download(
    found === 'unknown' || found === 'text' || isOffice || type.includes(found) ? 'not-shown' : 'lies',
  );
}

function byBytes(found: FoundKind): Showing {
  if (isImage(found)) return { kind: 'image', contentType: IMAGES[found] };
  if (found === 'pdf') return { kind: 'pdf' };
  if (found === 'rtf') return words('rtf');
  return found === 'text' ? words('any-text') : download('not-shown');
}

function asImage(type: string, found: FoundKind): Showing {
  const name = type
    .slice('image/'.length)
    .replace('jpg', 'jpeg')
    .replace('pjpeg', 'jpeg')
    .replace('tif', 'tiff');
  if (isImage(found) && name === found) return { kind: 'image', contentType: IMAGES[found] };
  const unseen = !(name in IMAGES) && (found === 'unknown' || found === 'dicom' || name.includes(found));
  return download(unseen ? 'not-shown' : 'lies');
}

const asText = (kind: 'html' | 'xml' | 'text', found: FoundKind): Showing =>
  found === 'text' ? words(kind) : found === 'rtf' ? words('rtf') : download('lies');
