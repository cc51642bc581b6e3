import { VIDEO_SECONDS } from '../../supabase/seeds/build/read-content.ts';

/** The title stands alone first; then the points come one by one, each with the same time to be read. */
export const titleEnd = 3;
const readingTime = 3;

export const pointStart = (index: number) => titleEnd + 0.2 + index * readingTime;

/** [start, end] of each caption in seconds: the title, then every point. */
export function captionTimes(points: number): [number, number][] {
  const starts = [0, ...Array.from({ length: points }, (_, index) => pointStart(index))];
  return starts.map((start, index) => [start, starts[index + 1] ?? VIDEO_SECONDS]);
}
