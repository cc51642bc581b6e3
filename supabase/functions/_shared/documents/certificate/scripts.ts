/** Which font prints which script. Latin, Greek and Cyrillic are in the first. */
export const fontFamilies = {
  latin: 'Noto Serif Display',
  devanagari: 'Noto Serif Devanagari',
  tamil: 'Noto Serif Tamil',
  bengali: 'Noto Serif Bengali',
  gujarati: 'Noto Serif Gujarati',
  gurmukhi: 'Noto Serif Gurmukhi',
  kannada: 'Noto Serif Kannada',
  malayalam: 'Noto Serif Malayalam',
  telugu: 'Noto Serif Telugu',
  odia: 'Noto Sans Oriya',
  arabic: 'Noto Naskh Arabic',
} as const;

export type ScriptName = keyof typeof fontFamilies;
export type Run = { script: ScriptName; text: string };

const patterns: [ScriptName, RegExp][] = [
  ['latin', /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['bengali', /\p{Script=Bengali}/u],
  ['gujarati', /\p{Script=Gujarati}/u],
  ['gurmukhi', /\p{Script=Gurmukhi}/u],
  ['kannada', /\p{Script=Kannada}/u],
  ['malayalam', /\p{Script=Malayalam}/u],
  ['telugu', /\p{Script=Telugu}/u],
  ['odia', /\p{Script=Oriya}/u],
  ['arabic', /\p{Script=Arabic}/u],
];

/** Signs that only shape their neighbour (joiners, variation selectors) have no glyph and are kept with it. */
const shaping = /\p{Join_Control}|\p{Variation_Selector}/u;
const joinsNeighbour = /\p{Script=Common}|\p{Script=Inherited}/u;

/** Letters of one script together, so that each run is shaped by the font that knows it. */
export function toRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const character of text.normalize('NFC')) {
    const own = patterns.find(([, pattern]) => pattern.test(character))?.[0];
    const last = runs.at(-1);
    const script = own ?? (joinsNeighbour.test(character) ? last?.script : undefined) ?? 'latin';
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}

/** Leaves out what the run's font cannot print: better a name without its emoji than one with an empty box. */
export function printableRuns(text: string, hasGlyph: (script: ScriptName, codePoint: number) => boolean): Run[] {
  const clean = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return toRuns(clean)
    .map((run) => ({
      ...run,
      text: [...run.text].filter((c) => shaping.test(c) || hasGlyph(run.script, c.codePointAt(0) ?? 0)).join(''),
    }))
    .filter((run) => run.text !== '');
}
