import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '~/lib/supabase/app-error';
import { DraftSaver } from './draft-saver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function play() {
  const saved: [number, string][] = [];
  const ends: { done: () => void; fail: (error: unknown) => void }[] = [];
  const saver = new DraftSaver<string>(4, (version, document) => {
    saved.push([version, document]);
    return new Promise((resolve, reject) => {
      ends.push({ done: () => resolve(version + 1), fail: reject });
    });
  });
  return { saved, ends, saver };
}

it('saves once, a moment after the last of several changes', async () => {
  const { saver, saved, ends } = play();
  saver.change('a');
  saver.change('ab');
  expect(saver.state).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual([[4, 'ab']]);
  expect(saver.state).toBe('saving');
  ends[0]?.done();
  await vi.advanceTimersByTimeAsync(0);
  expect([saver.state, saver.version]).toEqual(['saved', 5]);
});

it('saves what was written during a save behind it, with the new version', async () => {
  const { saver, saved, ends } = play();
  saver.change('a');
  const all = saver.flush();
  saver.change('b');
  saver.change('c');
  ends[0]?.done();
  await vi.advanceTimersByTimeAsync(0);
  ends[1]?.done();
  expect(await all).toBe(true);
  expect(saved).toEqual([
    [4, 'a'],
    [5, 'c'],
  ]);
});

it('keeps what could not be saved and tries again with it', async () => {
  const { saver, saved, ends } = play();
  saver.change('a');
  const first = saver.flush();
  ends[0]?.fail(new AppError('network'));
  expect(await first).toBe(false);
  expect(saver.state).toBe('failed');
  const second = saver.flush();
  ends[1]?.done();
  expect(await second).toBe(true);
  expect(saved[1]).toEqual([4, 'a']);
});

it('stops for good when a colleague was faster', async () => {
  const { saver, saved, ends } = play();
  saver.change('a');
  const first = saver.flush();
  ends[0]?.fail(new AppError('changed_meanwhile'));
  expect(await first).toBe(false);
  saver.change('b');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saver.state).toBe('conflict');
  expect(saved).toHaveLength(1);
});
