import type { Enrolment, Person, PersonDetail, PersonList } from '~/features/admin/users/schemas';

/** A person for tests of the console, which say what matters to them. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: '00000000-0000-4000-8000-000000000201',
  full_name: 'Asha Rao',
  email: 'asha@example.com',
  phone: '+919845012345',
  kind: 'learner',
  status: 'active',
  joined_at: '2026-03-01T06:00:00Z',
  identity: 'none',
  enrolments: [{ track_name: 'AI Foundations', state: 'active' }],
  ...given,
});

export const aPersonDetail = (given: Partial<PersonDetail> = {}): PersonDetail => ({
  ...aPerson(),
  organization: null,
  designation: null,
  location: null,
  bio: null,
  beyond_reach: null,
  last_sign_in_at: null,
  email_confirmed: true,
  document: null,
  certified: false,
  institutions: [],
  ...given,
});

export const anEnrolment = (given: Partial<Enrolment> = {}): Enrolment => ({
  id: '00000000-0000-4000-8000-000000000301',
  track_id: 'ai-foundations',
  track_name: 'AI Foundations',
  source: 'payment',
  state: 'active',
  enrolled_at: '2026-03-01T06:00:00Z',
  expires_at: '2027-03-01T18:29:59Z',
  attempts_included: 2,
  attempts_added: 1,
  attempts_used: 1,
  extra_time_percent: 0,
  modules_total: 4,
  modules_completed: 1,
  percent: 25,
  institution_name: null,
  ...given,
});

export const aPage = (rows: Person[], given: Partial<PersonList> = {}): PersonList => ({
  rows,
  previous: null,
  next: null,
  total: rows.length,
  total_capped: false,
  ...given,
});
