import { importProblemSchema, rowFaultCodeSchema } from '@contracts/bulk-enrol.ts';

export const faultCodes = rowFaultCodeSchema.options;

/** Why a row got no seat: what was wrong with it, or what happened on the way. */
export const reasonCodes = [...faultCodes, 'no_seat_left', 'seats_expired', 'cancelled'] as const;

export const problemCodes = importProblemSchema.options;

/** What the server says to an upload or to a button; the rest is said as everywhere. */
export const actionCodes = [
  'file_missing',
  'track_without_seats',
  'import_not_ready',
  'nothing_to_enrol',
  'import_finished',
  'import_running',
  'too_many_requests',
] as const;

/** The code when it has words of its own, else `other`: a server may be newer than the page. */
export function wordsFor<Code extends string>(codes: readonly Code[], code: string | null): Code | 'other' {
  return codes.find((each) => each === code) ?? 'other';
}
