import { describe, expect, it } from 'vitest';
import { paths } from '~/lib/paths';
import { redirectOf, stepPath } from './steps';

const stranger = { signedIn: false, pendingEmail: false, trackId: null };
const learner = { signedIn: true, pendingEmail: false, trackId: null };

describe('redirectOf', () => {
  it('lets a stranger begin and sends every later step back to the beginning, with the track', () => {
    expect(redirectOf('details', stranger)).toBeNull();
    for (const step of ['code', 'course', 'payment', 'done'] as const) {
      expect(redirectOf(step, { ...stranger, trackId: 'ai-foundations' })).toBe(
        '/register/details?track=ai-foundations',
      );
    }
  });

  it('shows the code page only to somebody who waits for a code', () => {
    expect(redirectOf('code', { ...stranger, pendingEmail: true })).toBeNull();
  });

  it('takes a signed-in learner past the account steps', () => {
    expect(redirectOf('details', learner)).toBe('/register/course');
    expect(redirectOf('code', { ...learner, trackId: 'a b' })).toBe('/register/payment?track=a%20b');
  });

  it('asks for a track before the payment', () => {
    expect(redirectOf('payment', learner)).toBe('/register/course');
    expect(redirectOf('payment', { ...learner, trackId: 'ai-foundations' })).toBeNull();
    expect(redirectOf('course', { ...learner, trackId: 'ai-foundations' })).toBeNull();
  });
});

describe('stepPath', () => {
  it('takes the track along from the first step to the last', () => {
    expect(stepPath('details', null)).toBe('/register/details');
    expect(stepPath('details', 'a b')).toBe(paths.register('a b'));
    expect(stepPath('done', 'ai-foundations')).toBe('/register/done?track=ai-foundations');
  });
});
