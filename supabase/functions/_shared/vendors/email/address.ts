import type { Mail } from './port.ts';

export type Address = { email: string; name: string };

/** The address that mails come from, under the name that staff gave it. */
export const senderOf = (from: Address, mail: Mail): Address => ({
  email: from.email,
  name: mail.sender?.name || from.name,
});

/** Null: answers go to the sender. */
export const replyToOf = ({ sender }: Mail): string | null => sender?.replyTo || null;

/** `Name <a@b>` or `a@b`. */
export function parseAddress(text: string): Address {
  const match = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  return match ? { name: match[1] ?? '', email: match[2] ?? '' } : { name: '', email: text.trim() };
}

/** A name in a header: no line breaks, quoted so that commas and angle brackets cannot make a second address. */
export function formatAddress({ email, name }: Address): string {
  // eslint-disable-next-line no-control-regex
  const clean = name.replace(/[\u0000-\u001f\u007f"\\<>]/g, ' ').trim();
  if (clean === '') return email;
  return /^[\x20-\x7e]*$/.test(clean) ? `"${clean}" <${email}>` : `${encodeWord(clean)} <${email}>`;
}

/** RFC 2047: header text beyond ASCII, in words of at most 75 characters cut between code points. */
function encodeWord(text: string): string {
  const encoder = new TextEncoder();
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (encoder.encode(part + character).length > 42) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?UTF-8?B?${toBase64(encoder.encode(word))}?=`).join(' ');
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}
