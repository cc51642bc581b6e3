/** One measured number. `goal` says what it should reach, for example "≤ 1.5" or "no goal: shown for comparison". */
export type BenchmarkRow = { name: string; value: number; unit: string; goal: string };
