import { escapeHtml } from '../http.ts';

/** The pages of a sign-in: plain HTML, no script, one style sheet from the same origin. */
interface Frame {
  readonly organisation: string;
  readonly title: string;
  readonly body: string;
}

const page = ({ organisation, title, body }: Frame): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(organisation)}</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
<main>
<p class="organisation">${escapeHtml(organisation)}</p>
<h1>${escapeHtml(title)}</h1>
${body}
<p class="note">A sandbox: every patient here is invented.</p>
</main>
</body>
</html>`;

export const signInPage = (organisation: string, clinician: string, client: string): string =>
  page({
    organisation,
    title: 'Sign in',
    body: `<p>to continue to <strong>${escapeHtml(client)}</strong></p>
<form method="post"><button class="primary" name="act" value="sign-in">Sign in as ${escapeHtml(clinician)}</button></form>
<form method="post"><button name="act" value="refuse">Cancel</button></form>`,
  });

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface ConsentView {
  readonly organisation: string;
  readonly client: string;
  /** null where the patient is known already, or none is asked for. */
  readonly patients: readonly Choice[] | null;
  readonly searched: string;
  readonly left: number;
  readonly scopes: readonly { readonly scope: string; readonly words: string }[];
}

export function consentPage(view: ConsentView): string {
  const title = view.patients === null ? 'Allow access' : 'Choose a patient';
  const scopes = view.scopes
    .map(
      ({ scope, words }) =>
        `<label><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked> ${escapeHtml(words)}</label>`,
    )
    .join('\n');
  return page({
    organisation: view.organisation,
    title,
    body: `<p>for <strong>${escapeHtml(view.client)}</strong></p>
${view.patients === null ? '' : searchForm(view.searched)}
<form method="post">
${view.patients === null ? '' : picker(view.patients, view.left)}
<details><summary>${escapeHtml(view.client)} asks to (${view.scopes.length})</summary><fieldset class="scopes"><legend>Untick what you refuse</legend>
${scopes}
</fieldset></details>
<button class="primary" name="act" value="allow">Allow</button>
<button name="act" value="refuse" formnovalidate>Refuse</button>
</form>`,
  });
}

const searchForm = (searched: string): string =>
  `<form method="get" class="search"><label>Name, birth date or number <input type="search" name="q" value="${escapeHtml(searched)}"></label><button>Search</button></form>`;

function picker(patients: readonly Choice[], left: number): string {
  const rows = patients
    .map(
      ({ id, name, detail }, i) =>
        `<label><input type="radio" name="patient" value="${escapeHtml(id)}" required${patients.length === 1 && i === 0 ? ' checked' : ''}> <strong><bdi>${escapeHtml(name)}</bdi></strong> <span>${escapeHtml(detail)}</span></label>`,
    )
    .join('\n');
  const more = left > 0 ? `<p>and ${left} more: search to narrow the list</p>` : '';
  const none = patients.length === 0 ? '<p>Nobody here has that name.</p>' : '';
  return `<fieldset class="patients"><legend>Patient</legend>${rows}${none}</fieldset>${more}`;
}

export const errorPage = (organisation: string, text: string): string =>
  page({ organisation, title: 'Sign-in stopped', body: `<p>${escapeHtml(text)}</p>` });

export const SIGN_IN_STYLE = `
:root { color-scheme: light dark; --line: #c9d1d9; --accent: #1a5fb4; --paper: #fff; --ground: #eef1f4; --ink: #1c2329; }
@media (prefers-color-scheme: dark) { :root { --line: #3d4650; --accent: #78aeed; --paper: #1d2328; --ground: #12161a; --ink: #e6eaee; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--ground); color: var(--ink); }
main { max-width: 32rem; margin: 6vh auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; }
.organisation { margin: 0; font-weight: 600; color: var(--accent); }
.note { margin: 1.5rem 0 0; font-size: .85rem; opacity: .75; }
form { margin: 1rem 0; }
button { min-height: 44px; padding: 0 1rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 1rem; padding: .25rem .75rem; max-height: 40vh; overflow: auto; }
fieldset label { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
fieldset label:last-of-type { border: 0; }
fieldset label span { display: block; padding-left: 1.6rem; font-size: .9rem; opacity: .8; }
details { margin: 0 0 1rem; }
.search { display: flex; gap: .5rem; align-items: end; }
.search label { flex: 1; }
.search input { width: 100%; min-height: 44px; font: inherit; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
