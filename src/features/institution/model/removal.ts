import type { StudentRow } from '../schemas';

/** What removing a student does to a seat: not begun, it is free again; begun, it stays with the person. */
export const isSeatFreed = ({ state }: Pick<StudentRow, 'state'>): boolean =>
  state === 'invited' || state === 'not_started';
