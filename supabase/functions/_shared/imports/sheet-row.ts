/** One row of a sheet. */
export type SheetRow = {
  /** As a spreadsheet counts: the first row is 1. */
  number: number;
  /** As shown, trimmed. A workbook leaves empty cells at the end out. */
  cells: readonly string[];
  /** Places of cells that are calculated; a CSV cannot tell. */
  formulas?: ReadonlySet<number>;
};

export type SheetFacts = {
  encoding: string | null;
  delimiter: string | null;
  /** Whether each row must have as many cells as the header. */
  rectangular: boolean;
};

/** Rows come as many at a time as a piece of the file holds. */
export type Sheet = { facts: SheetFacts; rows: AsyncIterable<readonly SheetRow[]> };
