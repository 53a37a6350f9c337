/** The EHR page: quiet, and plainly not the app it launches. */
export const EHR_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b2430; --soft: #5a6675; --paper: #ffffff; --ground: #f1f4f7; --line: #cdd5dd; --accent: #0b5a72; --on-accent: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ecf1; --soft: #a3afbb; --paper: #1b2229; --ground: #12171c; --line: #38434e; --accent: #6cc3dd; --on-accent: #0c1a20; }
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
[hidden] { display: none !important; }
.top { display: flex; flex-wrap: wrap; gap: 0 2rem; justify-content: space-between; padding: .5rem 1.5rem; background: var(--accent); color: var(--on-accent); }
.top p { margin: 0; }
.top span { opacity: .85; }
main { width: 100%; max-width: 64rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
h3 { margin: 0; font-size: 1.05rem; }
.lead { max-width: 46rem; color: var(--soft); }
a { color: var(--accent); }
.patients { margin: 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
.patients li { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; padding: .9rem 1.1rem; border-bottom: 1px solid var(--line); }
.patients li:last-child { border: 0; }
.patients li > div:first-child { flex: 1 1 24rem; }
.patients p { margin: .15rem 0 0; }
.detail { color: var(--soft); font-size: .92rem; }
.acts { display: flex; gap: .5rem; }
button, .button { display: inline-flex; align-items: center; min-height: 44px; padding: 0 1rem; font: inherit; color: inherit; text-decoration: none; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; cursor: pointer; white-space: nowrap; }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
th, td { padding: .5rem .9rem; text-align: left; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .9rem; }
.faults { margin-top: 2rem; }
.faults summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; font-size: 1.15rem; font-weight: 600; }
.faults summary::before { content: '▸'; margin-right: .5rem; }
.faults[open] summary::before { content: '▾'; }
.faults form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .5rem 0; }
.faults label { display: grid; gap: .2rem; color: var(--soft); font-size: .9rem; }
select, input { min-height: 44px; max-width: 20rem; padding: 0 .6rem; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
input[type=number] { width: 7rem; }
#chart { flex: 1; display: flex; flex-direction: column; min-height: 0; }
.banner { display: flex; gap: 1.25rem; align-items: center; padding: .4rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.banner p { margin: 0; }
.banner span { color: var(--soft); }
iframe { flex: 1; width: 100%; border: 0; background: var(--paper); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 30rem) { .acts { width: 100%; } .acts .button { flex: 1; justify-content: center; } main { padding: 1rem; } }
`;
