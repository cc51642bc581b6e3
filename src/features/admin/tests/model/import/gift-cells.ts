/** A character of GIFT text; one that was escaped by a backslash means itself and parts nothing. */
export type Cell = { char: string; bare: boolean };

const escapable = new Set(['~', '=', '#', '{', '}', ':', '\\', '/', ']']);

export function toCells(source: string): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char === '\\' && (escapable.has(next) || next === 'n')) {
      cells.push({ char: next === 'n' ? '\n' : next, bare: false });
      at += 1;
    } else {
      cells.push({ char, bare: true });
    }
  }
  return cells;
}

export const escapeText = (text: string): string =>
  text.replaceAll(/[\\~=#{}:]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');

/** Where the bare text begins, from a place on; -1 for nowhere. */
export function find(cells: readonly Cell[], text: string, from = 0): number {
  for (let at = from; at + text.length <= cells.length; at += 1) {
    let same = true;
    for (let offset = 0; offset < text.length && same; offset += 1) {
      const cell = cells[at + offset];
      same = cell !== undefined && cell.bare && cell.char === text.charAt(offset);
    }
    if (same) return at;
  }
  return -1;
}

/** The text of the cells without outer white space; what was escaped stays. */
export function textOf(cells: readonly Cell[]): string {
  return trimmed(cells)
    .map(({ char }) => char)
    .join('');
}

export function trimmed(cells: readonly Cell[]): readonly Cell[] {
  const solid = (cell: Cell | undefined) => cell !== undefined && !(cell.bare && /\s/.test(cell.char));
  let from = 0;
  let to = cells.length;
  while (from < to && !solid(cells[from])) from += 1;
  while (to > from && !solid(cells[to - 1])) to -= 1;
  return cells.slice(from, to);
}

/** The parts that begin with one of the bare characters, each with its sign; what comes before the first is left out. */
export function partsAt(cells: readonly Cell[], signs: string): { sign: string; cells: readonly Cell[] }[] {
  const starts = cells.flatMap((cell, index) => (cell.bare && signs.includes(cell.char) ? [index] : []));
  return starts.map((start, index) => ({
    sign: cells[start]?.char ?? '',
    cells: cells.slice(start + 1, starts[index + 1] ?? cells.length),
  }));
}
