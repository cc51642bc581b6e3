export const optionColumns = 20;
export const fixedColumns = [
  'kind',
  'prompt',
  'correct',
  'tolerance',
  'points',
  'negative',
  'module',
  'explanation',
] as const;
export type CsvColumn = (typeof fixedColumns)[number] | `option_${number}`;

export const optionColumn = (index: number): CsvColumn => `option_${index + 1}`;

export const knownColumns: readonly string[] = [
  ...fixedColumns,
  ...Array.from({ length: optionColumns }, (_, index) => optionColumn(index)),
];
