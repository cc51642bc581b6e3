import { describe, expect, it } from 'vitest';
import { checkPhoto, profileSchema } from './schemas';

describe('profileSchema', () => {
  const profile = { full_name: 'தமிழ்ச்செல்வி', phone: '', organization: '', designation: '', location: '', bio: '' };

  it('takes a name in any script and an empty phone number', () => {
    expect(profileSchema.safeParse(profile).success).toBe(true);
  });

  it('names the field that is wrong', () => {
    const result = profileSchema.safeParse({ ...profile, full_name: ' A ', phone: 'call me' });
    expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['full_name', 'errors.fullName'],
      ['phone', 'errors.phone'],
    ]);
  });
});

describe('checkPhoto', () => {
  it('takes a picture of up to 2 MB', () => {
    expect(checkPhoto({ type: 'image/webp', size: 2 * 1024 * 1024 })).toEqual({ extension: 'webp' });
  });

  it('refuses other files and larger ones', () => {
    expect(checkPhoto({ type: 'image/svg+xml', size: 10 })).toEqual({ problem: 'wrongType' });
    expect(checkPhoto({ type: 'image/png', size: 2 * 1024 * 1024 + 1 })).toEqual({ problem: 'tooLarge' });
  });
});
