import { describe, expect, it } from 'vitest';
import { certificate, createFakeCertificates } from '../../testing/certificates.ts';
import { job, permanence } from '../../testing/jobs.ts';
import type { Badge, IssueBadge } from '../../vendors/credly/port.ts';
import { createIssueBadge } from './issue-badge.ts';
import { createReadBadgeEvent } from './read-badge-event.ts';
import { createRevokeBadge } from './revoke-badge.ts';

const appUrl = 'https://certify.example.com';
const ofCertificate = job({ certificate_id: certificate.id });

/** A Credly with a memory; refuses a second badge for the same address as the real one does. */
function createFakeCredly() {
  const badges: (Badge & { email: string; live: boolean })[] = [];
  const live = (earner: string) => badges.findLast((badge) => badge.issuerEarnerId === earner && badge.live) ?? null;
  const add = (wanted: IssueBadge, earner: string) => {
    const badge = {
      id: `badge-${badges.length + 1}`,
      state: 'pending' as const,
      url: 'https://credly.test/b',
      issuerEarnerId: earner,
    };
    badges.push({ ...badge, email: wanted.email, live: true });
    return badge;
  };
  return {
    badges,
    findBadge: async (earner: string) => live(earner),
    issueBadge: async (wanted: IssueBadge) =>
      badges.some(({ email, live: isLive }) => isLive && email === wanted.email)
        ? null
        : add(wanted, wanted.issuerEarnerId),
    replaceBadge: async (id: string, wanted: IssueBadge) => {
      const old = badges.find((badge) => badge.id === id);
      if (old) Object.assign(old, { live: false, state: 'revoked' });
      return add(wanted, old?.issuerEarnerId ?? '');
    },
    revokeBadge: async (id: string) => {
      Object.assign(badges.find((badge) => badge.id === id) ?? {}, { live: false, state: 'revoked' });
    },
    getBadge: async (id: string) => badges.find((badge) => badge.id === id) ?? null,
    readEvent: async (id: string) =>
      id === 'unknown' ? null : { type: 'badge.state.changed', badgeId: id.replace('event-of-', '') },
  };
}

describe('credly.issue', () => {
  it('issues once, although the first run was cut off before it was noted', async () => {
    const credly = createFakeCredly();
    const first = createFakeCertificates(certificate);
    const attachBadge = async () => {
      throw new Error('crash');
    };
    const run = createIssueBadge({ credly, appUrl, certificates: { ...first, attachBadge } });
    await expect(run(ofCertificate)).rejects.toThrow('crash');
    await createIssueBadge({ credly, appUrl, certificates: first })(ofCertificate);
    await createIssueBadge({ credly, appUrl, certificates: first })(ofCertificate);
    expect(credly.badges).toHaveLength(1);
    expect(first.badges).toEqual([{ id: certificate.id, badgeId: 'badge-1', state: 'pending' }]);
  });

  it('replaces the badge of the certificate that was renewed, once', async () => {
    const credly = createFakeCredly();
    const old = { ...certificate, id: '11111111-1111-4111-8111-111111111111' };
    const certificates = createFakeCertificates(old, { ...certificate, supersedes: old.id });
    await createIssueBadge({ credly, appUrl, certificates })(job({ certificate_id: old.id }));
    const broken = { ...certificates, attachBadge: async () => Promise.reject(new Error('crash')) };
    await expect(createIssueBadge({ credly, appUrl, certificates: broken })(ofCertificate)).rejects.toThrow('crash');
    await createIssueBadge({ credly, appUrl, certificates })(ofCertificate);
    expect(credly.badges.map(({ live }) => live)).toEqual([false, true]);
    expect(certificates.stored.get(certificate.id)?.credly_badge_id).toBe('badge-2');
  });

  it('does nothing for a revoked certificate or a track without a badge', async () => {
    const credly = createFakeCredly();
    for (const more of [{ status: 'revoked' as const }, { track: { credly_template_id: null } }]) {
      await createIssueBadge({ credly, appUrl, certificates: createFakeCertificates({ ...certificate, ...more }) })(
        ofCertificate,
      );
    }
    expect(credly.badges).toEqual([]);
  });

  it('gives up on what trying again cannot mend', async () => {
    const credly = createFakeCredly();
    const unknown = createIssueBadge({ credly, appUrl, certificates: createFakeCertificates() });
    expect(await permanence(unknown(ofCertificate))).toBe(true);
    expect(await permanence(unknown(job({ certificate_id: 'x' })))).toBe(true);
    const erased = createFakeCertificates({ ...certificate, email: null });
    expect(await permanence(createIssueBadge({ credly, appUrl, certificates: erased })(ofCertificate))).toBe(true);
  });
});

describe('credly.revoke and credly.read_event', () => {
  it('revokes and notes the state as Credly has it', async () => {
    const credly = createFakeCredly();
    const certificates = createFakeCertificates(certificate);
    await createIssueBadge({ credly, appUrl, certificates })(ofCertificate);
    await createRevokeBadge({ credly, certificates })(ofCertificate);
    expect(certificates.badges.at(-1)).toMatchObject({ badgeId: 'badge-1', state: 'revoked' });
  });

  it("reads the badge's own state, and finds the certificate even before the badge was noted", async () => {
    const credly = createFakeCredly();
    await credly.issueBadge({ ...wantedBadge, issuerEarnerId: certificate.id });
    const certificates = createFakeCertificates(certificate);
    await createReadBadgeEvent({ credly, certificates })(job({ event_id: 'event-of-badge-1' }));
    expect(certificates.badges).toEqual([{ id: certificate.id, badgeId: 'badge-1', state: 'pending' }]);
  });

  it('takes a hint about nothing, or about a badge that is not ours, without a fault', async () => {
    const credly = createFakeCredly();
    await credly.issueBadge({ ...wantedBadge, issuerEarnerId: 'somebody-else' });
    const certificates = createFakeCertificates(certificate);
    for (const event_id of ['unknown', 'event-of-badge-9', 'event-of-badge-1']) {
      await createReadBadgeEvent({ credly, certificates })(job({ event_id }));
    }
    expect(certificates.badges).toEqual([]);
  });
});

const wantedBadge: IssueBadge = {
  templateId: 't',
  issuerEarnerId: '',
  email: 'a@example.com',
  fullName: 'A B',
  issuedAt: certificate.issued_at,
  expiresAt: null,
  locale: 'en',
  evidence: { name: '', url: '' },
};
