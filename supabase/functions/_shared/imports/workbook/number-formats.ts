import { format, isDateFormat } from 'numfmt';
import { allXmlValues } from './xml-values.ts';

/** Formats that a workbook names by number alone; 14 is the short date of whoever looks, here India's. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd-mm-yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd-mm-yyyy h:mm',
};

/** Days between the calendar of early Macs and the usual one. */
const macDays = 1462;

/** Writes a stored number as its cell shows it. */
export type ShowNumber = (stored: string, style: number) => string;

/** All digits: spreadsheets shorten what does not fit the cell, which a roll number would not survive. */
function plain(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === '') return stored;
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

export function createShowNumber(formats: readonly (string | undefined)[], since1904: boolean): ShowNumber {
  return (stored, style) => {
    const pattern = formats[style];
    const value = Number(stored);
    if (pattern === undefined || !Number.isFinite(value)) return plain(stored);
    try {
      const shown = format(pattern, since1904 && isDateFormat(pattern) ? value + macDays : value, { nbsp: false });
      return shown.startsWith('##') ? plain(stored) : shown;
    } catch {
      return plain(stored);
    }
  };
}

/** The pattern of each cell style, in order; undefined where a number stands as it is. */
export async function readFormats(
  part: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<readonly (string | undefined)[]> {
  const own = new Map<number, string>();
  const styles: number[] = [];
  let within = '';
  await allXmlValues<never>(part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs' || name === 'cellStyleXfs') within = name;
      if (name === 'xf' && within === 'cellXfs') styles.push(Number(attributes.numFmtId ?? 0));
      return undefined;
    },
    close(name) {
      if (name === within) within = '';
      return undefined;
    },
  });
  return styles.map((id) => {
    const pattern = own.get(id) ?? builtIn[id];
    return pattern === undefined || /^(general|@)?$/i.test(pattern) ? undefined : pattern;
  });
}
