import type { SeatBlock } from '../schemas';

export type TrackSeats = {
  trackId: string;
  trackName: string;
  used: number;
  /** Seats that can be given today. */
  left: number;
};

export type SeatWarning = {
  blockId: string;
  kind: 'ending' | 'ended';
  trackName: string;
  /** Seats that nobody got. */
  left: number;
  until: string;
};

const dayMs = 86_400_000;
const warnDaysBefore = 30;
const warnDaysAfter = 60;

/** The seats of each track, in the order of the blocks. Free seats of a block that has ended are not counted as left. */
export function seatsByTrack(blocks: readonly SeatBlock[]): TrackSeats[] {
  const tracks = new Map<string, TrackSeats>();
  for (const block of blocks) {
    const track = tracks.get(block.track_id);
    const left = block.valid ? block.left : 0;
    if (track === undefined) {
      tracks.set(block.track_id, { trackId: block.track_id, trackName: block.track_name, used: block.used, left });
    } else {
      track.used += block.used;
      track.left += left;
    }
  }
  return [...tracks.values()];
}

/** Days from today in India, where seats end, to a day such as 2026-12-31: 0 is today, less than 0 is past. */
export function daysUntil(day: string, now: Date): number {
  // Swedish writes dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata' }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / dayMs);
}

/** Blocks whose free seats end soon, or ended not long ago. */
export function seatWarnings(blocks: readonly SeatBlock[], now: Date): SeatWarning[] {
  return blocks.flatMap((block) => {
    const days = daysUntil(block.valid_until, now);
    if (block.left === 0 || days > warnDaysBefore || days < -warnDaysAfter) return [];
    return [
      {
        blockId: block.id,
        kind: days < 0 ? ('ended' as const) : ('ending' as const),
        trackName: block.track_name,
        left: block.left,
        until: block.valid_until,
      },
    ];
  });
}
