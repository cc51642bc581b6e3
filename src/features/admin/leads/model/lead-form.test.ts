import { describe, expect, it } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { changesOf, leadFormSchema, toLeadForm } from './lead-form';

const lead = aLeadDetail();

describe('the details of a lead', () => {
  it('are sent only as far as they were changed', () => {
    expect(changesOf(toLeadForm(lead), lead)).toEqual({});
    expect(changesOf({ ...toLeadForm(lead), city: ' Nashik ', expected_students: '250' }, lead)).toEqual({
      city: 'Nashik',
      expected_students: 250,
    });
  });

  it('are emptied by sending nothing', () => {
    expect(changesOf({ ...toLeadForm(lead), city: '', expected_students: '', track_ids: [] }, lead)).toEqual({
      city: null,
      expected_students: null,
      track_ids: [],
    });
  });

  it('are cleaned: a web address gets its scheme, a number loses its spaces', () => {
    const form = { ...toLeadForm(lead), website: 'example.edu/ai', contact_phone: '+91 (98) 000-00.999' };
    expect(changesOf(form, lead)).toMatchObject({ website: 'https://example.edu/ai', contact_phone: '+919800000999' });
  });

  it.each([
    ['institution_name', 'x', 'fault.institution_name'],
    ['contact_name', ' ', 'fault.contact_name'],
    ['contact_email', 'nobody', 'fault.email'],
    ['contact_phone', '123', 'fault.phone'],
    ['website', 'javascript://x', 'fault.website'],
    ['city', 'x'.repeat(121), 'fault.tooLong'],
    ['state', 'MH', 'fault.state'],
    ['expected_students', '0', 'fault.students'],
    ['expected_students', '1000001', 'fault.students'],
  ])('are refused with %s %j', (field, value, message) => {
    const parsed = leadFormSchema.safeParse({ ...toLeadForm(lead), [field]: value });
    expect(parsed.error?.issues.map(({ path, message: said }) => [path[0], said])).toContainEqual([field, message]);
  });
});
