/** How a person gets to the sign-in page: by its address, or by a form where the address would be too long. */
import type { Organisation, SmartConfiguration } from '../sources/index.ts';
import type { Browser } from './browser.ts';
import type { OpenPopUp } from './popup.ts';

export interface Way {
  readonly url: string;
  /** The endpoint that takes a form, a query of its own included; null where the address will do. */
  readonly form: string | null;
}

/** Some web servers and proxies cut or refuse an address beyond about 2,000 characters. */
const LONGEST_ADDRESS = 2000;

/**
 * A form is the exception: a server may be denied its own cookies with a form from another site, and then does not
 * know a person it has signed in already. It is sent to an origin of the configuration only, as the site's policy has it.
 */
export function wayTo(url: string, smart: SmartConfiguration, organisation: Organisation): Way {
  const { iss, issuer, origins } = organisation;
  const known = [iss, issuer ?? iss, ...(origins ?? [])].map((each) => new URL(each).origin);
  const asForm =
    url.length > LONGEST_ADDRESS &&
    smart.capabilities.includes('authorize-post') &&
    known.includes(new URL(url).origin);
  return { url, form: asForm ? smart.authorizationEndpoint : null };
}

/** In this tab, or in the window that was opened for it. */
export function goTo(browser: Browser, { url, form }: Way, popup: OpenPopUp | null): void {
  if (form !== null) return submit(browser, url, form, popup?.name ?? '_self');
  if (popup) popup.window.location.replace(url);
  else browser.location.assign(url);
}

function submit({ document }: Browser, url: string, endpoint: string, target: string): void {
  const own = new URL(endpoint).searchParams;
  const form = document.createElement('form');
  form.hidden = true;
  form.method = 'post';
  form.action = endpoint;
  form.target = target;
  for (const [name, value] of new URL(url).searchParams) {
    if (own.has(name)) continue;
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
