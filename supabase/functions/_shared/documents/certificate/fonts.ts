import { fileURLToPath } from 'node:url';
import { Font } from '@react-pdf/renderer';
import { fontFamilies, printableRuns, type Run, type ScriptName } from './scripts.ts';

export const sansFamily = 'Noto Sans';

const file = (name: string) => fileURLToPath(new URL(`./fonts/${name}.ttf`, import.meta.url));
const fileName = (family: string) => `${family.replaceAll(' ', '')}-Regular`;

let registered = false;

/** Registering reads nothing yet: a font's file is opened when a certificate first needs it. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  for (const family of Object.values(fontFamilies)) Font.register({ family, src: file(fileName(family)) });
  Font.register({
    family: sansFamily,
    fonts: [{ src: file('NotoSans-Regular') }, { src: file('NotoSans-Bold'), fontWeight: 700 }],
  });
  // No hyphens in names; only what is longer than any line may be cut, between characters as people see them.
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  Font.registerHyphenationCallback((word) =>
    word.length <= 28 ? [word] : [...graphemes.segment(word)].map((part) => part.segment),
  );
}

async function loadFont(script: ScriptName) {
  const fontFamily = fontFamilies[script];
  await Font.load({ fontFamily });
  const font = Font.getFont({ fontFamily }).data;
  if (!font) throw new Error(`The font ${fontFamily} could not be read`);
  return font;
}

export type MeasuredText = {
  runs: Run[];
  /** Width at a font size of one point. */
  unitWidth: number;
};

/** Splits by script and measures with the fonts that will print it. */
export async function measureText(text: string): Promise<MeasuredText> {
  registerFonts();
  const scripts = Object.keys(fontFamilies).filter((name): name is ScriptName => name in fontFamilies);
  const fonts = new Map<ScriptName, Awaited<ReturnType<typeof loadFont>>>();
  // Only the fonts whose script occurs are opened.
  const used = new Set(printableRuns(text, () => true).map((run) => run.script));
  for (const script of scripts) if (used.has(script)) fonts.set(script, await loadFont(script));
  const runs = printableRuns(text, (script, codePoint) => fonts.get(script)?.hasGlyphForCodePoint(codePoint) ?? false);
  let unitWidth = 0;
  for (const run of runs) {
    const font = fonts.get(run.script);
    if (font) unitWidth += font.layout(run.text).advanceWidth / font.unitsPerEm;
  }
  return { runs, unitWidth };
}

export type Fit = { max: number; min: number; smallest: number };

/** One line as large as it fits down to `min`, then two lines, then as small as `smallest` over several. */
export function fitFontSize(unitWidth: number, boxWidth: number, { max, min, smallest }: Fit): number {
  if (unitWidth === 0) return max;
  const oneLine = boxWidth / unitWidth;
  if (oneLine >= min) return Math.min(max, oneLine);
  // Lines do not fill evenly: reckon with nine tenths of each.
  const twoLines = (2 * 0.9 * boxWidth) / unitWidth;
  return Math.max(smallest, Math.min(min, twoLines));
}
