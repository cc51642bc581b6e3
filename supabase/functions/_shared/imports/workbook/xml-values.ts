import { SaxesParser } from 'saxes';

export type XmlHandlers<T> = {
  /** Names come without their prefix, which each writer chooses. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => T | undefined;
  text?: (text: string) => void;
  close?: (name: string) => T | undefined;
};

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const name in attributes) names[localName(name)] = attributes[name] ?? '';
  return names;
}

/** Reads XML in pieces and passes on what the handlers answer, as much as a piece holds at a time. Entities of a document's own are not known, so none can grow. */
export async function* xmlValues<T>(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  handlers: XmlHandlers<T>,
): AsyncGenerator<T[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let found: T[] = [];
  const keep = (value: T | undefined) => {
    if (value !== undefined) found.push(value);
  };
  parser.on('opentag', ({ name, attributes }) => keep(handlers.open(localName(name), localNames(attributes))));
  parser.on('closetag', ({ name }) => keep(handlers.close?.(localName(name))));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    const values = found;
    found = [];
    yield values;
  }
  parser.write(decoder.decode()).close();
  yield found;
}

export async function allXmlValues<T>(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  handlers: XmlHandlers<T>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const some of xmlValues(chunks, handlers)) for (const value of some) all.push(value);
  return all;
}
