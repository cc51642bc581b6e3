import type { StudentRow } from '../schemas';

type Dates = Pick<StudentRow, 'risk' | 'invitation_sent_at' | 'assigned_at' | 'joined_at' | 'last_active_at'>;

/** Since when a student has been waiting or silent; null where no day says it. */
export function riskDate(student: Dates): string | null {
  switch (student.risk) {
    case 'not_joined':
      return student.invitation_sent_at ?? student.assigned_at;
    case 'not_started':
      // Who joined before got the track when the seat was given.
      return student.joined_at !== null && student.joined_at > student.assigned_at
        ? student.joined_at
        : student.assigned_at;
    case 'inactive':
      return student.last_active_at;
    default:
      return null;
  }
}

/** Opens the manager's own mail program. */
export const mailLink = (email: string, subject: string): string =>
  `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
