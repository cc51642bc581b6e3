import type { StudentRow } from '../schemas';

/** What removing a student does to a seat: not begun, it is free again; begun, it stays with the person, and so does a certificate. */
export function fateOfSeat({ state }: Pick<StudentRow, 'state'>): 'freed' | 'kept' | 'certified' {
  if (state === 'certified') return 'certified';
  return state === 'invited' || state === 'not_started' ? 'freed' : 'kept';
}
