import QRCode from 'qrcode';

/** The code as one vector path of unit squares, rows of neighbours joined; `size` is the number of modules on a side. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < size && modules.get(row, column + 1)) column += 1;
      path += `M${start} ${row}h${column + 1 - start}v1h${start - column - 1}z`;
    }
  }
  return { path, size };
}
