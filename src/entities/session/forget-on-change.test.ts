import { expect, it, vi } from 'vitest';
import { forgetOnChangeOfPerson } from './forget-on-change';
import * as store from './session-store';
import type { SessionState } from './session-store';

const asha: SessionState = { status: 'signed-in', userId: 'asha', email: 'asha@example.com' };
const ravi: SessionState = { status: 'signed-in', userId: 'ravi', email: 'ravi@example.com' };

function follow(first: SessionState) {
  let session = first;
  let tell = () => {};
  vi.spyOn(store, 'readSession').mockImplementation(() => session);
  vi.spyOn(store, 'subscribeSession').mockImplementation((listener) => {
    tell = listener;
    return () => {};
  });
  const forget = vi.fn<() => void>();
  forgetOnChangeOfPerson(forget);
  return { forget, becomes: (next: SessionState) => ((session = next), tell()) };
}

it('forgets when a person leaves, and when another comes in their place', () => {
  const { forget, becomes } = follow(asha);
  becomes({ status: 'anonymous' });
  expect(forget).toHaveBeenCalledTimes(1);
  becomes(asha);
  becomes(ravi);
  expect(forget).toHaveBeenCalledTimes(2);
});

it('keeps what a stranger read when they sign in, and what is theirs while they stay', () => {
  const { forget, becomes } = follow({ status: 'loading' });
  becomes({ status: 'anonymous' });
  becomes(asha);
  becomes({ ...asha, email: 'new@example.com' });
  expect(forget).not.toHaveBeenCalled();
});
