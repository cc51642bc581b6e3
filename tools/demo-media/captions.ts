import type { Lesson } from './lesson.ts';
import { captionTimes } from './timing.ts';

/** WebVTT: what the pictures say, when they say it. */
export function captionsFor(lesson: Lesson): string {
  const texts = [`${lesson.title}.`, ...lesson.points.map(({ headline, sentence }) => `${headline}: ${sentence}`)];
  const cues = captionTimes(lesson.points.length).map(
    ([start, end], index) => `${index + 1}\n${clock(start)} --> ${clock(end)}\n${texts[index] ?? ''}`,
  );
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
