import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const people: Record<'owner' | 'other' | 'learner' | 'manager' | 'suspended', string> = {
  owner: '',
  other: '',
  learner: '',
  manager: '',
  suspended: '',
};

beforeAll(async () => {
  await addPerson(db, { roles: ['super-admin'] });
  Object.assign(people, {
    owner: await addStaff(db, ['settings.manage']),
    other: await addStaff(db, ['coupons.manage', 'roles.manage']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    suspended: await addStaff(db, ['settings.manage']),
  });
  await addInstitution(db, [people.manager]);
  await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [people.suspended]);
});

const strangers = (): Person[] => [
  {},
  { userId: people.other },
  { userId: people.learner },
  { userId: people.manager },
  { userId: people.suspended },
];
const calls: [string, string][] = [
  ['get_settings', 'select public.get_settings()'],
  [
    'save_setting',
    `select public.save_setting('tax', '{"rate_percent": 18, "sac": "999293", "inclusive": false}', 'A reason', now())`,
  ],
  ['list_mail_templates', 'select public.list_mail_templates()'],
  [
    'save_mail_template',
    `select public.save_mail_template('exam_failed', 'A subject', array['A paragraph'], 'A reason', null)`,
  ],
  ['reset_mail_template', `select public.reset_mail_template('exam_failed', 'A reason', null)`],
  ['send_test_mail', `select public.send_test_mail('exam_failed', 'A subject', array['A paragraph'])`],
];

describe.each(calls)('%s', (_, sql) => {
  it('is for active staff with settings.manage alone', async () => {
    for (const person of strangers()) {
      expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    }
    const answered = await asPerson(db.owner, { userId: people.owner }, (session) => session.rows(sql)).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(['done', 'changed_meanwhile', 'template_not_found']).toContain(answered);
  });
});

describe('app_settings', () => {
  it('shows public ones to anyone and the others to staff with settings.manage', async () => {
    await db.rows(
      `insert into public.app_settings (key, value, public) values ('hidden', '1', false), ('shown', '1', true)`,
    );
    const sql = `select key from public.app_settings where key in ('hidden', 'shown') order by key`;
    const seen = async (userId?: string) =>
      (await asPerson(db.owner, { userId }, (session) => session.rows(sql))).map((row) => row.key);
    expect(await seen()).toEqual(['shown']);
    expect(await seen(people.learner)).toEqual(['shown']);
    expect(await seen(people.suspended)).toEqual(['shown']);
    expect(await seen(people.owner)).toEqual(['hidden', 'shown']);
  });

  it('shows visitors and learners nothing but these fields, none of them a secret', async () => {
    const sql = `select s.key || '.' || f as field from public.app_settings s, jsonb_object_keys(s.value) f
      where jsonb_typeof(s.value) = 'object' order by 1`;
    for (const person of [{}, { userId: people.learner }]) {
      const fields = (await asPerson(db.owner, person, (session) => session.rows(sql))).map(({ field }) => field);
      expect(fields).toEqual([
        'branding.certificate_signatory',
        'branding.certificate_signatory_title',
        'branding.product_name',
        'company.address',
        'company.email',
        'company.gstin',
        'company.name',
        'company.state',
        'company.state_code',
        'policies.exam_grace_hours',
        'policies.order_ttl_hours',
        'policies.renewal_window_days',
        'policies.submit_grace_seconds',
        'tax.inclusive',
        'tax.rate_percent',
        'tax.sac',
      ]);
    }
  });

  it('is written directly by nobody', async () => {
    for (const person of [...strangers(), { userId: people.owner }]) {
      for (const sql of [
        `insert into public.app_settings (key, value) values ('x', '1')`,
        'delete from public.app_settings',
        'update public.app_settings set public = true',
        `update public.app_settings set value = '{}'`,
      ]) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
      }
    }
  });
});

describe('mail_templates', () => {
  it('are seen by staff with settings.manage and written directly by nobody', async () => {
    await db.rows(
      `insert into public.mail_templates (template, subject, paragraphs) values ('exam_review', 'S', array['P'])`,
    );
    const seen = async (person: Person) =>
      (await asPerson(db.owner, person, (session) => session.rows('select template from public.mail_templates')))
        .length;
    expect(await seen({ userId: people.owner })).toBe(1);
    for (const person of strangers().slice(1)) expect(await seen(person)).toBe(0);
    for (const person of [...strangers(), { userId: people.owner }, { role: 'service_role' as const }]) {
      for (const sql of [
        `insert into public.mail_templates (template, subject, paragraphs) values ('exam_failed', 'S', array['P'])`,
        `update public.mail_templates set subject = 'X'`,
        'delete from public.mail_templates',
      ]) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
      }
    }
  });
});

describe('the notice at the top of every page', () => {
  it('is told to anybody while it stands, and its setting to nobody', async () => {
    const notice = () =>
      asPerson(db.owner, {}, async (session) => await session.value('select public.maintenance_notice()'));
    expect(await notice()).toBeNull();
    await db.rows(
      `update public.app_settings set value = '{"active": true, "message": "Tonight", "level": "info", "from": null, "until": null}' where key = 'maintenance'`,
    );
    expect(await notice()).toEqual({ message: 'Tonight', level: 'info', until: null });
    const read = `select key from public.app_settings where key in ('maintenance', 'mail')`;
    expect(await asPerson(db.owner, {}, (session) => session.rows(read))).toEqual([]);
    expect(await asPerson(db.owner, { userId: people.learner }, (session) => session.rows(read))).toEqual([]);
  });
});
