import { gunzipSync } from 'node:zlib';

/** The plain files of a .tar.gz: headers of 512 bytes, contents padded to 512. */
export function* filesOf(archive: Buffer): Generator<{ name: string; bytes: Buffer }> {
  const tar = gunzipSync(archive);
  const text = (from: number, length: number) =>
    tar.toString('latin1', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    const kind = text(at + 156, 1);
    if (kind === '0' || kind === '')
      yield { name: text(at, 100), bytes: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
