/** Characters of a cell that are looked at: more than any column takes, so that a longer one is still called too long. */
const maxCell = 2000;

/** Characters that XML cannot hold stand as `_x000D_`. */
const escaped = /_x([0-9A-Fa-f]{4})_/g;

export const cellText = (text: string): string =>
  text
    .slice(0, maxCell)
    .replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim();
