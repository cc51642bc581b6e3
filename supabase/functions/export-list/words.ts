import type { ImportFault } from '../_shared/db/list-rows.ts';

/*
 * What stands in the files, in one place until files are written in more languages than English. Times are India's, and the
 * title says so.
 */
export const titles = {
  students: {
    name: 'Name',
    email: 'E-mail',
    rollNo: 'Roll number',
    track: 'Track',
    state: 'Status',
    percent: 'Progress (%)',
    modulesDone: 'Modules done',
    modules: 'Modules',
    bestTest: 'Best test score (%)',
    testsPassed: 'Tests passed',
    exam: 'Exam',
    examScore: 'Exam score (%)',
    certificate: 'Certificate',
    risk: 'May need help',
    lastActive: 'Last active (India time)',
    invited: 'Invited (India time)',
    joined: 'Joined (India time)',
    assigned: 'Seat given (India time)',
  },
  leads: {
    reference: 'Reference',
    status: 'Status',
    kind: 'Kind',
    institution: 'Institution',
    contact: 'Contact',
    designation: 'Designation',
    email: 'E-mail',
    phone: 'Phone',
    website: 'Website',
    address: 'Address',
    city: 'City',
    state: 'State (GST code)',
    students: 'Expected students',
    tracks: 'Tracks',
    value: 'Estimated value (INR)',
    followUp: 'Follow up on',
    overdue: 'Overdue',
    assignee: 'Assigned to',
    enquiries: 'Enquiries',
    created: 'First enquiry (India time)',
    last: 'Last enquiry (India time)',
    closed: 'Closed (India time)',
    lostReason: 'Reason lost',
  },
  users: {
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    kind: 'Kind',
    status: 'Account',
    identity: 'Identity document',
    enrolments: 'Enrolments (newest five)',
    joined: 'Joined (India time)',
  },
  audit: {
    id: 'Entry',
    at: 'When (India time)',
    actor: 'Who',
    action: 'Action',
    subjectType: 'Kind of subject',
    subjectId: 'Id of the subject',
    subject: 'Subject',
    reason: 'Reason',
    before: 'Before',
    after: 'After',
    more: 'More',
    address: 'Network address',
    agent: 'With',
  },
  bulkResults: { row: 'Row', state: 'Result', outcome: 'What happened' },
  certificates: {
    number: 'Certificate',
    name: 'Name',
    track: 'Track',
    status: 'Status',
    issued: 'Issued on (India)',
    expires: 'Valid until (India)',
    revoked: 'Revoked on (India)',
    verify: 'Verify at',
  },
  /** Bulk enrolment knows the column by this name and leaves it out. */
  importErrors: { error: 'error' },
} as const;

export const yes = 'Yes';

/** `not_started` → `Not started`. */
export function plainWord(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const risks: Record<string, string> = {
  not_joined: 'Not joined for two weeks',
  not_started: 'Not started for two weeks',
  inactive: 'Inactive for three weeks',
  exam_failed: 'Failed, no attempt left',
};
export const riskWord = (code: string) => risks[code] ?? plainWord(code);

const reasons: Record<string, string> = {
  email_missing: 'The e-mail address is missing.',
  email_invalid: 'This is not an e-mail address.',
  email_too_long: 'This e-mail address is too long.',
  name_missing: 'The name is missing.',
  name_too_long: 'This name is too long.',
  name_invalid: 'This does not look like a name.',
  roll_no_too_long: 'This roll number is too long.',
  track_missing: 'No track is named.',
  track_unknown: 'There is no track of this name.',
  track_without_seats: 'Your institution has no seats for this track.',
  formula: 'The cell holds a formula or begins with = + - or @. Write the plain value.',
  control_character: 'The cell has a character that cannot be seen. Type the value anew.',
  cell_too_long: 'The cell holds far too much text. A quotation mark may be missing.',
  too_many_cells: 'The row has more cells than there are columns. Put a value with a comma in quotation marks.',
  too_few_cells: 'The row has fewer cells than there are columns.',
  account_not_open: 'This address belongs to an account that cannot be enrolled.',
  no_seat_left: 'No seat was left for this student.',
  seats_expired: 'The seats of this track can no longer be given.',
  cancelled: 'Enrolling was stopped before this row.',
};

export function faultSentence({ column, code, details }: ImportFault): string {
  const sentence =
    code === 'duplicate_in_file'
      ? `The same student stands in row ${details?.row ?? '?'} of the first file already.`
      : reasonSentence(code);
  return column === 'row' ? sentence : `${column}: ${sentence}`;
}

export const reasonSentence = (code: string) => reasons[code] ?? `${plainWord(code)}.`;

const outcomes: Record<string, string> = {
  enrolled: 'Enrolled.',
  already_enrolled: 'Was enrolled already.',
  extended: 'May learn longer now.',
  not_later: 'May learn longer already.',
  mail_queued: 'The mail is on its way.',
  exported: 'Is in this file.',
  account_not_found: 'Nobody has this address.',
  account_not_open: 'The account is suspended, or not that of a learner.',
  account_erased: 'The account was erased.',
  not_enrolled: 'Is not enrolled in the track.',
  invalid_day: 'The day is over.',
};

export const bulkSentence = (code: string) => outcomes[code] ?? `${plainWord(code)}.`;
