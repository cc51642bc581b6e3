import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { theme } from './theme';

const css = readFileSync('src/app/theme/tokens.css', 'utf8');
const [light = '', dark = ''] = css.slice(css.indexOf(':root')).split("[data-mantine-color-scheme='dark']");
const tokensOf = (block: string) =>
  new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]));
const schemes = { light: tokensOf(light), dark: new Map([...tokensOf(light), ...tokensOf(dark)]) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s palette', (scheme) => {
  const token = (name: string) => schemes[scheme].get(name) ?? '';
  it.each([
    ['ink', 'page'],
    ['ink', 'surface'],
    ['muted', 'page'],
    ['muted', 'surface'],
    ['muted', 'sunken'],
    ['brand-ink', 'page'],
    ['brand-ink', 'surface'],
    ['brand-ink', 'brand-soft'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-strong'],
    ['accent-ink', 'accent-soft'],
    ['good-ink', 'good-soft'],
    ['bad-ink', 'bad-soft'],
    ['bad-ink', 'page'],
    ['night-ink', 'night'],
    ['night-muted', 'night'],
  ])('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('has field borders and focus rings that can be seen', () => {
    expect(contrast(token('line-strong'), token('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(token('brand-ink'), token('page'))).toBeGreaterThanOrEqual(3);
  });
});

it('gives Mantine the same brand', () => {
  expect(theme.colors?.brand?.[6]).toBe(schemes.light.get('brand'));
  expect(theme.colors?.brand?.[5]).toBe(schemes.dark.get('brand'));
});
