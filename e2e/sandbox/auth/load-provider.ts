/**
 * oidc-provider, on the Node versions the sandbox supports. It asks for Node 22 only because of URL.parse, and says
 * so on the console of whoever starts the sandbox; both are taken care of here.
 */
export async function loadProvider() {
  const url = URL as unknown as { parse?: (text: string, base?: string) => URL | null };
  url.parse ??= (text, base) => (URL.canParse(text, base) ? new URL(text, base) : null);
  const warn = console.warn;
  console.warn = () => {};
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
