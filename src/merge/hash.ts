/**
 * Blocking keys are 32-bit hashes, made without building a string. Two keys may collide: that only costs one more
 * comparison, because a rule decides every pair and the key never does.
 */
export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash, text.length);
}

export function mix(hash: number, number: number): number {
  const h = Math.imul(hash ^ Math.imul(number | 0, 0x85ebca6b), 0x9e3779b1);
  return (h ^ (h >>> 15)) | 0;
}

/** Letters and digits in lower case, nothing else: 'Hb A1c' and 'HbA1C' are one text. */
export const foldText = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The hash of `foldText(text)`; plain ASCII, which is nearly all of it, is folded on the way. */
export function hashFolded(text: string, seed: number): number {
  let hash = seed;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i);
    if (unit > 127) return hashText(foldText(text), seed);
    if (unit >= 65 && unit <= 90) unit += 32;
    else if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) continue;
    hash = Math.imul(hash ^ unit, 0x01000193);
    length++;
  }
  return mix(hash, length);
}
