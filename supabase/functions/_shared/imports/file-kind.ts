import { UnreadableFile } from './unreadable-file.ts';

export type FileKind = 'zip' | 'text';

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

/** How files begin that are no list of students, whatever their name says. */
const foreign: readonly (readonly number[])[] = [
  ascii('%PDF-'),
  [0x89, ...ascii('PNG')],
  [0xff, 0xd8, 0xff],
  ascii('GIF8'),
  // Office before 2007 (.xls, .doc), and workbooks with a password.
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  ascii('Rar!'),
  ascii('7z\xbc\xaf'),
  ascii('{\\rtf'),
  // An archive with nothing in it, and a part of a split one.
  [...ascii('PK'), 5, 6],
  [...ascii('PK'), 7, 8],
];

const begins = (head: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => head[at] === byte);

/** What the first bytes of a file say; the rest of a text is judged once it is decoded. */
export function kindOf(head: Uint8Array): FileKind {
  if (begins(head, [...ascii('PK'), 3, 4])) return 'zip';
  if (foreign.some((signature) => begins(head, signature))) throw new UnreadableFile('wrong_type');
  return 'text';
}

/** HTML, XML and JSON are text too. No header of a list begins so. */
export const isMarkup = (text: string): boolean => /^[\s\uFEFF]*[<{[]/.test(text);
