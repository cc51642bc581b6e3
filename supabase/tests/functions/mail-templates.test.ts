import { beforeAll, describe, expect, it } from 'vitest';
import {
  mailPlaceholders,
  mailTemplateNames,
  mailTextFault,
} from '../../functions/_shared/contracts/mail-templates.ts';
import { addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { codeOf } from '../support/orders.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let staff = '';
beforeAll(async () => {
  staff = await addStaff(db, ['settings.manage']);
});

const call = (sql: string, values: unknown[]) =>
  asPerson(db.owner, { userId: staff }, (session) => session.value(sql, values), { keep: true });
const save = (subject: string, paragraphs: string[], version: unknown = null, template = 'exam_failed') =>
  call('select public.save_mail_template($1, $2, $3, $4, $5)', [
    template,
    subject,
    paragraphs,
    'Friendlier words',
    version,
  ]);
const versionOf = (template: string) =>
  db.value(`select to_jsonb(updated_at) #>> '{}' from public.mail_templates where template = $1`, [template]);

describe('words of a mail', () => {
  it('are kept, used by the worker, changed, and taken back', async () => {
    await save(' Your result: {{track_name}} ', ['Dear {{name}},', 'Try again.']);
    const words = () => db.value(`select public.system_mail_words('exam_failed')`);
    expect(await words()).toEqual({
      subject: 'Your result: {{track_name}}',
      paragraphs: ['Dear {{name}},', 'Try again.'],
    });
    expect(await codeOf(save('Another', ['One']))).toBe('changed_meanwhile');
    await save('Another', ['One'], await versionOf('exam_failed'));
    expect(await words()).toMatchObject({ subject: 'Another' });
    await call('select public.reset_mail_template($1, $2, $3)', [
      'exam_failed',
      'As it was',
      await versionOf('exam_failed'),
    ]);
    expect(await words()).toBeNull();
    expect(
      await db.rows(
        `select actor, action, details ->> 'reason' as reason from public.audit_log where subject_id = 'exam_failed' order by id`,
      ),
    ).toEqual([
      { actor: staff, action: 'mail_template.changed', reason: 'Friendlier words' },
      { actor: staff, action: 'mail_template.changed', reason: 'Friendlier words' },
      { actor: staff, action: 'mail_template.reset', reason: 'As it was' },
    ]);
  });

  it('know the placeholders that the worker fills', async () => {
    for (const template of mailTemplateNames) {
      expect(await db.value('select private.mail_placeholders($1)', [template])).toEqual(mailPlaceholders[template]);
    }
    expect(await codeOf(save('A', ['B'], null, 'nothing'))).toBe('template_not_found');
  });

  it.each([
    ['Hello', null],
    ['Hello {{name}} and 1 < 2', null],
    ['{{track_name}}{{name}}', null],
    ['', 'length'],
    ['x'.repeat(151), 'length'],
    ['One\nTwo', 'length'],
    ['{{password}}', 'unknown_placeholder'],
    ['{{ name }}', 'unknown_placeholder'],
    ['{{name', 'unknown_placeholder'],
    ['name}}', 'unknown_placeholder'],
    ['{{{name}}}', 'unknown_placeholder'],
    ['<b>Bold</b>', 'no_html'],
    ['</p>', 'no_html'],
    ['<script>', 'no_html'],
  ])('%j are judged alike by the form and the database', async (subject, fault) => {
    expect(mailTextFault('exam_review', subject, 150)).toBe(fault);
    const codeOfSave = async (template: string, words: [string, string[]]) =>
      save(...words, await versionOf(template), template).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    const paragraph = subject.length > 150 ? 'x'.repeat(1001) : subject;
    expect([
      await codeOfSave('exam_review', [subject, ['Fine']]),
      await codeOfSave('badge_ready', ['Fine', ['Good', paragraph]]),
    ]).toEqual(fault === 'length' ? ['invalid_subject', 'invalid_paragraphs'] : [fault, fault]);
  });

  it('have one to six paragraphs', async () => {
    expect(await codeOf(save('A', [], null, 'import_done'))).toBe('invalid_paragraphs');
    expect(await codeOf(save('A', Array<string>(7).fill('B'), null, 'import_done'))).toBe('invalid_paragraphs');
  });
});

it('queues a test for the own account, without an address, ten times in ten minutes', async () => {
  const send = () => call('select public.send_test_mail($1, $2, $3)', ['badge_ready', 'Hi {{name}}', ['One']]);
  await send();
  expect(await db.rows(`select payload from private.outbox where kind = 'email.test'`)).toEqual([
    { payload: { template: 'badge_ready', user_id: staff, words: { subject: 'Hi {{name}}', paragraphs: ['One'] } } },
  ]);
  expect(await db.value(`select count(*) from public.audit_log where action = 'mail_template.tested'`)).toBe(1);
  for (let more = 0; more < 9; more += 1) await send();
  expect(await codeOf(send())).toBe('too_many_requests');
});

it('lets the worker alone read words, sender and addresses', async () => {
  for (const sql of [
    `select public.system_mail_words('exam_failed')`,
    'select public.system_mail_sender()',
    `select public.system_mail_recipient('${staff}')`,
  ]) {
    for (const person of [{}, { userId: staff }]) {
      expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    }
    await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql));
  }
});
