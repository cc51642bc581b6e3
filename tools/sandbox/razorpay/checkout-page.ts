import { html } from 'hono/html';
import { page } from '../shared/page.ts';

type CheckoutPage = { amount: number; problem: string | null };

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

const TEST_CARDS = [
  ['4100 2800 0000 1007', 'Succeeds (Visa)'],
  ['5500 6700 0000 1002', 'Succeeds (Mastercard)'],
  ['4100 2800 0008 0001', 'Insufficient funds'],
  ['4100 2800 0006 0003', 'Declined by the bank'],
  ['4100 2800 0009 0000', 'Bank times out'],
] as const;

const TEST_UPI = [
  ['success@razorpay', 'Succeeds'],
  ['failure@razorpay', 'Declined in the UPI app'],
] as const;

const examples = (summary: string, target: string, rows: readonly (readonly [string, string])[]) =>
  html` <details class="examples">
    <summary>${summary}</summary>
    <ul>
      ${rows.map(
        ([value, meaning]) =>
          html`<li>
            <button type="button" data-fill="${target}" data-value="${value}">
              <code>${value}</code> <span>${meaning}</span>
            </button>
          </li>`,
      )}
    </ul>
  </details>`;

const methodStep = (amount: string) =>
  html` <form class="step" data-step="method" novalidate>
    <div class="contact">
      <div class="field">
        <label for="contact">Phone</label><input id="contact" type="tel" autocomplete="tel" inputmode="tel" />
      </div>
      <div class="field"><label for="email">Email</label><input id="email" type="email" autocomplete="email" /></div>
    </div>
    <fieldset class="methods">
      <legend>Pay with</legend>
      <label><input type="radio" name="method" value="card" checked /><span>Card</span></label>
      <label><input type="radio" name="method" value="upi" /><span>UPI</span></label>
    </fieldset>
    <div data-method="card">
      <div class="field">
        <label for="card-number">Card number</label>
        <input
          id="card-number"
          inputmode="numeric"
          autocomplete="cc-number"
          maxlength="23"
          placeholder="0000 0000 0000 0000"
          aria-describedby="card-number-error"
        />
        <p class="error" id="card-number-error"></p>
      </div>
      <div class="pair">
        <div class="field">
          <label for="card-expiry">Expiry (MM/YY)</label>
          <input
            id="card-expiry"
            inputmode="numeric"
            autocomplete="cc-exp"
            maxlength="5"
            placeholder="MM/YY"
            aria-describedby="card-expiry-error"
          />
          <p class="error" id="card-expiry-error"></p>
        </div>
        <div class="field">
          <label for="card-cvv">CVV</label>
          <input
            id="card-cvv"
            type="password"
            inputmode="numeric"
            autocomplete="cc-csc"
            maxlength="4"
            placeholder="•••"
            aria-describedby="card-cvv-error"
          />
          <p class="error" id="card-cvv-error"></p>
        </div>
      </div>
      ${examples('Test cards', 'card-number', TEST_CARDS)}
    </div>
    <div data-method="upi" hidden>
      <div class="field">
        <label for="upi-id">UPI ID</label>
        <input
          id="upi-id"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder="name@bank"
          aria-describedby="upi-id-error"
        />
        <p class="error" id="upi-id-error"></p>
      </div>
      ${examples('Test UPI IDs', 'upi-id', TEST_UPI)}
    </div>
    <p class="error" id="form-error" role="alert"></p>
    <button class="primary" type="submit">Pay ${amount}</button>
  </form>`;

const otherSteps = (amount: string) =>
  html` <form class="step" data-step="otp" hidden novalidate>
      <h2 tabindex="-1">Enter the one-time password</h2>
      <p>Your bank sent a code to your phone. In test mode any 4 to 10 digits succeed and fewer fail.</p>
      <div class="field">
        <label for="otp">One-time password</label>
        <input
          id="otp"
          class="otp"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="10"
          aria-describedby="otp-error"
        />
        <p class="error" id="otp-error"></p>
      </div>
      <button class="primary" type="submit">Confirm ${amount}</button>
    </form>
    <div class="step centred" data-step="processing" hidden>
      <div class="spinner" aria-hidden="true"></div>
      <h2 tabindex="-1">Processing your payment</h2>
      <p>Waiting for the bank. Please do not close this window.</p>
    </div>
    <div class="step centred" data-step="failed" role="alert" hidden>
      <div class="mark bad" aria-hidden="true">!</div>
      <h2 tabindex="-1">Payment failed</h2>
      <p id="failure-reason"></p>
      <button class="primary" type="button" data-act="retry">Try again</button>
      <button class="secondary" type="button" data-act="leave">Close</button>
    </div>
    <div class="step centred" data-step="paid" role="status" hidden>
      <div class="mark good" aria-hidden="true">✓</div>
      <h2 tabindex="-1">Payment successful</h2>
      <p>${amount} paid. Taking you back…</p>
    </div>
    <div class="step centred" data-step="confirm" hidden>
      <h2 tabindex="-1">Cancel this payment?</h2>
      <p>Your order is kept, and you can pay it later.</p>
      <button class="primary" type="button" data-act="stay">Continue paying</button>
      <button class="secondary" type="button" data-act="leave">Yes, cancel</button>
    </div>`;

const problemStep = (problem: string) =>
  html` <div class="step centred" data-step="problem" role="alert">
    <div class="mark bad" aria-hidden="true">!</div>
    <h2 tabindex="-1">This payment cannot be made</h2>
    <p>${problem}</p>
    <button class="primary" type="button" data-act="leave">Close</button>
  </div>`;

/** The checkout inside the frame. What the shop passes (name, colour, prefill) comes later, by message. */
export function checkoutPage({ amount, problem }: CheckoutPage) {
  const price = rupees.format(amount / 100);
  return page({
    title: 'Checkout',
    styles: ['/checkout/frame.css'],
    scripts: ['/checkout/frame.js'],
    body: html` <main class="backdrop">
      <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="shop-name">
        <header>
          <img id="shop-logo" alt="" hidden />
          <div class="shop">
            <h1 id="shop-name">Checkout</h1>
            <p id="shop-description"></p>
          </div>
          <button class="close" type="button" data-act="close" aria-label="Close checkout">✕</button>
          <p class="amount"><span>Amount to pay</span> <strong>${price}</strong></p>
        </header>
        <div class="content">${problem ? problemStep(problem) : html`${methodStep(price)}${otherSteps(price)}`}</div>
        <footer><span class="badge">Test mode</span> Razorpay sandbox. No money moves.</footer>
      </div>
    </main>`,
  });
}
