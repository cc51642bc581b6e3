import { cellText } from './cell-text.ts';
import { allXmlValues } from './xml-values.ts';

/** The texts that cells name by number. */
export function readSharedStrings(part: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<readonly string[]> {
  let text = '';
  let shown = false;
  let spoken = false;
  return allXmlValues<string>(part, {
    open(name) {
      if (name === 'si') text = '';
      // How an Asian text is pronounced stands beside it and is no part of it.
      if (name === 'rPh') spoken = true;
      shown = name === 't' && !spoken;
      return undefined;
    },
    text(piece) {
      if (shown) text += piece;
    },
    close(name) {
      shown = false;
      if (name === 'rPh') spoken = false;
      return name === 'si' ? cellText(text) : undefined;
    },
  });
}
