// The checkout's own side, inside the frame. It talks to the shop by messages, to one origin only: the one that greeted it.
const query = new URLSearchParams(location.search);
const byId = (id) => document.getElementById(id);
const steps = [...document.querySelectorAll('[data-step]')];
let shop = null;
let options = { modal: { escape: true, confirm_close: false, backdropclose: false } };
let step = steps[0].dataset.step;
let stepBeforeConfirm = null;
let paymentId = null;

const tell = (message) => shop?.window.postMessage({ source: 'razorpay-checkout', ...message }, shop.origin);

function show(next) {
  step = next;
  for (const one of steps) one.hidden = one.dataset.step !== next;
  const shown = steps.find((one) => one.dataset.step === next);
  document.querySelector('[data-act="close"]').hidden = next === 'processing' || next === 'paid';
  (shown.querySelector('input:not([type="radio"]):not([readonly])') ?? shown.querySelector('h2'))?.focus();
}

// ---- what the shop asks for

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || event.data?.source !== 'razorpay-shop') return;
  if (shop && event.origin !== shop.origin) return;
  if (event.data.type === 'init') {
    shop = { window: window.parent, origin: event.origin };
    applyOptions(event.data.options);
  }
  if (event.data.type === 'escape') escapePressed();
  if (event.data.type === 'timeout' && step !== 'processing' && step !== 'paid') dismiss('timeout');
});

function applyOptions(given) {
  options = given;
  if (given.name) byId('shop-name').textContent = given.name;
  byId('shop-description').textContent = given.description ?? '';
  if (given.image) Object.assign(byId('shop-logo'), { src: given.image, hidden: false });
  for (const field of ['contact', 'email']) {
    const input = byId(field);
    if (!input) continue;
    input.value = given.prefill?.[field] ?? '';
    input.readOnly = Boolean(given.readonly?.[field] && input.value);
  }
  const accent = parseColor(given.theme?.color);
  if (accent) {
    document.documentElement.style.setProperty('--accent', given.theme.color);
    document.documentElement.style.setProperty('--on-accent', luminance(accent) > 0.179 ? '#000' : '#fff');
  }
  if (step === 'method') byId('card-number').focus();
}

function parseColor(text) {
  return /^#[0-9a-f]{6}$/i.test(text ?? '') ? [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)) : null;
}

/** WCAG's relative luminance; at 0.179 black and white text contrast alike. */
function luminance(rgb) {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// ---- leaving

function dismiss(reason) {
  tell({ type: 'dismissed', reason });
}

function askToClose() {
  if (step === 'processing' || step === 'paid' || step === 'confirm') return;
  if (!options.modal.confirm_close || step === 'problem') return dismiss('cancelled');
  stepBeforeConfirm = step;
  show('confirm');
}

function escapePressed() {
  if (step === 'confirm') show(stepBeforeConfirm);
  else if (options.modal.escape) askToClose();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') escapePressed();
});
document.querySelector('.backdrop').addEventListener('click', (event) => {
  if (event.target === event.currentTarget && options.modal.backdropclose) askToClose();
});

const acts = {
  close: askToClose,
  leave: () => dismiss('cancelled'),
  stay: () => show(stepBeforeConfirm),
  retry: () => show('method'),
};
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  acts[button.dataset.act]?.();
  if (button.dataset.fill) {
    const input = byId(button.dataset.fill);
    input.value = button.dataset.value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  }
});

// ---- paying

async function ask(path, body) {
  show('processing');
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: query.get('key'), ...body }),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    return { outcome: 'failed', error: { ...answer.error, metadata: { order_id: query.get('order_id') } } };
  } catch {
    const error = {
      code: 'SERVER_ERROR',
      description: 'The payment could not be reached. Check your connection and try again.',
      source: 'NA',
      step: 'NA',
      reason: 'NA',
      metadata: {},
    };
    return { outcome: 'failed', error };
  }
}

function take(answer) {
  if (answer.outcome === 'otp') {
    paymentId = answer.payment_id;
    byId('otp').value = '';
    show('otp');
  }
  if (answer.outcome === 'failed') {
    byId('failure-reason').textContent = answer.error.description;
    document.querySelector('[data-act="retry"]').hidden = options.retry?.enabled === false;
    show('failed');
    tell({ type: 'failed', error: answer.error });
  }
  if (answer.outcome === 'paid') {
    show('paid');
    setTimeout(() => tell({ type: 'paid', result: answer.result }), 1200);
  }
}

/** Marks each faulty field and goes to the first; true when there is none. */
function check(faults) {
  let first = null;
  for (const [id, message] of Object.entries(faults)) {
    byId(`${id}-error`).textContent = message ?? '';
    byId(id).setAttribute('aria-invalid', String(Boolean(message)));
    if (message) first ??= byId(id);
  }
  first?.focus();
  return !first;
}

function expiryFault(text) {
  const [month, year] = text.split('/').map(Number);
  if (!/^\d{2}\/\d{2}$/.test(text) || month < 1 || month > 12) return 'Enter the expiry as MM/YY';
  const endOfMonth = new Date(2000 + year, month, 1);
  return endOfMonth <= new Date() ? 'This card has expired' : null;
}

const shared = () => ({
  order_id: query.get('order_id'),
  email: byId('email').value.trim() || null,
  contact: byId('contact').value.trim() || null,
  description: options.description ?? null,
});

function payByCard() {
  const number = byId('card-number').value.replaceAll(/\D/g, '');
  const expiry = byId('card-expiry').value.trim();
  const cvv = byId('card-cvv').value.trim();
  const fine = check({
    'card-number': /^\d{12,19}$/.test(number) ? null : 'Enter the full card number',
    'card-expiry': expiryFault(expiry),
    'card-cvv': /^\d{3,4}$/.test(cvv) ? null : 'Enter 3 digits',
  });
  return fine ? ask('/checkout/pay', { ...shared(), method: 'card', card: { number, expiry, cvv } }) : null;
}

function payByUpi() {
  const vpa = byId('upi-id').value.trim();
  const fine = check({ 'upi-id': /^[^\s@]+@[^\s@]+$/.test(vpa) ? null : 'Enter a UPI ID such as name@bank' });
  return fine ? ask('/checkout/pay', { ...shared(), method: 'upi', vpa }) : null;
}

const chosenMethod = () => document.querySelector('[name="method"]:checked').value;

document.querySelector('form[data-step="method"]')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await (chosenMethod() === 'card' ? payByCard() : payByUpi());
  if (answer) take(answer);
});

document.querySelector('form[data-step="otp"]')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const otp = byId('otp').value.trim();
  if (!check({ otp: /^\d+$/.test(otp) ? null : 'Enter the digits you were sent' })) return;
  take(await ask('/checkout/otp', { payment_id: paymentId, otp }));
});

for (const radio of document.querySelectorAll('[name="method"]')) {
  radio.addEventListener('change', () => {
    for (const part of document.querySelectorAll('[data-method]')) part.hidden = part.dataset.method !== chosenMethod();
  });
}

byId('card-number')?.addEventListener('input', (event) => {
  const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 19);
  event.target.value = digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
});
byId('card-expiry')?.addEventListener('input', (event) => {
  const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 4);
  const deleting = event.inputType?.startsWith('delete');
  event.target.value =
    digits.length > 2 || (digits.length === 2 && !deleting) ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;
});

// A field that is being mended is no longer called wrong.
document.addEventListener('input', ({ target }) => {
  if (target.getAttribute('aria-invalid') !== 'true') return;
  target.setAttribute('aria-invalid', 'false');
  byId(`${target.id}-error`).textContent = '';
});

// The first word carries nothing, so anyone may hear it; the answer names the origin that all else goes to.
window.parent.postMessage({ source: 'razorpay-checkout', type: 'ready' }, '*');
