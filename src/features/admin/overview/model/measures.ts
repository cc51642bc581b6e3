import { formatPaise } from '~/lib/format/money';

/** What the course can be looked at by. */
export const measures = ['revenue', 'registrations', 'enrolments', 'certificates'] as const;
export type Measure = (typeof measures)[number];

export const showMeasure = (measure: Measure, value: number): string =>
  measure === 'revenue' ? formatPaise(value) : value.toLocaleString('en-IN');
