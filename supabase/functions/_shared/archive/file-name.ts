// Reserved by Windows, or the marks that turn the direction of reading and so disguise an extension. The joiners of Indic
// scripts are letters' parts and stay.
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** File systems take 255 bytes. */
const maxBytes = 200;

const encoder = new TextEncoder();
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name that every file system takes, made of what people wrote; never cut within a letter. */
export function safeFileName(text: string, extension: string): string {
  const clean = text.normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  let name = '';
  let bytes = 0;
  for (const { segment } of letters.segment(clean)) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    name += segment;
  }
  return `${name.replace(/[. ]+$/, '') || 'file'}.${extension}`;
}
