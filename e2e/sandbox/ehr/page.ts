import { escapeHtml } from '../http.ts';
import { ORG_KEYS, type WorldPerson } from '../world/index.ts';

interface EhrView {
  readonly appOrigin: string;
  readonly patients: readonly WorldPerson[];
  readonly organisations: readonly {
    readonly key: string;
    readonly name: string;
    readonly origin: string;
    readonly records: number;
  }[];
  readonly faults: readonly (readonly [kind: string, words: string])[];
  readonly types: readonly string[];
  readonly latency: number;
}

export const ehrPage = (view: EhrView): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>General Hospital · sandbox EHR</title>
<link rel="stylesheet" href="/ehr.css">
<script type="module" src="/ehr.js"></script>
</head>
<body>
<header class="top">
<p class="name"><strong>General Hospital</strong> <span>sandbox EHR</span></p>
<p class="who">Signed in: Dr Ingrid Vale</p>
</header>
<main id="list">
<h1>Patients</h1>
<p class="lead">Every person here is invented. Open one in Throughline as a hospital's EHR would, inside this page or in
a tab of its own. Without an EHR, Throughline starts at <a href="${escapeHtml(view.appOrigin)}/" target="_blank" rel="noopener">${escapeHtml(view.appOrigin)}/</a>.</p>
<ul class="patients">
${view.patients.map(patientRow).join('\n')}
</ul>
<h2>The organisations</h2>
<table><thead><tr><th scope="col">Organisation</th><th scope="col">FHIR base</th><th scope="col">Records</th></tr></thead><tbody>
${view.organisations.map((org) => `<tr><th scope="row">${escapeHtml(org.name)}</th><td><code>${escapeHtml(org.origin)}/fhir</code></td><td>${org.records.toLocaleString('en')}</td></tr>`).join('\n')}
</tbody></table>
${faultPanel(view)}
</main>
<section id="chart" hidden aria-label="Patient's chart">
<div class="banner"><button type="button" id="close">Back to the list</button>
<p><strong><bdi id="banner-name"></bdi></strong> <span id="banner-detail"></span></p></div>
<iframe id="app" title="Throughline"></iframe>
</section>
</body>
</html>`;

function patientRow(person: WorldPerson): string {
  const elsewhere = ORG_KEYS.filter((key) => person.ids[key] !== undefined).length - 1;
  const detail = `born ${person.birthDate} · ${person.gender}`;
  const id = escapeHtml(person.ids.general ?? '');
  const href = (how: string) =>
    escapeHtml(`/launch?patient=${encodeURIComponent(person.ids.general ?? '')}&how=${how}`);
  const known =
    elsewhere === 0
      ? 'known nowhere else'
      : `known to ${elsewhere} other organisation${elsewhere > 1 ? 's' : ''}`;
  return `<li data-key="${escapeHtml(person.key)}">
<div><h3><bdi>${escapeHtml(person.name)}</bdi></h3><p class="detail">${escapeHtml(detail)} · ${known}</p><p>${escapeHtml(person.story)}</p></div>
<div class="acts"><a class="button primary" data-frame="${id}" data-name="${escapeHtml(person.name)}" data-detail="${escapeHtml(detail)}" href="${href('frame')}">Open here</a>
<a class="button" href="${href('tab')}" target="_blank" rel="noopener">Open in a tab</a></div>
</li>`;
}

const option = (value: string, text: string): string =>
  `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`;

function faultPanel({ organisations, faults, types, latency }: EhrView): string {
  const special = ['token', 'authorize', 'discovery', 'metadata'];
  return `<details class="faults">
<summary>Faults and delays</summary>
<form id="fault">
<label>Server <select name="org">${option('*', 'all of them')}${organisations.map(({ key, name }) => option(key, name)).join('')}</select></label>
<label>Fault <select name="fault">${faults.map(([kind, words]) => option(kind, `${kind}: ${words}`)).join('')}</select></label>
<label>Requests for <select name="type">${option('', 'any clinical data')}${[...special, ...types].map((type) => option(type, type)).join('')}</select></label>
<label>From the n-th <input name="nth" type="number" min="1" placeholder="1"></label>
<label>Times <input name="times" type="number" min="1" placeholder="always"></label>
<button class="primary">Set fault</button>
<button type="button" id="clear">Clear all</button>
</form>
<form id="latency"><label>Delay of each answer, ms <input name="ms" type="number" min="0" max="60000" value="${latency}"></label><button>Set delay</button></form>
<p id="said" role="status"></p>
<ul id="set"></ul>
</details>`;
}
