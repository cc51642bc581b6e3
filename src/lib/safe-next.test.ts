import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNextPath } from './safe-next';

describe('safeNextPath', () => {
  it.each(['/dashboard', '/register?track=ai-foundations', '/dashboard/modules/1#notes', '/'])('keeps %s', (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'dashboard',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/%2e%2e//evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
  ])('refuses %j', (next) => {
    expect(safeNextPath(next)).toBeNull();
  });

  it('never leads to another host, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '?', '#', '%2f', '\t', ' ') }), (text) => {
        const safe = safeNextPath(`/${text}`);
        if (safe !== null) expect(new URL(safe, 'https://app.test').origin).toBe('https://app.test');
      }),
    );
  });
});
