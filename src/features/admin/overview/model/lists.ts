/** Figures with a list behind them, and the right that opens it beside `analytics.read`. */
export const lists = {
  registrations: 'users.read',
  paid: 'payments.read',
  refunds: 'payments.read',
  enrolments: 'users.read',
  completions: 'users.read',
  exams: 'exams.read',
  certificates: 'certificates.read',
  expiring: 'certificates.read',
} as const;

export type FigureList = keyof typeof lists;

export const isFigureList = (name: string): name is FigureList => Object.hasOwn(lists, name);
