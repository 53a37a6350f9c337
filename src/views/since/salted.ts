/** What is remembered of a patient in this browser stands under a hash that its salt makes this browser's own. */
export const newSalt = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

export const hashOf = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
