import { importColumns } from '@contracts/bulk-enrol.ts';

/** The byte order mark tells Excel that the file is UTF-8, so that names keep their accents. */
const byteOrderMark = '\uFEFF';

/** The file to fill in: the header alone, so that nobody enrols an example. */
export const importTemplate = `${byteOrderMark}${importColumns.join(',')}\r\n`;
