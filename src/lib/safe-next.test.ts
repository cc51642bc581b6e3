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
    const alphabet = fc.constantFrom('/', '\\', '.', ':', '@', 'a', '?', '#', '%2f', '\t', ' ');
    const leads = (text: string) => new URL(safeNextPath(`/${text}`) ?? '/', 'https://app.test').origin;
    expect(() =>
      fc.assert(fc.property(fc.string({ unit: alphabet }), (text) => leads(text) === 'https://app.test')),
    ).not.toThrow();
  });
});
