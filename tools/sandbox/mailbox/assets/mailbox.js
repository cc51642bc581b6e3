const list = document.getElementById('list');
const status = document.getElementById('status');
const dialog = document.getElementById('confirm-clear');
const REFRESH_MS = 2000;

document.getElementById('clear').addEventListener('click', () => dialog.showModal());
document.getElementById('keep').addEventListener('click', () => dialog.close());

const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
function localTimes(root) {
  for (const one of root.querySelectorAll('time')) one.textContent = local.format(new Date(one.dateTime));
}

let shown = null;
async function refresh() {
  if (document.hidden) return;
  try {
    const { to, selected } = list.dataset;
    const response = await fetch(`/list?${new URLSearchParams({ to, selected })}`);
    const markup = await response.text();
    if (!response.ok || markup === shown) return;
    const first = shown === null;
    shown = markup;
    if (first) return;
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    list.innerHTML = markup;
    localTimes(list);
    list.querySelector(`a[href="${CSS.escape(focused ?? '')}"]`)?.focus();
    status.textContent = 'The list of mails has changed.';
  } catch {
    // The mailbox is being restarted; the next round finds it again.
  }
}

localTimes(document);
refresh();
setInterval(refresh, REFRESH_MS);
