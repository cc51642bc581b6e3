/** Null is an empty cell. Times become India's wall clock, to the minute, or the day alone; the column's title says so. */
export type Cell = string | number | Date | null;

export type Column = {
  title: string;
  /** In characters, for a workbook. */
  width: number;
  /** How a Date is written. */
  as?: 'time' | 'day';
};

export type Table = { sheet: string; columns: readonly Column[]; pages: AsyncIterable<readonly Cell[][]> };
