import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { findDelimiter } from './delimiter.ts';
import { isMarkup } from './file-kind.ts';
import type { Sheet, SheetRow } from './sheet-row.ts';
import { decodeText, findEncoding, type TextEncoding } from './text-encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Enough to hold any header. */
const headLength = 65_536;
/** Bytes of one record. Only a quotation mark that swallows what follows makes a longer one. */
const maxRecordSize = 65_536;

/** The beginning of a text, long enough for its header. */
function headOf(bytes: Uint8Array<ArrayBuffer>, encoding: TextEncoding): string {
  let head = '';
  for (const piece of decodeText(bytes, encoding)) {
    head += piece;
    if (head.length >= headLength) break;
  }
  return head;
}

/** Reads a text as a sheet, piece by piece: no more than a piece of it is there as text. */
export function openCsv(bytes: Uint8Array<ArrayBuffer>, pieceSize?: number): Sheet {
  const encoding = findEncoding(bytes);
  const head = headOf(bytes, encoding);
  if (isMarkup(head)) throw new UnreadableFile('wrong_type');
  const { delimiter, skip } = findDelimiter(head);
  return {
    facts: { encoding, delimiter, rectangular: true },
    rows: readRecords(withoutBeginning(decodeText(bytes, encoding, pieceSize), skip), delimiter),
  };
}

function* withoutBeginning(text: Iterable<string>, length: number): Generator<string> {
  let skip = length;
  for (const piece of text) {
    const rest = piece.slice(skip);
    skip -= piece.length - rest.length;
    if (rest !== '') yield rest;
  }
}

const recordSchema = z.array(z.string());

async function* readRecords(text: Iterable<string>, delimiter: string): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: maxRecordSize,
    on_record(record: unknown, { records, empty_lines }) {
      rows.push({ number: records + empty_lines, cells: recordSchema.parse(record) });
      // Nothing is left for the parser to hand on.
      return null;
    },
  });
  // Told by the calls below.
  parser.on('error', () => undefined);
  const take = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  for (const piece of text) {
    await settled((done) => parser.write(piece, done));
    yield take();
  }
  await settled((done) => parser.end(done));
  yield take();
}

function settled(call: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => (error ? reject(error instanceof CsvError ? brokenQuote(error) : error) : resolve()));
  });
}

const position = z.object({ records: z.number().int(), empty_lines: z.number().int() });

function brokenQuote(error: CsvError): UnreadableFile {
  const { records, empty_lines } = position.parse({ records: error.records, empty_lines: error.empty_lines });
  // Without a line break in all that length it is no table.
  if (error.code === 'CSV_MAX_RECORD_SIZE' && records === 0) return new UnreadableFile('wrong_type');
  return new UnreadableFile('broken_quote', { row: records + empty_lines + 1 });
}
