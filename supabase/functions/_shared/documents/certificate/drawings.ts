import { Circle, Defs, LinearGradient, Path, Rect, Stop, Svg } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { borderStrands, colors, corners, mark, page, seal, watermark } from './artwork.ts';
import { styles } from './styles.ts';

const frame = (inset: number, stroke: string, strokeWidth: number) =>
  h(Rect, {
    x: inset,
    y: inset,
    width: page.width - 2 * inset,
    height: page.height - 2 * inset,
    fill: 'none',
    stroke,
    strokeWidth,
  });

/** Paper, braided border, corner rosettes and the faint rosette behind the text. */
export function background() {
  return h(
    Svg,
    { style: styles.art, viewBox: `0 0 ${page.width} ${page.height}`, fixed: true },
    watermark.map((d, index) => h(Path, { key: `w${index}`, d, fill: 'none', stroke: colors.wash, strokeWidth: 0.7 })),
    frame(18, colors.brandDark, 1.6),
    borderStrands.map((d, index) =>
      h(Path, {
        key: `b${index}`,
        d,
        fill: 'none',
        stroke: index === 2 ? colors.goldSoft : colors.brand,
        strokeWidth: 0.6,
      }),
    ),
    frame(42, colors.gold, 0.8),
    frame(45, colors.goldSoft, 0.4),
    corners.flatMap(({ x, y, path }, index) => [
      h(Circle, { key: `c${index}`, cx: x, cy: y, r: 12, fill: colors.paper }),
      h(Path, { key: `r${index}`, d: path, fill: colors.wash, stroke: colors.brandDark, strokeWidth: 0.7 }),
      h(Circle, { key: `d${index}`, cx: x, cy: y, r: 2.2, fill: colors.gold }),
    ]),
  );
}

export function brandMark() {
  return h(
    Svg,
    { width: 22, height: 22, viewBox: '0 0 24 24' },
    h(Path, { d: mark.tile, fill: colors.brand }),
    h(Path, { d: mark.line, fill: 'none', stroke: '#ffffff', strokeWidth: 1.8 }),
    mark.nodes.map(([cx, cy], index) => h(Circle, { key: index, cx, cy, r: 2, fill: '#ffffff' })),
  );
}

/** A thin gold line with a lozenge under the name. */
export function flourish() {
  return h(
    Svg,
    { width: 320, height: 9, viewBox: '0 0 320 9' },
    h(Path, { d: 'M0 4.5H148M172 4.5H320', stroke: colors.goldSoft, strokeWidth: 0.8, fill: 'none' }),
    h(Path, { d: 'M160 0.5L166 4.5L160 8.5L154 4.5Z', fill: colors.gold }),
  );
}

export function sealArt() {
  return h(
    Svg,
    { width: 88, height: 88, viewBox: '0 0 100 100' },
    h(
      Defs,
      {},
      h(
        LinearGradient,
        { id: 'gold', x1: '0', y1: '0', x2: '1', y2: '1' },
        h(Stop, { offset: '0', stopColor: '#e2c98f' }),
        h(Stop, { offset: '0.5', stopColor: colors.gold }),
        h(Stop, { offset: '1', stopColor: '#8f6a26' }),
      ),
    ),
    h(Path, { d: seal.edge, fill: "url('#gold')" }),
    h(Circle, { cx: 50, cy: 50, r: 39.5, fill: colors.brandDark }),
    seal.rings.map((d, index) => h(Path, { key: index, d, fill: 'none', stroke: colors.goldSoft, strokeWidth: 0.7 })),
    h(Circle, { cx: 50, cy: 50, r: 25, fill: colors.brand, stroke: colors.goldSoft, strokeWidth: 1 }),
    h(Path, {
      d: seal.tick,
      fill: 'none',
      stroke: '#ffffff',
      strokeWidth: 4.6,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
    }),
  );
}
