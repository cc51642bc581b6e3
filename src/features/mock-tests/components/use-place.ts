import { useState } from 'react';

/** The question that is shown, kept for this attempt so that coming back begins where one left. */
export function usePlace(attemptId: string, total: number) {
  const key = `attempt-place:${attemptId}`;
  const [index, setIndex] = useState(() => {
    const kept = Number(read(key));
    return Number.isInteger(kept) && kept >= 0 && kept < total ? kept : 0;
  });
  const go = (next: number) => {
    if (next < 0 || next >= total) return;
    setIndex(next);
    try {
      localStorage.setItem(key, String(next));
    } catch {
      // Without storage the test begins at its first question after a reload.
    }
  };
  return [index, go] as const;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function forgetPlace(attemptId: string): void {
  try {
    localStorage.removeItem(`attempt-place:${attemptId}`);
  } catch {
    // Nothing was kept.
  }
}
