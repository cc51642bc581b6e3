import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';

describe('a name for a file', () => {
  it.each([
    ['AIR-2026-1 Priya Sharma', 'AIR-2026-1 Priya Sharma.pdf'],
    ['AIR-2026-1 प्रिया शर्मा', 'AIR-2026-1 प्रिया शर्मा.pdf'],
    ['../../etc/passwd', '.. .. etc passwd.pdf'],
    ['C:\\temp\\a|b?c*"<d>', 'C temp a b c d.pdf'],
    ['gnp\u202Efdp.exe', 'gnp fdp.exe.pdf'],
    ['line\nbreak\ttab\0', 'line break tab.pdf'],
    ['ends with dots. . ', 'ends with dots.pdf'],
    ['', 'file.pdf'],
    ['...', 'file.pdf'],
  ])('made of %j is %j', (text, name) => {
    expect(safeFileName(text, 'pdf')).toBe(name);
  });

  it('keeps the joiners of Indic letters', () => {
    expect(safeFileName('क्‍ष', 'pdf')).toBe('क्‍ष.pdf');
  });

  it('is cut between letters, within what a file system takes', () => {
    const name = safeFileName('श्री'.repeat(100), 'pdf');
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name).toMatch(/^(श्री)+\.pdf$/);
  });

  it('has no folder, no control character and no end that Windows refuses, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const name = safeFileName(text, 'pdf');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+[^. <>:"/\\|?*\p{Cc}]\.pdf$|^[^. <>:"/\\|?*\p{Cc}]\.pdf$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
      }),
    );
  });
});
