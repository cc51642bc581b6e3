import { importStatusSchema } from '@contracts/bulk-enrol.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import texts from '~/lib/i18n/locales/en/institution.json';
import { delimiterWord, encodingName } from './file-words';
import { cellOf } from './import-columns';
import { importPollInterval, isAtWork, stepOf } from './import-stage';
import { faultCodes, problemCodes, reasonCodes, wordsFor } from './import-words';
import { readPage } from './page-number';
import { countEnrolled, planSeats } from './seats-needed';
import { visibleText } from './visible-text';

describe('the words', () => {
  it('say every fault, every reason and every problem of the contract', () => {
    expect(Object.keys(texts.bulk.faults)).toEqual(expect.arrayContaining([...reasonCodes, 'other']));
    expect(Object.keys(texts.bulk.kinds)).toEqual(expect.arrayContaining([...reasonCodes]));
    expect(Object.keys(texts.bulk.problems)).toEqual(expect.arrayContaining([...problemCodes, 'other']));
  });

  it('have a general sentence for a code that is newer than the page', () => {
    expect(wordsFor(faultCodes, 'formula')).toBe('formula');
    expect(wordsFor(faultCodes, 'from_tomorrow')).toBe('other');
    expect(wordsFor(faultCodes, null)).toBe('other');
  });

  it('name encodings and separators', () => {
    expect(encodingName('utf-16le')).toBe('UTF-16');
    expect(encodingName('koi8-r')).toBe('koi8-r');
    expect(delimiterWord('\t')).toBe('tab');
    expect(delimiterWord('|')).toBeNull();
  });
});

describe('the stages', () => {
  it('look again only while the server is at work', () => {
    expect(importStatusSchema.options.filter(isAtWork)).toEqual(['checking', 'enrolling']);
  });

  it('stand at a step until there is nothing left to do', () => {
    expect(importStatusSchema.options.map(stepOf)).toEqual(['check', 'confirm', 'check', 'enrol', null, null, null]);
  });

  it('are looked at each second first, and never more often later', () => {
    expect(importPollInterval(0)).toBe(1_000);
    for (let looks = 1; looks < 500; looks += 1) {
      expect(importPollInterval(looks)).toBeGreaterThanOrEqual(importPollInterval(looks - 1));
    }
    expect(importPollInterval(500)).toBe(5_000);
  });
});

describe('the seats', () => {
  const track = { track_id: 'a', track_name: 'A' };

  it('go to the first rows when there are too few', () => {
    expect(planSeats([{ ...track, needed: 28, left: 18 }])).toMatchObject([{ enrolled: 18, refused: 10 }]);
    expect(planSeats([{ ...track, needed: 2, left: 4 }])).toMatchObject([{ enrolled: 2, refused: 0 }]);
    expect(planSeats([{ ...track, needed: 3, left: -1 }])).toMatchObject([{ enrolled: 0, refused: 3 }]);
  });

  it('leave nobody uncounted and are never overrun', () => {
    const each = fc.record({ needed: fc.nat(50_000), left: fc.integer({ min: -10, max: 50_000 }) });
    fc.assert(
      fc.property(fc.array(each), (tracks) => {
        const plan = planSeats(tracks.map((one) => ({ ...track, ...one })));
        for (const { needed, left, enrolled, refused } of plan) {
          expect(enrolled + refused).toBe(needed);
          expect(enrolled).toBeLessThanOrEqual(Math.max(left, 0));
        }
        expect(countEnrolled(plan)).toBe(plan.reduce((sum, { enrolled }) => sum + enrolled, 0));
      }),
    );
  });
});

describe('a cell', () => {
  it('is found under the heading that the file has', () => {
    const raw = { 'E-Mail Address': 'a@b.c', 'Student name': 'Asha', phone: '1' };
    expect(cellOf(raw, 'email')).toBe('a@b.c');
    expect(cellOf(raw, 'full_name')).toBe('Asha');
    expect(cellOf(raw, 'phone')).toBe('1');
    expect(cellOf(raw, 'track')).toBeNull();
  });

  it('shows what cannot be seen, and is cut where it has no end', () => {
    expect(visibleText('a\tb\nc\u007f\u0085')).toBe('a␉b␊c␡�');
    expect(visibleText('நிலா')).toBe('நிலா');
    expect(visibleText('x'.repeat(500))).toHaveLength(121);
  });
});

it.each([
  ['page=3', 3],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=1.5', 1],
  ['page=x', 1],
  ['', 1],
])('reads the page of "%s" as %i', (search, page) => {
  expect(readPage(new URLSearchParams(search))).toBe(page);
});
