export const importColumns = ['email', 'full_name', 'roll_no', 'track'] as const;
export type ImportColumn = (typeof importColumns)[number];
