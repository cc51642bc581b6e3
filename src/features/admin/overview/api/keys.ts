import type { FigureList } from '../model/lists';
import type { Period } from '../model/period';

export type Question = Pick<Period, 'from' | 'to'> & { track: string | null };

export const overviewKeys = {
  all: ['admin-overview'] as const,
  figures: (question: Question) => [...overviewKeys.all, 'figures', question] as const,
  rows: (list: FigureList, question: Question) => [...overviewKeys.all, 'rows', list, question] as const,
};
