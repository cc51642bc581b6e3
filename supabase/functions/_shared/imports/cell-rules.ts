import type { RowFaultCode } from '../contracts/bulk-enrol.ts';

/** A cell as it is to be kept, or what is wrong with it. */
export type Judged = { value: string | null; code: RowFaultCode | null };

const sound = (value: string | null): Judged => ({ value, code: null });
const faulty = (code: RowFaultCode): Judged => ({ value: null, code });

/** Counted as the database does: letters, not halves of them. */
const isLonger = (text: string, length: number) => text.length > length && [...text].length > length;

/** Invisible, and left behind by web pages. Joiners stay: scripts of India are written with them. */
const zeroWidth = /[\u200B\u2060\uFEFF]/gu;

/** One line in composed form, the way the database keeps names. */
const tidy = (text: string): string => text.replace(zeroWidth, '').normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Control characters but tabs and line breaks, and those that turn the direction of what follows around. */
const control = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;
/** What spreadsheets calculate, also behind the apostrophe that makes an exported cell safe. */
const formula = /^'?[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** What no cell may hold, whatever its column. */
export function foreignIn(text: string): RowFaultCode | null {
  if (control.test(text)) return 'control_character';
  return formula.test(text.trim()) ? 'formula' : null;
}

/** The rule of `private.is_email`. */
const email = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/u;

export function judgeEmail(text: string): Judged {
  const value = tidy(text).toLowerCase();
  if (value === '') return faulty('email_missing');
  if (isLonger(value, 320)) return faulty('email_too_long');
  return email.test(value) ? sound(value) : faulty('email_invalid');
}

/** Written in letters of any script; what another column's cell or a link looks like is none. */
const nameless = /^\P{L}*$|[@<>\uFFFD]|:\/\//u;

export function judgeName(text: string): Judged {
  const value = tidy(text);
  if (value === '') return faulty('name_missing');
  if (isLonger(value, 200)) return faulty('name_too_long');
  return nameless.test(value) ? faulty('name_invalid') : sound(value);
}

export function judgeRollNo(text: string): Judged {
  const value = tidy(text);
  return isLonger(value, 60) ? faulty('roll_no_too_long') : sound(value || null);
}

/** Which track it is, only the database knows. */
export function judgeTrack(text: string): Judged {
  const value = tidy(text);
  return isLonger(value, 200) ? faulty('track_unknown') : sound(value || null);
}
