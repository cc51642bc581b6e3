import { UnreadableFile } from './unreadable-file.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

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

/** Takes a file in pieces, the first of them with its beginning, and says in the end how its text is encoded. */
export function createEncodingCheck(head: Uint8Array) {
  const { encoding, marked } = guess(head);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let sound = true;
  let western = true;
  const decode = (bytes?: Uint8Array<ArrayBuffer>) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      sound = false;
    }
  };
  return {
    push(bytes: Uint8Array<ArrayBuffer>): void {
      if (sound) decode(bytes);
      western &&= !bytes.some((byte) => unassigned[byte] === 1);
    },
    end(): TextEncoding {
      if (sound) decode();
      if (sound) return encoding;
      // What Excel saves as plain CSV on Windows. Nothing else can be told apart from it with certainty.
      if (encoding === 'utf-8' && !marked && western) return 'windows-1252';
      throw new UnreadableFile('encoding_unreadable');
    },
  };
}

/** The text of a file in pieces, without its byte order mark. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
