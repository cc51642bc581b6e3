import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CertificateData } from './certificate-data.ts';
import { fitFontSize, measureText } from './fonts.ts';
import { qrPath } from './qr-path.ts';
import { renderCertificate } from './render-certificate.ts';
import { toRuns } from './scripts.ts';
import { formatDate, formatScore } from './texts.ts';

const data: CertificateData = {
  number: 'AIR-2026-000123',
  holderName: 'Zoë Ångström-Núñez',
  trackName: 'AI Foundations',
  score: 86.5,
  issuedAt: '2026-04-01T04:11:00Z',
  expiresAt: '2028-04-01T04:11:00Z',
  verifyUrl: 'https://certify.example.com/verify/AIR-2026-000123',
  productName: 'AI Ready Certification',
  signatory: { name: 'Dr. Meera Krishnan', title: 'Director of Certification' },
};

/** All that the file's glyph tables can give back as text. */
function mappedCharacters(pdf: Uint8Array): Set<string> {
  const source = Buffer.from(pdf);
  const characters = new Set<string>();
  for (let at = source.indexOf('stream\n'); at !== -1; at = source.indexOf('stream\n', at + 7)) {
    const end = source.indexOf('endstream', at);
    let text: string;
    try {
      text = inflateSync(source.subarray(at + 7, end)).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfrange')) continue;
    for (const [, hex = ''] of text.matchAll(/<([0-9a-f ]{4,})>/gi)) {
      for (const character of Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
        characters.add(character);
    }
  }
  return characters;
}

describe('renderCertificate', () => {
  it.each([
    ['Latin with accents', 'Zoë Ångström-Núñez'],
    ['Devanagari', 'प्रिया शर्मा'],
    ['Tamil', 'தமிழ்ச்செல்வி'],
    ['a mixed name', 'Priya प्रिया தமிழ்ச்செல்வி'],
    ['Bengali, Gujarati and Gurmukhi', 'শ্রেয়া પ્રિયા ਪ੍ਰੀਤ'],
    ['Kannada, Malayalam, Telugu and Odia', 'ಪ್ರಿಯಾ പ്രിയ శ్రీనివాస్ ପ୍ରିୟା'],
    ['Urdu', 'عائشہ صدیقی'],
  ])('prints %s on one page, with letters that can be copied out again', async (_what, holderName) => {
    const pdf = await renderCertificate({ ...data, holderName });
    const source = Buffer.from(pdf).toString('latin1');
    expect(source.startsWith('%PDF-')).toBe(true);
    expect(source.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const found = mappedCharacters(pdf);
    const missing = [...new Set(holderName.normalize('NFC'))].filter((c) => !/[\s\p{Cf}]/u.test(c) && !found.has(c));
    expect(missing).toEqual([]);
  });

  it.each([
    ['a very long name', 'Bartholomew Alexander Maximilian '.repeat(6)],
    ['a long name without a space', 'x'.repeat(150)],
    ['nothing printable', '😀 李明'],
    ['markup', '<b>"Robert\'); DROP TABLE</b>'],
  ])('stays on one page with %s', async (_what, holderName) => {
    const source = Buffer.from(await renderCertificate({ ...data, holderName })).toString('latin1');
    expect(source.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it('does without score, expiry and signatory', async () => {
    await expect(renderCertificate({ ...data, score: null, expiresAt: null, signatory: null })).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });

  it('tells the name in the right order in its properties', async () => {
    const source = Buffer.from(await renderCertificate({ ...data, holderName: 'प्रिया शर्मा' }));
    const title = Buffer.concat([
      Buffer.from([0xfe, 0xff]),
      Buffer.from('AIR-2026-000123 – प्रिया शर्मा', 'utf16le').swap16(),
    ]);
    // Brackets and backslashes inside a PDF string are escaped; this name has none of those bytes in its first part.
    expect(source.includes(title.subarray(0, 30))).toBe(true);
  });
});

describe('toRuns', () => {
  it('gives each script to its own font and keeps signs with their letters', () => {
    expect(toRuns('Asha राव, B.')).toEqual([
      { script: 'latin', text: 'Asha ' },
      { script: 'devanagari', text: 'राव, ' },
      { script: 'latin', text: 'B.' },
    ]);
    expect(toRuns('க்\u200cஷ')).toEqual([{ script: 'tamil', text: 'க்\u200cஷ' }]);
  });

  it('joins an accent that comes apart from its letter', () => {
    expect(toRuns('A\u030angstro\u0308m')).toEqual([{ script: 'latin', text: 'Ångström' }]);
  });
});

describe('the size of the name', () => {
  const fit = { max: 40, min: 25, smallest: 12 };
  it('is as large as fits, goes to two lines, and ends at the smallest', () => {
    expect(fitFontSize(5, 640, fit)).toBe(40);
    expect(fitFontSize(20, 640, fit)).toBe(32);
    expect(fitFontSize(30, 640, fit)).toBe(25);
    expect(fitFontSize(60, 640, fit)).toBeCloseTo(19.2);
    expect(fitFontSize(500, 640, fit)).toBe(12);
  });

  it('leaves out what no font can print', async () => {
    const { runs } = await measureText('Asha 😀');
    expect(
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe('Asha');
  });
});

it('draws the code as whole modules', () => {
  const { path, size } = qrPath(data.verifyUrl);
  expect(size).toBeGreaterThanOrEqual(25);
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
});

it('writes dates as they are in India, and scores without needless digits', () => {
  expect(formatDate('2026-03-31T20:00:00Z')).toBe('1 April 2026');
  expect(formatScore(90)).toBe('90');
  expect(formatScore(86.54)).toBe('86.5');
});
