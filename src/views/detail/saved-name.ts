/** Endings for what can be told; anything else is saved without one, so that nothing starts by itself. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
};

/**
 * A file name made of the source's title: letters, digits and spaces of it, one ending that is ours. What reverses the
 * direction of writing, leads into folders or hides an ending does not get through.
 */
export function savedName(title: string | null, contentType: string | null): string {
  const words = (title ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return `${words === '' ? 'attachment' : words}.${ENDINGS[type] ?? 'bin'}`;
}
