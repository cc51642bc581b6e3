/** Vector ornaments, drawn once when the module loads. All numbers are points of an A4 page laid across. */
export const page = { width: 841.89, height: 595.28 };

export const colors = {
  ink: '#1c1f3b',
  brand: '#3b3ba7',
  brandDark: '#26276b',
  gold: '#b48a3c',
  goldSoft: '#d9c08a',
  muted: '#5b5f7a',
  wash: '#ecebf7',
  paper: '#fffdf8',
};

const round = (value: number) => Math.round(value * 100) / 100;

/** A spirograph line as on banknotes: a circle that swings `petals` times. */
function rosette(cx: number, cy: number, radius: number, swing: number, petals: number, phase: number, steps = 240) {
  const points: string[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps) * 2 * Math.PI;
    const r = radius + swing * Math.cos(petals * angle + phase);
    points.push(`${round(cx + r * Math.cos(angle))} ${round(cy + r * Math.sin(angle))}`);
  }
  return `M${points.join('L')}Z`;
}

/** Two strands that cross each other along an edge. */
function braid(x1: number, y1: number, x2: number, y2: number, swing: number, phase: number) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const waves = Math.round(length / 26);
  const steps = waves * 8;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const points: string[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const along = (step / steps) * length;
    const across = swing * Math.sin((step / steps) * waves * 2 * Math.PI + phase);
    points.push(`${round(x1 + ux * along - uy * across)} ${round(y1 + uy * along + ux * across)}`);
  }
  return `M${points.join('L')}`;
}

function edges(inset: number, swing: number, phase: number) {
  const { width, height } = page;
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  return [
    braid(left, top, right, top, swing, phase),
    braid(left, bottom, right, bottom, swing, phase),
    braid(left, top, left, bottom, swing, phase),
    braid(right, top, right, bottom, swing, phase),
  ].join('');
}

export const borderStrands = [edges(30, 4.2, 0), edges(30, 4.2, Math.PI), edges(30, 2.1, Math.PI / 2)];

/** Faint and large behind the text, one path per strand. */
export const watermark = Array.from({ length: 8 }, (_, index) =>
  rosette(page.width / 2, 300, 118 + index * 12, 14, 18, (index * Math.PI) / 8, 270),
);

const corner = (cx: number, cy: number) => rosette(cx, cy, 7.5, 3.4, 8, 0, 96);
export const corners = [
  [30, 30],
  [page.width - 30, 30],
  [30, page.height - 30],
  [page.width - 30, page.height - 30],
].map(([x = 0, y = 0]) => ({ x, y, path: corner(x, y) }));

/** The seal in a box of 100 × 100: scalloped edge, rings, laurel-like rays and a tick. */
function scallop(radius: number, teeth: number, depth: number) {
  return rosette(50, 50, radius, depth, teeth, 0, teeth * 12);
}
export const seal = {
  edge: scallop(45, 28, 1.8),
  rings: [rosette(50, 50, 33, 3.4, 18, 0, 216), rosette(50, 50, 33, 3.4, 18, Math.PI, 216)],
  tick: 'M37.5 50.5L46.5 60L64 40.5',
};

/** The mark beside the name: a rising path of three nodes in a rounded square of 24 × 24. */
export const mark = {
  tile: 'M6 0H18A6 6 0 0 1 24 6V18A6 6 0 0 1 18 24H6A6 6 0 0 1 0 18V6A6 6 0 0 1 6 0Z',
  line: 'M6.5 17.2L12 7L17.5 17.2M8.6 13.6H15.4',
  nodes: [
    [12, 7],
    [6.5, 17.2],
    [17.5, 17.2],
  ] as const,
};
