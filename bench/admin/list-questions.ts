import { eventId, institutionId, jobId, personId, rows, whenOf } from './fill-console.ts';

const middle = rows / 2;
const cursor = (value: object) => `'${JSON.stringify(value)}'::jsonb`;

/** What the console asks of each long list: the page that it opens with, one in the middle, and one under filters. */
export const listQuestions: Record<string, { first: string; middle: string; filtered: string[] }> = {
  users: {
    first: 'select public.list_users()',
    middle: `select public.list_users(p_after => ${cursor({ id: personId(middle) })})`,
    filtered: [
      `select public.list_users(p_search => 'sharma 12345')`,
      `select public.list_users(p_search => 'priya')`,
      `select public.list_users(p_search => 'as')`,
      `select public.list_users(p_search => '9800012345')`,
      `select public.list_users(p_search => 'AIR-2026-00012')`,
      `select public.list_users(p_status => 'suspended')`,
      `select public.list_users(p_track_id => 'track-3', p_enrolment => 'revoked', p_sort => 'name')`,
      `select public.list_users(p_identity => 'waiting', p_search => 'kabir')`,
    ],
  },
  institutions: {
    first: 'select public.list_institutions()',
    middle: `select public.list_institutions(p_after => ${cursor({ id: institutionId(middle) })})`,
    filtered: [
      `select public.list_institutions(p_search => 'sharma 12345')`,
      `select public.list_institutions(p_search => 'menon')`,
      `select public.list_institutions(p_status => 'suspended')`,
      `select public.list_institutions(p_kind => 'school')`,
    ],
  },
  audit: {
    first: 'select public.list_audit()',
    middle: `select public.list_audit(p_after => ${cursor({ at: whenOf(middle), id: middle })})`,
    filtered: [
      `select public.list_audit(p_action => 'role.granted')`,
      `select public.list_audit(p_actor => '${personId(rows - 2)}', p_action => 'enrolment')`,
      `select public.list_audit(p_subject_type => 'profile', p_subject_id => '${personId(middle)}')`,
      `select public.list_audit(p_from => '${whenOf(middle)}', p_to => '${whenOf(middle + 1000)}')`,
    ],
  },
  outbox: {
    first: 'select public.list_outbox()',
    middle: `select public.list_outbox(p_after => ${cursor({ at: whenOf(middle), id: jobId(middle) })})`,
    filtered: [
      `select public.list_outbox(p_status => 'dead')`,
      `select public.list_outbox(p_status => 'dead', p_kind => 'email.send')`,
      `select public.list_outbox(p_search => 'mailbox 12')`,
    ],
  },
  inbox: {
    first: 'select public.list_webhook_events()',
    middle: `select public.list_webhook_events(p_after => ${cursor({ at: whenOf(middle), id: eventId(middle) })})`,
    filtered: [
      `select public.list_webhook_events(p_provider => 'talview')`,
      `select public.list_webhook_events(p_search => 'not known')`,
    ],
  },
};

/** The last thirty days, the last year, and all time beside as long before; the second for one track. */
export const overviewQuestions = {
  overview_ms: `select public.admin_overview('2027-10-27', '2027-11-25')`,
  overview_year_ms: `select public.admin_overview('2026-11-26', '2027-11-25', 'track-3')`,
};
