import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Lesson } from './lesson.ts';
import { fontFamily, lookOf } from './look.ts';
import { escapeHtml } from './markdown.ts';

export interface Layers {
  ground: string;
  disc: string;
  title: string;
  board: string;
  points: string[];
}

/** Draws the layers of a video as pictures of 1280 × 720, all but the ground transparent. */
export async function drawLayers(page: Page, lesson: Lesson, folder: string): Promise<Layers> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const draw = async (name: string, body: string) => {
    const path = join(folder, `${name}.png`);
    await page.setContent(html(lesson, body));
    await page.screenshot({ path, omitBackground: true });
    return path;
  };
  const kicker = `<p class="kicker">${escapeHtml(lesson.trackName)} · Module ${lesson.number} of ${lesson.total}</p>`;
  const points: string[] = [];
  for (const [index, point] of lesson.points.entries()) {
    const text = `<h3>${escapeHtml(point.headline)}</h3><p>${escapeHtml(point.sentence)}</p>`;
    points.push(
      await draw(
        `point-${index + 1}`,
        `<div class="point" style="top:${192 + index * 122}px"><b>${index + 1}</b><div>${text}</div></div>`,
      ),
    );
  }
  return {
    ground: await draw('ground', '<div class="ground"></div>'),
    disc: await draw('disc', '<div class="disc"></div>'),
    title: await draw(
      'title',
      `<div class="title">${kicker}<h1>${escapeHtml(lesson.title)}</h1><p class="lead">${escapeHtml(lesson.description)}</p></div>`,
    ),
    board: await draw('board', `<div class="board">${kicker}<h2>${escapeHtml(lesson.title)}</h2></div>`),
    points,
  };
}

function html(lesson: Lesson, body: string): string {
  const look = lookOf(lesson.track);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    * { margin: 0; box-sizing: border-box; }
    body { width: 1280px; height: 720px; overflow: hidden; position: relative; font-family: ${fontFamily}; color: #fff; }
    .ground { position: absolute; inset: 0; background: linear-gradient(125deg, ${look.deep} 20%, ${look.mid}); }
    .disc { position: absolute; left: 20px; top: 20px; width: 560px; height: 560px; border-radius: 50%; background: ${look.accent}17; }
    .disc::after { content: ''; position: absolute; inset: 110px; border-radius: 50%; background: ${look.accent}17; }
    .kicker { font-size: 21px; font-weight: 600; letter-spacing: .04em; color: ${look.accent}; }
    .title { position: absolute; inset: 0 220px 0 96px; display: flex; flex-direction: column; justify-content: center; gap: 22px; }
    h1 { font-size: 68px; line-height: 1.1; font-weight: 700; letter-spacing: -.02em; text-wrap: balance; }
    .lead { font-size: 27px; line-height: 1.45; color: #ffffffd9; text-wrap: pretty; }
    .board { position: absolute; inset: 64px 96px auto; display: grid; gap: 12px; }
    h2 { font-size: 42px; line-height: 1.15; font-weight: 700; letter-spacing: -.015em; }
    .point { position: absolute; left: 96px; right: 96px; display: flex; gap: 26px; align-items: flex-start; }
    .point b { flex: none; width: 54px; height: 54px; border-radius: 16px; background: ${look.accent}; color: ${look.deep}; font-size: 25px; display: grid; place-items: center; }
    h3 { font-size: 33px; line-height: 1.25; font-weight: 600; }
    .point p { margin-top: 5px; font-size: 25px; line-height: 1.35; color: #ffffffde; }
  </style>${body}</html>`;
}
