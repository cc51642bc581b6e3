import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { columnOfHeading } from '../contracts/import-headings.ts';

const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel writes and obeys a first line that names the delimiter; no spreadsheet shows it. */
const named = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i;
const records = z.array(z.array(z.string()));

function firstRecord(text: string, delimiter: Delimiter): readonly string[] {
  const options = { delimiter, to: 1, trim: true, relax_quotes: true, skip_records_with_empty_values: true };
  try {
    return records.parse(parse(text, options))[0] ?? [];
  } catch {
    return [];
  }
}

/** By the header: the delimiter that shows the most columns we know, else the one that cuts it most often. */
export function findDelimiter(head: string): { delimiter: Delimiter; skip: number } {
  const line = named.exec(head);
  const told = delimiters.find((delimiter) => delimiter === line?.[1]);
  if (line && told !== undefined) return { delimiter: told, skip: line[0].length };
  const best = delimiters
    .map((delimiter) => {
      const cells = firstRecord(head, delimiter);
      return { delimiter, known: cells.filter((cell) => columnOfHeading(cell) !== null).length, cells: cells.length };
    })
    .reduce((best, next) => ((next.known - best.known || next.cells - best.cells) > 0 ? next : best));
  return { delimiter: best.delimiter, skip: 0 };
}
