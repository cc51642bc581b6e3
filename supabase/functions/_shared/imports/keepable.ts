/** Control characters, turns of direction and halves of letters: Postgres refuses some in jsonb, and others hide on a screen. */
const unkeepable = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;

/** A text as given, cut to a length, for jsonb. */
export const keepable = (text: string, length: number): string => text.slice(0, length).replace(unkeepable, '\uFFFD');
