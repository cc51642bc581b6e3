const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/** The name of an encoding as editors write it. */
export const encodingName = (encoding: string): string => encodings[encoding.toLowerCase()] ?? encoding;

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** Which word stands for the sign between two columns; null for one without a word. */
export function delimiterWord(delimiter: string) {
  return Object.entries(delimiters).find(([sign]) => sign === delimiter)?.[1] ?? null;
}
