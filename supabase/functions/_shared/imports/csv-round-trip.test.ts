import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importFile, readGood } from './testing/read-file.ts';

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const encoders = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

const letters = fc.string({
  unit: fc.constantFrom('a', 'Z', 'é', 'य', '😀', ' ', ',', ';', '\t', '"', '\n', '\r\n'),
  minLength: 1,
  maxLength: 12,
});

it('gives back whatever was written, in every encoding, with every delimiter and line end, cut anywhere', async () => {
  const wish = fc.record({
    notes: fc.array(letters, { minLength: 1, maxLength: 6 }),
    encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    pieceSize: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(wish, async ({ notes, encoding, delimiter, end, pieceSize }) => {
      const lines = notes.map((note) => ['a@example.com', 'Asha Rao', quote(note)].join(delimiter));
      const text = [['email', 'full_name', 'note'].join(delimiter), ...lines].join(end) + end;
      const { facts, rows } = await readGood(Uint8Array.from(encoders[encoding](text)), pieceSize);
      expect(facts).toMatchObject({ encoding, delimiter });
      expect(rows.map((row) => row.raw.note)).toEqual(notes);
    }),
    { numRuns: 60 },
  );
});

it('reads the same from a file that comes byte by byte', async () => {
  const bytes = await importFile('utf-16le-bom.csv');
  expect(await readGood(bytes, 1)).toEqual(await readGood(bytes, 1_000_000));
});
