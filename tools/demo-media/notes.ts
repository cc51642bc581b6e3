import type { Page } from '@playwright/test';
import type { Lesson } from './lesson.ts';
import { fontFamily, lookOf } from './look.ts';
import { escapeHtml, markdownToHtml } from './markdown.ts';

/** Prints the module's own text as notes on A4, its key ideas first and its exercise set apart. */
export async function printNotes(page: Page, lesson: Lesson, path: string): Promise<void> {
  await page.setContent(html(lesson));
  await page.pdf({
    path,
    format: 'A4',
    tagged: true,
    printBackground: true,
    displayHeaderFooter: true,
    margin: { top: '15mm', bottom: '18mm', left: '20mm', right: '20mm' },
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="width:100%;margin:0 20mm;font:8px ${fontFamily};color:#666;display:flex;justify-content:space-between">
      <span>AI Ready Certification · ${escapeHtml(lesson.trackName)} · Module ${lesson.number}</span>
      <span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
  });
}

function html(lesson: Lesson): string {
  const look = lookOf(lesson.track);
  const [text = '', exercise = ''] = lesson.body.split('\n## Exercise\n');
  const points = lesson.points.map(
    ({ headline, sentence }) => `<li><strong>${escapeHtml(headline)}.</strong> ${escapeHtml(sentence)}</li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(lesson.title)}: notes</title><style>
    * { box-sizing: border-box; }
    body { margin: 0; font: 10.6pt/1.56 ${fontFamily}; color: #1d2033; }
    header { background: linear-gradient(120deg, ${look.deep}, ${look.mid}); color: #fff; border-radius: 10px; padding: 20px 24px 22px; }
    header p { margin: 0; font-size: 9pt; color: ${look.accent}; font-weight: 600; letter-spacing: .03em; }
    h1 { margin: 6px 0 8px; font-size: 22pt; line-height: 1.15; letter-spacing: -.01em; }
    header p.lead { color: #ffffffe0; font-weight: 400; font-size: 10.5pt; letter-spacing: 0; }
    .ideas { margin: 16px 0 4px; padding: 12px 22px 12px 40px; border-left: 4px solid ${look.ink}; background: ${look.accent}2e; border-radius: 4px 10px 10px 4px; list-style: square; }
    h2 { margin: 17px 0 5px; font-size: 13pt; color: ${look.ink}; break-after: avoid; }
    p { margin: 0 0 8px; orphans: 3; widows: 3; }
    ul, ol { margin: 0 0 8px; padding-left: 22px; }
    li { margin-bottom: 3px; }
    li::marker { color: ${look.ink}; font-weight: 600; }
    code { font-family: 'Noto Sans Mono', 'Liberation Mono', monospace; font-size: .92em; }
    .exercise { margin-top: 18px; padding: 4px 20px 10px; border: 1.5px solid ${look.ink}; border-radius: 10px; break-inside: avoid; }
    .exercise h2 { margin-top: 10px; }
    .lines { break-inside: avoid; margin-top: 18px; }
    .lines h2 { margin-bottom: 0; }
    .lines i { display: block; height: 28px; border-bottom: 1px solid #c9cbdb; }
  </style></head><body>
    <header><p>${escapeHtml(lesson.trackName)} · Module ${lesson.number} of ${lesson.total} · about ${lesson.minutes} minutes</p>
      <h1>${escapeHtml(lesson.title)}</h1><p class="lead">${escapeHtml(lesson.description)}</p></header>
    <ul class="ideas">${points.join('')}</ul>
    ${markdownToHtml(text)}
    <section class="exercise"><h2>Exercise</h2>${markdownToHtml(exercise)}</section>
    <section class="lines"><h2>My notes</h2>${'<i></i>'.repeat(6)}</section>
  </body></html>`;
}
