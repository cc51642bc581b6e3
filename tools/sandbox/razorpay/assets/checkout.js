// The shop's side of the checkout: opens the frame, and turns its messages into the callbacks of the options.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const DEFAULTS = { escape: true, confirm_close: false, backdropclose: false };

  class Razorpay {
    #options;
    #listeners = new Map();
    #opened = null;

    constructor(options) {
      for (const name of ['key', 'order_id']) {
        if (!options?.[name]) throw new Error(`Razorpay: the option ${name} is needed`);
      }
      this.#options = options;
    }

    on(event, listener) {
      const listeners = this.#listeners.get(event) ?? [];
      this.#listeners.set(event, [...listeners, listener]);
    }

    open() {
      if (this.#opened) return;
      const { key, order_id, timeout } = this.#options;
      const frame = document.createElement('iframe');
      frame.title = 'Razorpay checkout';
      frame.className = 'razorpay-checkout-frame';
      frame.allow = 'payment';
      frame.src = `${origin}/checkout?${new URLSearchParams({ key, order_id })}`;
      Object.assign(frame.style, {
        width: '100%',
        height: '100%',
        border: '0',
        display: 'block',
        background: 'transparent',
        colorScheme: 'light',
      });

      const container = document.createElement('div');
      container.className = 'razorpay-container';
      Object.assign(container.style, {
        position: 'fixed',
        inset: '0',
        zIndex: '2147483647',
        background: 'rgb(9 16 40 / 62%)',
      });
      container.append(frame);

      const returnFocusTo = document.activeElement;
      const overflow = document.documentElement.style.overflow;
      const silenced = [...document.body.children].filter((one) => !one.inert);
      for (const one of silenced) one.inert = true;
      document.body.append(container);
      document.documentElement.style.overflow = 'hidden';

      const onMessage = (event) => {
        if (event.origin === origin && event.source === frame.contentWindow) this.#receive(event.data);
      };
      const onKey = (event) => {
        if (event.key === 'Escape') this.#post({ type: 'escape' });
      };
      window.addEventListener('message', onMessage);
      window.addEventListener('keydown', onKey);
      const timer = timeout ? setTimeout(() => this.#post({ type: 'timeout' }), timeout * 1000) : null;

      this.#opened = {
        frame,
        undo() {
          clearTimeout(timer);
          window.removeEventListener('message', onMessage);
          window.removeEventListener('keydown', onKey);
          container.remove();
          for (const one of silenced) one.inert = false;
          document.documentElement.style.overflow = overflow;
          returnFocusTo?.focus?.();
        },
      };
    }

    close() {
      this.#opened?.undo();
      this.#opened = null;
    }

    #post(message) {
      this.#opened?.frame.contentWindow?.postMessage({ source: 'razorpay-shop', ...message }, origin);
    }

    #receive(message) {
      if (message?.source !== 'razorpay-checkout') return;
      const { name, description, image, prefill, theme, readonly, retry, modal, handler, callback_url } = this.#options;
      if (message.type === 'ready') {
        const { escape, confirm_close, backdropclose } = { ...DEFAULTS, ...modal };
        this.#opened.frame.focus();
        // Only data crosses: functions and whatever else the shop put into its options stay here.
        const options = JSON.parse(
          JSON.stringify({
            name,
            description,
            image,
            prefill,
            theme,
            readonly,
            retry,
            modal: { escape, confirm_close, backdropclose },
          }),
        );
        this.#post({ type: 'init', options });
      }
      if (message.type === 'failed') this.#emit('payment.failed', { error: message.error });
      if (message.type === 'dismissed') {
        this.close();
        modal?.ondismiss?.(message.reason);
      }
      if (message.type === 'paid') {
        this.close();
        if (handler) handler(message.result);
        else if (callback_url) submit(callback_url, message.result);
      }
    }

    #emit(event, payload) {
      for (const listener of this.#listeners.get(event) ?? []) listener(payload);
    }
  }

  function submit(action, fields) {
    const form = document.createElement('form');
    Object.assign(form, { method: 'POST', action });
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  }

  window.Razorpay = Razorpay;
})();
