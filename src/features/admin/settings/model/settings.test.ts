import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-moment';
import { draftOf, readDraft, type Draft } from './setting-draft';
import { settingKeys, type SettingKey } from './setting-fields';
import { priceWithTax } from './tax-preview';

const good: Record<SettingKey, Record<string, unknown>> = {
  company: {
    name: 'AI Ready',
    address: '1 MG Road\nBengaluru',
    state: 'Karnataka',
    state_code: '29',
    gstin: '29AAGCB7383J1Z4',
    email: 'billing@example.com',
  },
  tax: { rate_percent: 18.25, sac: '999293', inclusive: true },
  policies: { submit_grace_seconds: 60, renewal_window_days: 60, order_ttl_hours: 24, exam_grace_hours: 24 },
  branding: { product_name: 'AI Ready', certificate_signatory: 'Asha', certificate_signatory_title: 'Director' },
  mail: { sender_name: '', reply_to: '' },
  maintenance: {
    active: true,
    message: 'Back at six',
    level: 'warning',
    from: '2026-12-01T12:30:00.000Z',
    until: '2026-12-01T14:30:00.000Z',
  },
};

describe('the form of a setting', () => {
  it.each(settingKeys)('gives %s back as it was', (key) => {
    expect(readDraft(key, draftOf(key, good[key]))).toEqual({ value: good[key], faults: [] });
  });

  it.each<[SettingKey, Draft, string]>([
    ['company', { name: 'A' }, 'name'],
    ['company', { gstin: '29AAGCB7383J1Z5' }, 'gstin'],
    ['company', { state_code: '27' }, 'gstin'],
    ['company', { state_code: '28' }, 'state_code'],
    ['company', { email: 'nobody' }, 'email'],
    ['tax', { rate_percent: '100.01' }, 'rate_percent'],
    ['tax', { rate_percent: '18.255' }, 'rate_percent'],
    ['tax', { rate_percent: '' }, 'rate_percent'],
    ['tax', { sac: '99929' }, 'sac'],
    ['policies', { order_ttl_hours: '0' }, 'order_ttl_hours'],
    ['policies', { order_ttl_hours: '1.5' }, 'order_ttl_hours'],
    ['branding', { product_name: 'x'.repeat(61) }, 'product_name'],
    ['mail', { reply_to: 'a@b' }, 'reply_to'],
    ['maintenance', { message: '' }, 'message'],
    ['maintenance', { until: '2026-01-01T00:00' }, 'until'],
  ])('refuses %s with %j', (key, wrong, fault) => {
    expect(readDraft(key, { ...draftOf(key, good[key]), ...wrong }).faults).toContain(fault);
  });

  it('takes a GSTIN in small letters, and no GSTIN', () => {
    const draft = draftOf('company', good.company);
    expect(readDraft('company', { ...draft, gstin: '29aagcb7383j1z4' }).value.gstin).toBe('29AAGCB7383J1Z4');
    expect(readDraft('company', { ...draft, gstin: '' }).faults).toEqual([]);
  });
});

it('keeps moments through a field of date and time', () => {
  const moment = '2026-12-01T12:30:00.000Z';
  expect(fromLocalField(toLocalField(moment))).toBe(moment);
  expect([toLocalField(null), fromLocalField('')]).toEqual(['', null]);
  expect(fromLocalField('tomorrow')).toBeUndefined();
});

it.each([
  [499_900, 18, false, { taxable: 499_900, tax: 89_982, total: 589_882 }],
  [499_900, 18, true, { taxable: 423_644, tax: 76_256, total: 499_900 }],
  [499_900, 12.5, false, { taxable: 499_900, tax: 62_488, total: 562_388 }],
  [499_900, 0, true, { taxable: 499_900, tax: 0, total: 499_900 }],
])('prices %i at %f %% (inclusive: %s) as the database does', (price, ratePercent, inclusive, expected) => {
  expect(priceWithTax(price, { ratePercent, inclusive })).toEqual(expected);
});
