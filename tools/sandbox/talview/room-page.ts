import { html } from 'hono/html';
import { page, type Markup } from '../shared/page.ts';
import type { Session } from './store.ts';

const INCIDENTS = [
  ['face_missing', 'low', 'Face out of view for a moment'],
  ['looking_away', 'medium', 'Looked away often'],
  ['second_person', 'high', 'Another person in the room'],
  ['phone_detected', 'high', 'Phone seen'],
] as const;

const styles = ['/assets/room.css'];

const portrait = html`<svg viewBox="0 0 320 200" aria-hidden="true" focusable="false">
  <rect width="320" height="200" fill="#1b2145" />
  <circle cx="160" cy="84" r="38" fill="#8f98d8" />
  <path d="M84 200c4-48 36-68 76-68s72 20 76 68Z" fill="#8f98d8" />
  <path
    class="frame"
    d="M104 34H92v12m124-12h12v12M92 154v12h12m124-12v12h-12"
    fill="none"
    stroke="#7cf0da"
    stroke-width="4"
  />
</svg>`;
const roomSketch = html`<svg viewBox="0 0 320 200" aria-hidden="true" focusable="false">
  <rect width="320" height="200" fill="#1b2145" />
  <path d="M40 30h240v120H40Z" fill="#2a3269" />
  <path d="M190 48h64v52h-64Z" fill="#8f98d8" />
  <path d="M60 130h120v10H60Zm10 10h8v36h-8Zm92 0h8v36h-8Z" fill="#c5caf2" />
  <path d="M96 92h48v34H96Z" fill="#7cf0da" />
  <path class="frame" d="M12 100h296" stroke="#7cf0da" stroke-width="3" />
</svg>`;

const check = (id: string, title: string, hint: string, picture: Markup) =>
  html` <div class="check" data-check="${id}">
    <div class="picture">${picture}</div>
    <div>
      <h2>${title}</h2>
      <p id="${id}-state" role="status">${hint}</p>
    </div>
    <button type="button" data-start="${id}">Check ${id}</button>
  </div>`;

const identityStep = (session: Session) =>
  html` <section data-step="identity" hidden>
    <h1 tabindex="-1">Check in</h1>
    <p class="notice">
      <strong>This is a sandbox standing in for the remote proctor.</strong> No picture is taken, nothing is recorded
      and nobody watches. The checks below only play the part.
    </p>
    <div class="checks">
      ${check('camera', 'Camera', 'We make sure that your face can be seen.', portrait)}
      ${check('room', 'Room', 'Show the room once around.', roomSketch)}
    </div>
    <label class="tick"
      ><input type="checkbox" id="confirm-name" /><span
        >I am <strong>${session.attendeeName}</strong>, as on my identity document.</span
      ></label
    >
    <p class="hint" id="identity-hint">Both checks and your name are needed before you can go on.</p>
    <button type="button" class="primary" id="identity-done" aria-describedby="identity-hint" disabled>Continue</button>
  </section>`;

const rulesStep = (session: Session) =>
  html` <section data-step="rules" hidden>
    <h1 tabindex="-1">Before you start</h1>
    <ul class="rules">
      <li>
        <strong>${session.questions.length} questions</strong>, one right answer each. A wrong answer costs nothing.
      </li>
      <li>
        <strong>${session.durationMinutes} ${session.durationMinutes === 1 ? 'minute' : 'minutes'}</strong>, counted by
        the server. The clock goes on if you close the page.
      </li>
      <li>Every answer is saved as you choose it. You can come back to this address and go on.</li>
      <li>Stay in view, alone, without phone or notes. No help from other people or programs.</li>
      <li>When the time is over, what you have answered is submitted for you.</li>
    </ul>
    <label class="tick"
      ><input type="checkbox" id="accept-rules" /><span>I have read the rules and will keep them.</span></label
    >
    <button type="button" class="primary" id="start" disabled>Start exam</button>
  </section>`;

const examStep = html` <section data-step="exam" hidden>
  <h1 class="sr-only">Exam</h1>
  <div class="exam">
    <div class="question">
      <p class="progress" id="progress"></p>
      <fieldset id="question">
        <legend id="prompt" tabindex="-1"></legend>
        <div id="options"></div>
      </fieldset>
      <p class="saved" id="saved" role="status"></p>
      <div class="moves">
        <button type="button" id="previous">Previous</button
        ><button type="button" id="next" class="primary">Next</button>
      </div>
    </div>
    <nav class="palette" aria-label="Questions">
      <h2>Questions</h2>
      <ol id="palette"></ol>
      <p class="legend"><span class="dot answered"></span> answered <span class="dot"></span> open</p>
      <button type="button" id="to-review">Review and submit</button>
    </nav>
  </div>
</section>`;

const controls = html` <details class="controls">
  <summary>Sandbox controls</summary>
  <p>Choose what the proctor will report. The real proctor decides this by watching.</p>
  <label for="rating">Proctor’s rating</label>
  <select id="rating">
    <option value="high">High: nothing to object to</option>
    <option value="medium">Medium: some doubts</option>
    <option value="low">Low: rules broken</option>
  </select>
  <fieldset>
    <legend>Incidents</legend>
    ${INCIDENTS.map(
      ([type, severity, label]) =>
        html`<label class="tick"
          ><input type="checkbox" name="incident" value="${type}" data-severity="${severity}" /><span
            >${label} <em>(${severity})</em></span
          ></label
        >`,
    )}
  </fieldset>
</details>`;

const endSteps = (session: Session) =>
  html` <section data-step="review" hidden>
      <h1 tabindex="-1">Review and submit</h1>
      <p id="answered-count"></p>
      <p id="open-questions"></p>
      ${controls}
      <div class="moves">
        <button type="button" id="back-to-exam">Back to the questions</button
        ><button type="button" class="primary" id="submit">Submit exam</button>
      </div>
    </section>
    <section data-step="done" class="done" hidden>
      <div class="mark" aria-hidden="true">✓</div>
      <h1 tabindex="-1">Your exam is submitted</h1>
      <p id="submitted-how"></p>
      <p id="review-state" role="status">The proctor is reviewing your session. You may leave this page.</p>
      <a class="button" href="${session.redirectUrl}">Return to your dashboard</a>
    </section>
    <dialog id="confirm" aria-labelledby="confirm-title">
      <h2 id="confirm-title">Submit your exam?</h2>
      <p id="confirm-text"></p>
      <div class="moves">
        <button type="button" id="confirm-no">Not yet</button
        ><button type="button" class="primary" id="confirm-yes">Submit now</button>
      </div>
    </dialog>`;

export const roomPage = (session: Session) =>
  page({
    title: 'Exam room',
    styles,
    scripts: ['/assets/room.js'],
    body: html` <header>
        <p class="brand">Exam room <span class="badge">Sandbox</span></p>
        <p class="who">${session.attendeeName}</p>
        <p class="timer" id="timer" role="timer" aria-label="Time left" hidden></p>
      </header>
      <main>
        <p id="problem" class="problem" role="alert" hidden></p>
        <p class="sr-only" id="time-notice" role="status"></p>
        ${identityStep(session)}${rulesStep(session)}${examStep}${endSteps(session)}
        <noscript><p class="problem">The exam room needs JavaScript.</p></noscript>
      </main>`,
  });

export const shutPage = (title: string, advice: string, redirectUrl: string | null) =>
  page({
    title,
    styles,
    body: html`<header>
        <p class="brand">Exam room <span class="badge">Sandbox</span></p>
      </header>
      <main>
        <section class="done">
          <h1>${title}</h1>
          <p>${advice}</p>
          ${redirectUrl ? html`<a class="button" href="${redirectUrl}">Return to your dashboard</a>` : ''}
        </section>
      </main>`,
  });
