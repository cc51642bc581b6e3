import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { contractFormSchema, contractSum, lineTotal, placeOf, toContract, toContractForm } from './contract';

const day = '2026-11-25';
const tracks = [
  { id: 'ai-foundations', price: 499_900 },
  { id: 'ai-leadership', price: 1_299_950 },
];
const lead = aLeadDetail({ expected_students: 120, track_ids: ['ai-leadership'] });
const form = toContractForm(lead, tracks, day);
const faults = (changed: typeof form) =>
  contractFormSchema(day)
    .safeParse(changed)
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a conversion', () => {
  it('begins with what the enquiry says, a year of seats at the list price', () => {
    expect(form.institution).toMatchObject({ name: lead.institution_name, contact_email: lead.contact_email });
    expect(form.manager).toEqual({ full_name: lead.contact_name, email: lead.contact_email });
    expect(form.seats).toMatchObject([
      { track_id: 'ai-leadership', seats: '120', price: '12,999.50', valid_until: '2027-11-25' },
    ]);
  });

  it('offers the first track when the enquiry named none', () => {
    const open = toContractForm(aLeadDetail({ expected_students: null, track_ids: [] }), tracks, day);
    expect(open.seats).toMatchObject([{ track_id: 'ai-foundations', seats: '' }]);
  });

  it('is sent in paise and whole numbers', () => {
    const priced = { ...form, seats: form.seats.map((line) => ({ ...line, price: '1,250.50' })) };
    expect(toContract(priced, day).seats).toEqual([
      { track_id: 'ai-leadership', seats: 120, price: 125_050, valid_until: '2027-11-25' },
    ]);
  });

  it.each([
    ['seats', '0', 'fault.seats'],
    ['seats', '1.5', 'fault.seats'],
    ['price', 'free', 'fault.price'],
    ['price', '99999999', 'fault.price'],
    ['valid_until', '2026-11-24', 'fault.valid_until'],
    ['track_id', '', 'fault.track'],
  ])('is refused with the line’s %s %j', (field, value, message) => {
    expect(faults({ ...form, seats: form.seats.map((line) => ({ ...line, [field]: value })) })).toEqual([
      [`seats.0.${field}`, message],
    ]);
  });

  it('may cost nothing and end today', () => {
    expect(faults({ ...form, seats: form.seats.map((line) => ({ ...line, price: '0', valid_until: day })) })).toBe(
      undefined,
    );
  });

  it('takes a GSTIN only of the institution’s state', () => {
    const withTax = (state: string, gstin: string) =>
      faults({ ...form, institution: { ...form.institution, state, gstin } });
    expect(withTax('27', '27abcde1234f1z5')).toBe(undefined);
    expect(withTax('29', '27ABCDE1234F1Z5')).toEqual([['institution.gstin', 'fault.gstinState']]);
    expect(withTax('29', '29ABC')).toEqual([['institution.gstin', 'fault.gstin']]);
  });
});

describe('its sum', () => {
  it('leaves out what cannot be counted yet', () => {
    expect(lineTotal({ seats: '', price: '100' })).toBeNull();
    expect(
      contractSum([
        { seats: '100', price: '1,250.50' },
        { seats: 'many', price: '10' },
        { seats: '5', price: '0' },
      ]),
    ).toEqual({ seats: 105, total: 12_505_000 });
  });

  it('is the sum of seats times price, to the paisa', () => {
    const line = fc.record({
      seats: fc.integer({ min: 1, max: 10_000 }),
      paise: fc.integer({ min: 0, max: 10_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const typed = lines.map(({ seats, paise }) => ({ seats: String(seats), price: (paise / 100).toFixed(2) }));
        expect(contractSum(typed)).toEqual({
          seats: lines.reduce((sum, { seats }) => sum + seats, 0),
          total: lines.reduce((sum, { seats, paise }) => sum + seats * paise, 0),
        });
      }),
    );
  });
});

it('knows which field the server refuses', () => {
  expect(placeOf('account_is_staff')).toBe('manager.email');
  expect(placeOf('invalid_price')).toBe('seats');
  expect(placeOf('already_converted')).toBeNull();
});
