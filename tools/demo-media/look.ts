/** Colours and type that videos and notes share. */
interface Look {
  deep: string;
  mid: string;
  accent: string;
  ink: string;
}

const looks: Record<string, Look> = {
  'ai-foundations': { deep: '#171a45', mid: '#2f3699', accent: '#a5b4fc', ink: '#333aa6' },
  'ai-practitioner': { deep: '#06302f', mid: '#0f6b66', accent: '#7fe3d4', ink: '#0b625d' },
  'ai-leadership': { deep: '#2f1240', mid: '#6d2a8f', accent: '#e2b6f5', ink: '#6b2790' },
};

export function lookOf(track: string): Look {
  const look = looks[track];
  if (!look) throw new Error(`No look for the track ${track}`);
  return look;
}

export const fontFamily = "'Noto Sans', 'Liberation Sans', sans-serif";
