/** The EHR page's own script: opens the app in the frame, and works the sandbox's switches. */
export const EHR_SCRIPT = `
const at = (id) => document.getElementById(id);
const list = at('list'), chart = at('chart'), frame = at('app');

function open(link) {
  at('banner-name').textContent = link.dataset.name;
  at('banner-detail').textContent = link.dataset.detail;
  frame.src = link.getAttribute('href');
  list.hidden = true;
  chart.hidden = false;
  at('close').focus();
}
function close() {
  frame.src = 'about:blank';
  chart.hidden = true;
  list.hidden = false;
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-frame]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});
at('close').addEventListener('click', close);

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  at('said').textContent = response.ok ? '' : answer.error;
  return answer;
}
async function show() {
  const faults = await call('GET', '/sandbox/faults');
  at('set').replaceChildren(...faults.map((one) => {
    const item = document.createElement('li');
    const where = (one.org === '*' ? 'all servers' : one.org) + ', ' + (one.type ?? 'any clinical data');
    item.textContent = one.fault + ' · ' + where + ' · met ' + one.applied + ' of ' + one.seen;
    return item;
  }));
}
const values = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
at('fault').addEventListener('submit', async (event) => {
  event.preventDefault();
  await call('POST', '/sandbox/faults', values(event.target));
  const said = at('said').textContent;
  await show();
  at('said').textContent = said;
});
at('clear').addEventListener('click', async () => {
  await call('DELETE', '/sandbox/faults');
  await show();
});
at('latency').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { ms } = await call('POST', '/sandbox/latency', { ms: Number(values(event.target).ms ?? 0) });
  if (ms !== undefined) at('said').textContent = 'Every answer now waits ' + ms + ' ms.';
});
document.querySelector('details.faults').addEventListener('toggle', show);
`;
