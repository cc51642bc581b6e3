import type { Certificate } from '../db/certificates.ts';
import { person } from './fakes.ts';

export const certificate: Certificate = {
  id: 'a7c1f3f0-3f5b-4a55-9a63-5c1f7f2f1a01',
  number: 'AIR-2026-000123',
  user_id: person.id,
  status: 'issued',
  holder_name: 'प्रिया शर्मा',
  track_name: 'AI Foundations',
  score: 86.5,
  issued_at: '2026-04-01T04:11:00+00:00',
  expires_at: '2028-04-01T04:11:00+00:00',
  revoked_reason: null,
  supersedes: null,
  pdf_path: null,
  credly_badge_id: null,
  email: 'priya@example.com',
  locale: 'en',
  verify_path: '/verify/AIR-2026-000123',
  track: { credly_template_id: 'template-1' },
  branding: {
    product_name: 'AI Ready Certification',
    certificate_signatory: 'Dr. Meera Krishnan',
    certificate_signatory_title: 'Director of Certification',
  },
};

/** Certificates and their files in memory. */
export function createFakeCertificates(...rows: Certificate[]) {
  const stored = new Map(rows.map((row) => [row.id, { ...row }]));
  const files = new Map<string, Uint8Array>();
  const badges: { id: string; badgeId: string; state: string }[] = [];
  return {
    stored,
    files,
    badges,
    getCertificate: async (id: string) => stored.get(id) ?? null,
    findIdByBadge: async (badgeId: string) =>
      [...stored.values()].find((row) => row.credly_badge_id === badgeId)?.id ?? null,
    uploadPdf: async (path: string, pdf: Uint8Array) => void files.set(path, pdf),
    downloadPdf: async (path: string) => {
      const file = files.get(path);
      if (!file) throw new Error(`No file ${path}`);
      return file;
    },
    openPdf: async (path: string) => {
      const file = files.get(path);
      if (!file) throw new Error(`No file ${path}`);
      return new Blob([new Uint8Array(file)]).stream();
    },
    attachPdf: async (id: string, path: string) => {
      Object.assign(stored.get(id) ?? {}, { pdf_path: path });
    },
    attachBadge: async (id: string, badge: { id: string; state: string }) => {
      badges.push({ id, badgeId: badge.id, state: badge.state });
      Object.assign(stored.get(id) ?? {}, { credly_badge_id: badge.id });
    },
  };
}
