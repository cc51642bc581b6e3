const units = ['B', 'kB', 'MB', 'GB'] as const;

/** 640 → "640 B"; 12_700 → "12 kB"; 1_300_000 → "1.2 MB". In steps of 1024, as the limits of uploads are counted. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** step;
  return `${step >= 2 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? 'B'}`;
}
