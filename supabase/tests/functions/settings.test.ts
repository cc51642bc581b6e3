import { beforeAll, describe, expect, it } from 'vitest';
import { gstStates } from '../../../src/lib/gst-states.ts';
import { addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { codeOf } from '../support/orders.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let staff = '';
beforeAll(async () => {
  staff = await addStaff(db, ['settings.manage']);
});

const company = {
  name: 'AI Ready Pvt Ltd',
  address: '1 MG Road\nBengaluru',
  state: 'Karnataka',
  state_code: '29',
  gstin: '29AAGCB7383J1Z4',
  email: 'billing@example.com',
};
const tax = { rate_percent: 18, sac: '999293', inclusive: false };
const policies = { submit_grace_seconds: 60, renewal_window_days: 60, order_ttl_hours: 24, exam_grace_hours: 24 };
const branding = {
  product_name: 'AI Ready',
  certificate_signatory: 'Asha Rao',
  certificate_signatory_title: 'Director',
};
const mail = { sender_name: 'AI Ready', reply_to: 'help@example.com' };
const maintenance = { active: true, message: 'We are back at six.', level: 'warning', from: null, until: null };

const versionOf = (key: string) =>
  db.value(`select to_jsonb(updated_at) #>> '{}' from public.app_settings where key = $1`, [key]);
const save = async (key: string, value: unknown, reason = 'The board decided', version?: unknown) => {
  const seen = version ?? (await versionOf(key));
  return asPerson(
    db.owner,
    { userId: staff },
    (session) => session.rows('select public.save_setting($1, $2, $3, $4)', [key, JSON.stringify(value), reason, seen]),
    { keep: true },
  );
};
const kept = (key: string) => db.value('select value from public.app_settings where key = $1', [key]);

describe('saving a setting', () => {
  it.each([
    ['company', company],
    ['company', { ...company, gstin: '' }],
    ['tax', { ...tax, rate_percent: 12.25 }],
    ['policies', { ...policies, renewal_window_days: 90 }],
    ['branding', branding],
    ['mail', mail],
    ['mail', { sender_name: '', reply_to: '' }],
    ['maintenance', maintenance],
  ])('keeps a good one (%s)', async (key, value) => {
    await save(key, value);
    expect(await kept(key)).toEqual(value);
  });

  it.each([
    ['company', { ...company, gstin: '29AAGCB7383J1Z5' }, 'invalid_gstin'],
    ['company', { ...company, gstin: '27AAGCB7383J1Z4' }, 'invalid_gstin'],
    ['company', { ...company, state_code: '28' }, 'invalid_state_code'],
    ['company', { ...company, state: 'Kerala' }, 'invalid_state'],
    ['company', { ...company, email: 'nobody' }, 'invalid_email'],
    ['company', { ...company, name: '' }, 'invalid_name'],
    ['company', { ...company, name: 'A\tB' }, 'invalid_name'],
    ['company', { ...company, name: 5 }, 'invalid_name'],
    ['company', { ...company, address: 'x'.repeat(401) }, 'invalid_address'],
    ['company', { ...company, razorpay_key: 'secret' }, 'unknown_field'],
    ['tax', { ...tax, rate_percent: 100.5 }, 'invalid_rate_percent'],
    ['tax', { ...tax, rate_percent: -1 }, 'invalid_rate_percent'],
    ['tax', { ...tax, rate_percent: 18.005 }, 'invalid_rate_percent'],
    ['tax', { ...tax, rate_percent: '18' }, 'invalid_rate_percent'],
    ['tax', { ...tax, sac: '99929' }, 'invalid_sac'],
    ['tax', { ...tax, sac: 999293 }, 'invalid_sac'],
    ['tax', { ...tax, inclusive: 'no' }, 'invalid_inclusive'],
    ['tax', { rate_percent: 18, sac: '999293' }, 'invalid_inclusive'],
    ['policies', { ...policies, submit_grace_seconds: 601 }, 'invalid_submit_grace_seconds'],
    ['policies', { ...policies, renewal_window_days: 0 }, 'invalid_renewal_window_days'],
    ['policies', { ...policies, order_ttl_hours: 1.5 }, 'invalid_order_ttl_hours'],
    ['policies', { ...policies, exam_grace_hours: null }, 'invalid_exam_grace_hours'],
    ['branding', { ...branding, product_name: 'A' }, 'invalid_product_name'],
    ['mail', { ...mail, reply_to: 'a@b' }, 'invalid_reply_to'],
    ['mail', { ...mail, sender_name: 'A\r\nBcc: x@y.example' }, 'invalid_sender_name'],
    ['maintenance', { ...maintenance, message: '' }, 'invalid_message'],
    ['maintenance', { ...maintenance, message: 'x'.repeat(301) }, 'invalid_message'],
    ['maintenance', { ...maintenance, level: 'red' }, 'invalid_level'],
    ['maintenance', { ...maintenance, from: 'tomorrow' }, 'invalid_from'],
    ['maintenance', { ...maintenance, from: '2026-02-31T00:00:00Z' }, 'invalid_from'],
    [
      'maintenance',
      { ...maintenance, from: '2026-12-02T00:00:00Z', until: '2026-12-01T00:00:00+05:30' },
      'invalid_until',
    ],
    ['tax', [], 'invalid_value'],
    ['secrets', {}, 'setting_not_found'],
  ])('refuses a bad %s %#, by the name of the field', async (key, value, code) => {
    const before = await kept(key);
    expect(await codeOf(save(key, value, 'The board decided', '2026-01-01T00:00:00Z'))).toBe(code);
    expect(await kept(key)).toEqual(before);
  });

  it('asks for a reason', async () => {
    expect(await codeOf(save('tax', tax, ' '))).toBe('reason_needed');
  });

  it('does not overwrite what somebody saved in between', async () => {
    const seen = await versionOf('tax');
    await save('tax', { ...tax, rate_percent: 5 });
    expect(await codeOf(save('tax', { ...tax, rate_percent: 12 }, 'The board decided', seen))).toBe(
      'changed_meanwhile',
    );
    expect(await kept('tax')).toMatchObject({ rate_percent: 5 });
  });

  it('leaves one entry in the audit log, with what changed and why', async () => {
    await save('branding', branding);
    const entries = () =>
      db.rows(
        `select actor, action, details from public.audit_log where subject_type = 'app_setting' and subject_id = 'branding' order by id desc`,
      );
    const before = (await entries()).length;
    await save('branding', { ...branding, product_name: 'AI Ready Two' });
    expect((await entries()).length).toBe(before + 1);
    expect((await entries())[0]).toEqual({
      actor: staff,
      action: 'setting.changed',
      details: {
        reason: 'The board decided',
        before: { product_name: 'AI Ready' },
        after: { product_name: 'AI Ready Two' },
      },
    });
    await save('branding', { ...branding, product_name: 'AI Ready Two' });
    expect((await entries()).length).toBe(before + 1);
  });

  it('records a change that was made by hand at the database', async () => {
    await db.rows(`update public.app_settings set value = value || '{"rate_percent": 28}' where key = 'tax'`);
    expect(
      await db.value(
        `select details -> 'to' ->> 'rate_percent' from public.audit_log where subject_id = 'tax' order by id desc limit 1`,
      ),
    ).toBe('28');
  });
});

it('knows the same states as the app', async () => {
  for (const { code, name } of gstStates) {
    expect(await db.value('select private.gst_state_name($1)', [code])).toBe(name);
  }
});

it('shows the notice within its time only', async () => {
  await save('maintenance', { ...maintenance, from: '2026-12-01T18:00:00+05:30', until: '2026-12-01T20:00:00+05:30' });
  const at = (moment: string) => db.value(`select private.maintenance_notice($1::timestamptz) ->> 'message'`, [moment]);
  expect(await at('2026-12-01T12:29:59Z')).toBeNull();
  expect(await at('2026-12-01T12:30:00Z')).toBe('We are back at six.');
  expect(await at('2026-12-01T14:30:00Z')).toBeNull();
  await save('maintenance', { ...maintenance, active: false });
  expect(await at('2026-12-01T12:30:00Z')).toBeNull();
});

it('gives the console every setting with the version to save it by', async () => {
  const settings = await asPerson(db.owner, { userId: staff }, (session) =>
    session.value('select public.get_settings()'),
  );
  expect(Object.keys(settings ?? {}).toSorted()).toEqual([
    'branding',
    'company',
    'mail',
    'maintenance',
    'policies',
    'tax',
  ]);
  expect(settings).toMatchObject({ mail: { value: expect.any(Object), version: await versionOf('mail') } });
});
