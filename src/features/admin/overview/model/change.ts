export type Change = { direction: 'up' | 'down' | 'same'; percent: number | null };

/** Against the period before, in whole per cent; null where there was nothing to compare with. */
export function changeOf(now: number, before: number): Change {
  const direction = now === before ? 'same' : now > before ? 'up' : 'down';
  return { direction, percent: before === 0 ? null : Math.round((100 * Math.abs(now - before)) / Math.abs(before)) };
}

/** Whole per cent of the exams decided; null where none was. */
export const passRate = ({
  exams_passed,
  exams_failed,
}: {
  exams_passed: number;
  exams_failed: number;
}): number | null =>
  exams_passed + exams_failed === 0 ? null : Math.floor((100 * exams_passed) / (exams_passed + exams_failed));

/** Per cent, 0–100. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((100 * part) / whole));
