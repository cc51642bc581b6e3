export const areas = [
  'common',
  'site',
  'policies',
  'auth',
  'registration',
  'dashboard',
  'learning',
  'tests',
  'exam',
  'certificates',
  'payments',
  'profile',
  'admin',
  'institution',
] as const;

export type Area = (typeof areas)[number];
