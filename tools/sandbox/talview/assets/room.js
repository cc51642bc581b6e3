const byId = (id) => document.getElementById(id);
const token = new URLSearchParams(location.search).get('token');
const steps = [...document.querySelectorAll('[data-step]')];
const done = { camera: false, room: false };
let room = null;
let current = 0;
let clockSkew = 0;
let reviewing = false;
let shownStep = null;

// ---- talking to the server

async function call(path, body) {
  const response = await fetch(`${location.pathname}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-room-token': token, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok)
    throw Object.assign(new Error(answer.error?.message ?? 'The server did not answer.'), { status: response.status });
  return answer;
}

function take(answer) {
  room = answer;
  clockSkew = Date.parse(answer.serverNow) - Date.now();
  byId('problem').hidden = true;
  render();
}

function complain(error) {
  byId('problem').textContent = error.status
    ? error.message
    : 'The connection is lost. Your saved answers are safe; try again.';
  byId('problem').hidden = false;
}

const act = (path, body) => call(path, body).then(take, complain);

// ---- steps

function stepNow() {
  if (room.status === 'ready') return room.identityConfirmed ? 'rules' : 'identity';
  if (room.status === 'started') return reviewing ? 'review' : 'exam';
  return 'done';
}

function render() {
  const step = stepNow();
  for (const one of steps) one.hidden = one.dataset.step !== step;
  byId('timer').hidden = room.status !== 'started';
  if (step === 'exam') renderQuestion();
  if (step === 'review') renderReview();
  if (step === 'done') renderDone();
  // The first render leaves the focus at the top of the page; later ones take it to the new step.
  if (shownStep && shownStep !== step)
    (step === 'exam' ? byId('prompt') : steps.find((one) => !one.hidden).querySelector('h1')).focus();
  shownStep = step;
}

// ---- check-in and rules

for (const button of document.querySelectorAll('[data-start]')) {
  button.addEventListener('click', () => {
    const name = button.dataset.start;
    const box = button.closest('.check');
    button.disabled = true;
    box.classList.add('running');
    byId(`${name}-state`).textContent = 'Checking…';
    setTimeout(() => {
      done[name] = true;
      box.classList.replace('running', 'passed');
      byId(`${name}-state`).textContent = name === 'camera' ? '✓ Your face can be seen.' : '✓ The room is clear.';
      button.hidden = true;
      allowIdentity();
    }, 700);
  });
}

function allowIdentity() {
  const ready = done.camera && done.room && byId('confirm-name').checked;
  byId('identity-done').disabled = !ready;
  byId('identity-hint').hidden = ready;
}
byId('confirm-name').addEventListener('change', allowIdentity);
byId('identity-done').addEventListener('click', () => act('identity', {}));
byId('accept-rules').addEventListener('change', (event) => {
  byId('start').disabled = !event.target.checked;
});
byId('start').addEventListener('click', () => act('start', {}));

// ---- questions

function renderQuestion() {
  const question = room.questions[current];
  byId('progress').textContent = `Question ${current + 1} of ${room.questions.length}`;
  byId('prompt').textContent = question.prompt;
  byId('options').replaceChildren(
    ...question.options.map(({ id, text }) => {
      const label = document.createElement('label');
      const input = Object.assign(document.createElement('input'), {
        type: 'radio',
        name: 'option',
        value: id,
        checked: room.answers[question.id] === id,
      });
      input.addEventListener('change', () => save(question.id, id));
      label.append(input, Object.assign(document.createElement('span'), { textContent: text }));
      return label;
    }),
  );
  byId('previous').disabled = current === 0;
  byId('next').textContent = current === room.questions.length - 1 ? 'Review and submit' : 'Next';
  renderPalette();
}

function renderPalette() {
  byId('palette').replaceChildren(
    ...room.questions.map(({ id }, index) => {
      const answered = Boolean(room.answers[id]);
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: String(index + 1),
      });
      button.setAttribute('aria-label', `Question ${index + 1}, ${answered ? 'answered' : 'open'}`);
      if (answered) button.classList.add('answered');
      if (index === current) button.setAttribute('aria-current', 'step');
      button.addEventListener('click', () => goTo(index));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

function goTo(index) {
  current = index;
  byId('saved').textContent = '';
  reviewing = false;
  render();
  byId('prompt').focus();
}

// Answers go one after another, so that the last choice is the one that stays; a lost connection is tried again.
let saving = Promise.resolve();
const wanted = new Map();
function save(questionId, optionId) {
  room.answers[questionId] = optionId;
  wanted.set(questionId, optionId);
  byId('saved').textContent = 'Saving…';
  renderPalette();
  saving = saving.then(() => send(questionId, optionId));
}

async function send(questionId, optionId) {
  while (wanted.get(questionId) === optionId && room.status === 'started') {
    try {
      const answer = await call('answer', { questionId, optionId });
      wanted.delete(questionId);
      clockSkew = Date.parse(answer.serverNow) - Date.now();
      if (wanted.size === 0) byId('saved').textContent = 'Saved';
    } catch (error) {
      if (error.status) {
        wanted.delete(questionId);
        return act('state');
      }
      byId('saved').textContent = 'Not saved yet: no connection. Trying again…';
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

byId('previous').addEventListener('click', () => goTo(current - 1));
byId('next').addEventListener('click', () =>
  current === room.questions.length - 1 ? openReview() : goTo(current + 1),
);
byId('to-review').addEventListener('click', openReview);
byId('back-to-exam').addEventListener('click', () => goTo(current));

// ---- submitting

function openReview() {
  reviewing = true;
  render();
}

function renderReview() {
  const open = room.questions.flatMap(({ id }, index) => (room.answers[id] ? [] : [index]));
  byId('answered-count').textContent =
    `${room.questions.length - open.length} of ${room.questions.length} questions are answered.`;
  byId('open-questions').textContent =
    open.length > 0 ? `Still open: ${open.map((index) => index + 1).join(', ')}.` : '';
  byId('confirm-text').textContent =
    open.length > 0
      ? `${open.length} of the questions are still open and count as wrong. You cannot come back after this.`
      : 'You cannot change your answers after this.';
}

byId('submit').addEventListener('click', () => byId('confirm').showModal());
byId('confirm-no').addEventListener('click', () => byId('confirm').close());
byId('confirm-yes').addEventListener('click', async () => {
  byId('confirm').close();
  await saving;
  await act('submit', { outcome: chosenOutcome() });
});

/** Null while the controls are untouched, so that the sandbox's own default holds. */
function chosenOutcome() {
  const incidents = [...document.querySelectorAll('[name="incident"]:checked')].map(({ value, dataset }) => ({
    type: value,
    severity: dataset.severity,
  }));
  const proviewIndex = byId('rating').value;
  return proviewIndex === 'high' && incidents.length === 0 ? null : { proviewIndex, incidents };
}

function renderDone() {
  byId('confirm').close();
  byId('submitted-how').textContent =
    room.submittedBy === 'clock'
      ? 'The time was over, so the answers you had saved were submitted.'
      : 'All your answers have been received.';
  if (room.review) {
    const { score, proviewIndex, incidents } = room.review;
    byId('review-state').textContent =
      `The review is finished: ${score} %, rating ${proviewIndex}, ${incidents === 1 ? '1 incident' : `${incidents} incidents`}. The result has been sent to your dashboard.`;
  } else {
    setTimeout(() => act('state'), 700);
  }
}

// ---- the clock

let announced = null;
let over = false;
function tick() {
  if (room?.status !== 'started') return;
  const left = Math.max(0, Math.ceil((Date.parse(room.deadlineAt) - Date.now() - clockSkew) / 1000));
  byId('timer').textContent = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
  byId('timer').classList.toggle('short', left <= 60);
  const mark = [300, 60].find((seconds) => left <= seconds && left > seconds - 5);
  if (mark && mark !== announced) {
    announced = mark;
    byId('time-notice').textContent = mark === 60 ? 'One minute left.' : 'Five minutes left.';
  }
  if (left === 0 && !over) {
    over = true;
    setTimeout(() => act('state').finally(() => (over = false)), 300);
  }
}
setInterval(tick, 250);

call('state').then((answer) => {
  const open = answer.questions.findIndex(({ id }) => !answer.answers[id]);
  current = Math.max(0, open);
  take(answer);
  tick();
}, complain);
