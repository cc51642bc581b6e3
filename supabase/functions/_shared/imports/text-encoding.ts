import { UnreadableFile } from './unreadable-file.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const defaultPieceSize = 65_536;

type Guess = { encoding: Exclude<TextEncoding, 'windows-1252'>; marked: boolean };

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

/** By the byte order mark, else by where the zero bytes of Latin letters stand. */
function guess(head: Uint8Array): Guess {
  if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) throw new UnreadableFile('encoding_unreadable');
  if (starts(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', marked: true };
  if (starts(head, 0xff, 0xfe)) return { encoding: 'utf-16le', marked: true };
  if (starts(head, 0xfe, 0xff)) return { encoding: 'utf-16be', marked: true };
  const beginning = head.subarray(0, 256);
  const zeros = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = beginning.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.1) return { encoding: 'utf-16le', marked: false };
  if (even > pairs * 0.4 && odd < pairs * 0.1) return { encoding: 'utf-16be', marked: false };
  // A zero byte is a fault of its cell; many of them are a program's file.
  if (even + odd > beginning.length / 20) throw new UnreadableFile('wrong_type');
  return { encoding: 'utf-8', marked: false };
}

/** Bytes that mean nothing in Windows-1252. */
const unassigned = new Uint8Array(256);
for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) unassigned[byte] = 1;

function decodes(bytes: Uint8Array<ArrayBuffer>, encoding: TextEncoding): boolean {
  try {
    // In pieces, so that the whole text is never there at once.
    for (const _ of decodeText(bytes, encoding));
    return true;
  } catch {
    return false;
  }
}

/** How a text is encoded: only its last byte can settle that. */
export function findEncoding(bytes: Uint8Array<ArrayBuffer>): TextEncoding {
  const { encoding, marked } = guess(bytes);
  if (decodes(bytes, encoding)) return encoding;
  // What Excel saves as plain CSV on Windows. Nothing else can be told apart from it with certainty.
  const western = encoding === 'utf-8' && !marked && !bytes.some((byte) => unassigned[byte] === 1);
  if (western) return 'windows-1252';
  throw new UnreadableFile('encoding_unreadable');
}

/** The text of a file in pieces, without its byte order mark. */
export function* decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: TextEncoding,
  pieceSize = defaultPieceSize,
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += pieceSize) {
    yield decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true });
  }
  yield decoder.decode();
}
