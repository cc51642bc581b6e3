import { spawnSync } from 'node:child_process';
import { VIDEO_SECONDS } from '../../supabase/seeds/build/read-content.ts';
import type { Layers } from './slides.ts';
import { pointStart, titleEnd } from './timing.ts';

const rate = 25;

/** Lays the pictures over each other with fades, a drifting disc and a line that shows how far the video is. */
export function encodeVideo(layers: Layers, output: string): void {
  const pictures = [layers.ground, layers.disc, layers.title, layers.board, ...layers.points];
  const inputs = pictures.flatMap((path) => [
    '-loop',
    '1',
    '-framerate',
    String(rate),
    '-t',
    String(VIDEO_SECONDS),
    '-i',
    path,
  ]);
  const line = ['-f', 'lavfi', '-t', String(VIDEO_SECONDS), '-i', `color=c=white@0.75:s=1280x6:r=${rate},format=rgba`];

  const fadeIn = (start: number) => `fade=t=in:st=${start}:d=0.6:alpha=1`;
  const fadeOut = (start: number) => `fade=t=out:st=${start}:d=0.5:alpha=1`;
  const rise = (start: number) => `y='28*pow(1-clip((t-${start})/0.6,0,1),3)'`;
  const steps = [
    `[2]format=rgba,${fadeIn(0.2)},${fadeOut(titleEnd - 0.4)}[title]`,
    `[3]format=rgba,${fadeIn(titleEnd)}[board]`,
    ...layers.points.map((_, index) => `[${4 + index}]format=rgba,${fadeIn(pointStart(index))}[p${index}]`),
    `[0][1]overlay=x='790+70*sin(t*0.2)':y='-150+110*sin(t*0.1)'[g]`,
    `[g][title]overlay=${rise(0.2)}[s]`,
    '[s][board]overlay[q0]',
    ...layers.points.map((_, index) => `[q${index}][p${index}]overlay=${rise(pointStart(index))}[q${index + 1}]`),
    `[q${layers.points.length}][${pictures.length}]overlay=x='-1280+1280*t/${VIDEO_SECONDS}':y=714,format=yuv420p[out]`,
  ];
  const result = spawnSync(
    'ffmpeg',
    [
      '-y',
      '-v',
      'error',
      ...inputs,
      ...line,
      '-filter_complex',
      steps.join(';'),
      '-map',
      '[out]',
      '-t',
      String(VIDEO_SECONDS),
      '-c:v',
      'libx264',
      '-profile:v',
      'high',
      '-preset',
      'slow',
      '-crf',
      '28',
      '-g',
      '250',
      '-movflags',
      '+faststart',
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      output,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (result.status !== 0) throw new Error(`ffmpeg failed on ${output}`);
}
