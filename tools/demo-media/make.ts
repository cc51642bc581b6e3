/**
 * Makes the demo media from the text in supabase/seeds/content: for each module a short video, its captions and
 * notes as PDF, then supabase/seeds/media/manifest.json, which says where each file goes in Storage.
 *
 *   node tools/demo-media/make.ts            every module
 *   node tools/demo-media/make.ts 304 311    only these, by number
 *
 * Needs ffmpeg with libx264, a Chromium, and the font Noto Sans. The results are committed, so nobody has to run this
 * who does not change a module.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOrInstallChromium, launchArguments } from '../browser/chromium.ts';
import { captionsFor } from './captions.ts';
import { drawSampleIdentity } from './identity.ts';
import { readLessons } from './lesson.ts';
import { writeManifest } from './manifest.ts';
import { printNotes } from './notes.ts';
import { drawLayers } from './slides.ts';
import { encodeVideo } from './video.ts';

const mediaDir = join(import.meta.dirname, '../../supabase/seeds/media');
const wanted = process.argv.slice(2);
const lessons = readLessons();
const scratch = mkdtempSync(join(tmpdir(), 'demo-media-'));
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: launchArguments() });

try {
  const page = await browser.newPage();
  for (const lesson of lessons) {
    if (wanted.length > 0 && !wanted.some((number) => lesson.name.startsWith(number))) continue;
    const folder = join(mediaDir, lesson.name);
    mkdirSync(folder, { recursive: true });
    await printNotes(page, lesson, join(folder, 'notes.pdf'));
    encodeVideo(await drawLayers(page, lesson, scratch), join(folder, 'video.mp4'));
    writeFileSync(join(folder, 'captions.vtt'), captionsFor(lesson));
    process.stdout.write(`${lesson.name}\n`);
  }
  await drawSampleIdentity(page, join(mediaDir, 'sample-identity.png'));
  writeManifest(mediaDir, lessons);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
