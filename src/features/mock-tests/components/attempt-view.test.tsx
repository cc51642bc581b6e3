import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import type { SavedAnswer, SentAnswer } from '../schemas';
import { AttemptView } from './attempt-view';

const attemptId = '00000000-0000-4000-8000-00000000000a';
const questionId = (number: number) => `00000000-0000-4000-8000-00000000010${number}`;
const options = [
  { id: 'a', text: 'First option' },
  { id: 'b', text: 'Second option' },
  { id: 'c', text: 'Third option' },
];
const kinds = ['single', 'multiple', 'ordering', 'numeric'] as const;
const questions = kinds.map((kind, index) => ({
  id: questionId(index + 1),
  kind,
  prompt: `A ${kind} question`,
  options: kind === 'numeric' ? [] : options,
  points: 1,
}));

/** Plays the database: keeps answers by their sequence number and closes once. */
function createServer({ secondsLeft = 600 } = {}) {
  const startedAt = performance.now();
  const epoch = Date.UTC(2031, 0, 1);
  const now = () => new Date(epoch + (performance.now() - startedAt)).toISOString();
  const server = {
    online: true,
    broken: false,
    status: 'in_progress',
    submissions: 0,
    answers: new Map<string, SavedAnswer>(),
    /** What each save brought, one after the other. */
    saves: new Array<SentAnswer[]>(),
    rpc(name: string, body: { p_answers?: SentAnswer[] }): unknown {
      const deadline_at = new Date(epoch + secondsLeft * 1_000).toISOString();
      if (name === 'save_answers') {
        if (server.status !== 'in_progress') return { code: 'P0001', message: 'attempt_closed' };
        server.saves.push(body.p_answers ?? []);
        const results = (body.p_answers ?? []).map((answer) => {
          const newer = answer.seq > (server.answers.get(answer.question_id)?.seq ?? -1);
          if (newer) server.answers.set(answer.question_id, answer);
          return { question_id: answer.question_id, seq: answer.seq, result: newer ? 'saved' : 'stale' };
        });
        return { server_now: now(), deadline_at, status: server.status, results };
      }
      const result = { score: 75, passed: true, points: 3, max_points: 4 };
      if (name === 'submit_attempt') {
        server.submissions += 1;
        if (server.broken) return { code: 'XX000', message: 'broken' };
        server.status = 'submitted';
        return { status: server.status, ...result, submitted_at: now() };
      }
      const finished = server.status !== 'in_progress';
      return {
        id: attemptId,
        mock_test: { id: questionId(9), title: 'Trial', track_id: 'track', passing_score: 70, duration_minutes: 10 },
        status: server.status,
        server_now: now(),
        started_at: new Date(epoch).toISOString(),
        deadline_at,
        questions,
        answers: [...server.answers.values()],
        ...(finished ? result : { score: null, passed: null, points: null, max_points: null }),
        review_allowed: false,
      };
    },
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    if (!server.online) return Promise.reject(new TypeError('Failed to fetch'));
    const url = input instanceof Request ? input.url : String(input);
    const text = typeof init?.body === 'string' ? init.body : '{}';
    const answer = server.rpc(new URL(url).pathname.split('/').at(-1) ?? '', JSON.parse(text));
    const failed = typeof answer === 'object' && answer !== null && 'code' in answer;
    return Promise.resolve(Response.json(answer, { status: failed ? 400 : 200 }));
  });
  return server;
}

const show = () => renderApp(<AttemptView attemptId={attemptId} attemptsLeft={2} />);
const saved = (server: ReturnType<typeof createServer>, number: number) =>
  server.answers.get(questionId(number))?.selected;

beforeEach(() => {
  // Nothing may hang on the clock of the device.
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(1999, 0, 1));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a running mock test', () => {
  it('saves each answer as it is given and says so', async () => {
    const server = createServer();
    const { user } = show();
    await user.click(await screen.findByRole('radio', { name: 'Second option' }));
    await waitFor(() => expect(saved(server, 1)).toEqual(['b']));
    expect(await screen.findByText('All answers saved')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('checkbox', { name: 'First option' }));
    await user.click(screen.getByRole('checkbox', { name: 'Third option' }));
    await user.click(screen.getByRole('button', { name: 'Flag for later' }));
    await waitFor(() =>
      expect(server.answers.get(questionId(2))).toMatchObject({ selected: ['a', 'c'], flagged: true }),
    );
    expect(screen.getByRole('button', { name: 'Question 2, Answered, Flagged' })).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  it('orders by buttons and takes typed numbers', async () => {
    const server = createServer();
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: /^Question 3,/ }));
    await user.click(screen.getByRole('button', { name: 'Move up: Third option' }));
    await waitFor(() => expect(saved(server, 3)).toEqual(['a', 'c', 'b']));
    await user.click(screen.getByRole('button', { name: /^Question 4,/ }));
    await user.type(screen.getByRole('textbox', { name: 'A numeric question' }), '3.5');
    await waitFor(() => expect(saved(server, 4)).toEqual(['3.5']));
  });

  it('keeps answers through a lost connection and a closed tab', async () => {
    const server = createServer();
    const first = show();
    await first.user.click(await screen.findByRole('radio', { name: 'First option' }));
    await waitFor(() => expect(saved(server, 1)).toEqual(['a']));
    server.online = false;
    await first.user.click(screen.getByRole('radio', { name: 'Third option' }));
    await first.user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('Offline: 1 answer waiting')).toBeVisible();
    first.unmount();

    server.online = true;
    show();
    expect(await screen.findByText('Question 2 of 4 · 1 point')).toBeVisible();
    await waitFor(() => expect(saved(server, 1)).toEqual(['c']));
    expect(await screen.findByText('All answers saved')).toBeVisible();
    expect(localStorage.getItem(`attempt-answers:${attemptId}`)).toBeNull();
  });

  it('names what is open before submitting, and submits once', async () => {
    const server = createServer();
    const { user } = show();
    await user.click(await screen.findByRole('radio', { name: 'First option' }));
    await user.click(screen.getByRole('button', { name: 'Submit the test' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('3 of 4 questions have no answer yet.')).toBeVisible();
    await user.dblClick(within(dialog).getByRole('button', { name: 'Submit now' }));
    expect(await screen.findByRole('heading', { name: 'You passed Trial' })).toBeVisible();
    expect(saved(server, 1)).toEqual(['a']);
    expect(server.submissions).toBe(1);
  });

  it('sends with an answer how long its question was on screen, before a reload too, and once more before submitting', async () => {
    localStorage.setItem(`attempt-time:${attemptId}`, JSON.stringify({ [questionId(1)]: 40_000 }));
    const server = createServer();
    const { user } = show();
    const secondsSent = () => server.saves.at(-1)?.map(({ question_id, seconds }) => [question_id, seconds]);
    await user.click(await screen.findByRole('radio', { name: 'First option' }));
    await waitFor(() => expect(secondsSent()).toEqual([[questionId(1), expect.any(Number)]]));
    expect(server.saves.at(-1)?.[0]?.seconds).toBeGreaterThanOrEqual(40);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('checkbox', { name: 'First option' }));
    await waitFor(() => expect(secondsSent()).toEqual([[questionId(2), expect.any(Number)]]));
    await user.click(screen.getByRole('button', { name: 'Submit the test' }));
    await waitFor(() =>
      expect(secondsSent()).toEqual([
        [questionId(1), expect.any(Number)],
        [questionId(2), expect.any(Number)],
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Submit now' }));
    expect(await screen.findByRole('heading', { name: 'You passed Trial' })).toBeVisible();
    expect(localStorage.getItem(`attempt-time:${attemptId}`)).toBeNull();
  });

  it('does not count while the page is hidden', async () => {
    const server = createServer();
    const openedAt = performance.now();
    const { user } = show();
    await screen.findByRole('radio', { name: 'First option' });
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    const hiddenFrom = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const hiddenFor = performance.now() - hiddenFrom;
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await user.click(screen.getByRole('radio', { name: 'First option' }));
    await waitFor(() => expect(server.saves.at(-1)).toMatchObject([{ selected: ['a'] }]));
    const visibleFor = (performance.now() - openedAt - hiddenFor) / 1_000;
    expect(server.saves.at(-1)?.[0]?.seconds).toBeLessThanOrEqual(visibleFor);
  });

  it('does not submit while an answer has not arrived', async () => {
    const server = createServer();
    const { user } = show();
    await screen.findByRole('radio', { name: 'First option' });
    server.online = false;
    await user.click(screen.getByRole('radio', { name: 'First option' }));
    await user.click(screen.getByRole('button', { name: 'Submit the test' }));
    await user.click(await screen.findByRole('button', { name: 'Submit now' }));
    expect(await screen.findByText(/Not submitted: 1 answer has not reached the server/)).toBeVisible();
    expect(server.submissions).toBe(0);
  });

  it('submits by itself at the end of the server’s time, with the last answer', async () => {
    const server = createServer({ secondsLeft: 1.5 });
    const { user } = show();
    await user.click(await screen.findByRole('radio', { name: 'Second option' }));
    expect(await screen.findByRole('heading', { name: 'You passed Trial' }, { timeout: 4_000 })).toBeVisible();
    expect(saved(server, 1)).toEqual(['b']);
    expect(server.submissions).toBe(1);
  });

  it('does not hurry a server that is in trouble at the end of the time', async () => {
    const server = createServer({ secondsLeft: 0.3 });
    server.broken = true;
    show();
    expect(await screen.findByText(/Time is up\. There is no connection/, {}, { timeout: 3_000 })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(server.submissions).toBe(1);
  });

  it('sends the last answer when the page is left at once', async () => {
    const server = createServer();
    const { user, unmount } = show();
    await user.click(await screen.findByRole('radio', { name: 'Second option' }));
    unmount();
    await waitFor(() => expect(saved(server, 1)).toEqual(['b']));
    await waitFor(() => expect(localStorage.getItem(`attempt-answers:${attemptId}`)).toBeNull());
  });

  it('shows the result when another tab submitted', async () => {
    const server = createServer();
    const { user } = show();
    await screen.findByRole('radio', { name: 'First option' });
    server.status = 'submitted';
    await user.click(screen.getByRole('radio', { name: 'First option' }));
    expect(await screen.findByRole('heading', { name: 'You passed Trial' })).toBeVisible();
  });
});
