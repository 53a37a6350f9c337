/** A choice of looks, remembered in this browser. Where storage is denied nothing is remembered. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`throughline.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`throughline.${name}`, value);
  } catch {
    // It holds until the page is closed.
  }
}
