import { describe, expect, it } from 'vitest';
import { detailsSchema, emailCodeSchema } from './schemas';

const details = {
  fullName: ' Priya Sharma ',
  email: ' Priya@Example.com',
  phone: '+91 98765-43210',
  organization: '',
  designation: '',
  location: '',
  password: 'ten letters',
  consent: true,
};

describe('detailsSchema', () => {
  it('trims names and addresses and takes a phone number with blanks', () => {
    const parsed = detailsSchema.parse(details);
    expect(parsed).toMatchObject({ fullName: 'Priya Sharma', email: 'priya@example.com', phone: '+919876543210' });
  });

  it.each([
    ['fullName', 'P', 'errors.fullName'],
    ['email', 'priya@', 'errors.email'],
    ['phone', '12', 'errors.phone'],
    ['phone', 'call me', 'errors.phone'],
    ['password', 'short', 'errors.password'],
    ['password', 'x'.repeat(73), 'errors.passwordLong'],
    ['password', 'अ'.repeat(25), 'errors.passwordLong'],
    ['consent', false, 'errors.consent'],
  ])('names %s when it is %j', (field, value, message) => {
    const result = detailsSchema.safeParse({ ...details, [field]: value });
    expect(result.error?.issues).toMatchObject([{ path: [field], message }]);
  });
});

describe('emailCodeSchema', () => {
  it('takes six digits and nothing else', () => {
    expect(emailCodeSchema.safeParse({ code: '012345' }).success).toBe(true);
    for (const code of ['', '12345', '1234567', '12a456', '１２３４５６'])
      expect(emailCodeSchema.safeParse({ code }).success).toBe(false);
  });
});
