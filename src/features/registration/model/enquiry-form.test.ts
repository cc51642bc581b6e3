import { submitEnquiryRequestSchema } from '@contracts/submit-enquiry.ts';
import { describe, expect, it } from 'vitest';
import { emptyEnquiry, faultsByField, faultsOf, toEnquiry, type EnquiryForm } from './enquiry-form';

const filled: EnquiryForm = {
  ...emptyEnquiry,
  institutionName: 'Sample University',
  contactName: 'Meera Nair',
  email: ' Meera@Sample.example ',
  phone: '+91 98765-43210',
  consent: true,
};

describe('toEnquiry', () => {
  it('leaves out what was left empty', () => {
    expect(submitEnquiryRequestSchema.parse(toEnquiry('school', { ...filled, city: '  ' }))).toEqual({
      kind: 'school',
      institutionName: 'Sample University',
      contactName: 'Meera Nair',
      email: 'meera@sample.example',
      phone: '+919876543210',
      privacyVersion: expect.any(String),
      homepage: '',
    });
  });

  it.each([
    ['250', 250],
    ['1,200', 1200],
    [' 1 200 ', 1200],
    ['', undefined],
  ])('reads %j students as %j', (typed, students) => {
    expect(toEnquiry('school', { ...filled, expectedStudents: typed }).expectedStudents).toBe(students);
  });

  it.each([
    ['www.sample.example', 'https://www.sample.example'],
    ['http://sample.example/ai', 'http://sample.example/ai'],
  ])('takes the web address %s', (typed, website) => {
    expect(submitEnquiryRequestSchema.parse(toEnquiry('school', { ...filled, website: typed })).website).toBe(website);
  });
});

describe('faultsOf', () => {
  it('finds nothing wrong with the least that is needed', () => {
    expect(faultsOf('organisation', filled)).toEqual({});
  });

  it('names what is missing in the order of the page', () => {
    expect(Object.entries(faultsOf(null, emptyEnquiry))).toEqual([
      ['kind', 'missing'],
      ['institutionName', 'missing'],
      ['contactName', 'missing'],
      ['email', 'missing'],
      ['phone', 'missing'],
      ['consent', 'missing'],
    ]);
  });

  it.each([
    ['institutionName', 'S', 'invalid'],
    ['institutionName', 'x'.repeat(201), 'too_long'],
    ['contactName', 'Meera\nBcc: all@example.com', 'invalid'],
    ['email', 'meera@', 'invalid'],
    ['phone', '12', 'invalid'],
    ['phone', 'call me', 'invalid'],
    ['website', 'sample', 'invalid'],
    ['website', 'javascript:alert(1)', 'invalid'],
    ['website', 'ftp://sample.example', 'invalid'],
    ['state', 'KA', 'invalid'],
    ['expectedStudents', '0', 'invalid'],
    ['expectedStudents', 'many', 'invalid'],
    ['expectedStudents', '12.5', 'invalid'],
    ['expectedStudents', '1000001', 'too_many'],
    ['message', 'x'.repeat(2001), 'too_long'],
  ] as const)('says of %s %j that it is %s', (field, value, code) => {
    expect(faultsOf('school', { ...filled, [field]: value })).toEqual({ [field]: code });
  });
});

describe('faultsByField', () => {
  it('brings what a function found to the fields of the form, the first fault of each, and nothing else', () => {
    const found = [
      ['trackIds.2', 'invalid'],
      ['email', 'invalid'],
      ['email', 'too_long'],
      ['privacyVersion', 'missing'],
    ] as const;
    expect(faultsByField(found)).toEqual({ trackIds: 'invalid', email: 'invalid' });
  });
});
