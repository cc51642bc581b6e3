/**
 * A spreadsheet takes a cell that begins so for a formula, however it is quoted, and a formula can call out. See OWASP, CSV
 * injection. The full-width forms count where the spreadsheet reads East Asian text.
 */
const begins = /^[=+\-@\t\r\n＝＋－＠]/;

export const looksLikeFormula = (text: string) => begins.test(text);

/** The apostrophe makes it text; whoever reads our own files takes it away again (bulk enrolment does). */
export const disarm = (text: string) => (looksLikeFormula(text) ? `'${text}` : text);
