type Enrolment = { track_id: string; status: string };

/** Enrolments that give access. Whether time ran out is the server's to say. */
export function openEnrolments<T extends Enrolment>(enrolments: readonly T[]): T[] {
  return enrolments.filter(({ status }) => status === 'active' || status === 'completed');
}

/** The open enrolment for the wanted track if it is among those possible, else the first that is; null when none is. */
export function pickEnrolment<T extends Enrolment>(
  enrolments: readonly T[],
  wanted: string | null,
  possible?: readonly string[],
): T | null {
  const candidates = openEnrolments(enrolments).filter(
    ({ track_id }) => possible === undefined || possible.includes(track_id),
  );
  return candidates.find(({ track_id }) => track_id === wanted) ?? candidates[0] ?? null;
}
