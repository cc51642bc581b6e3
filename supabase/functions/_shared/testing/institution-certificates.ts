import type { InstitutionCertificate, ListInstitutionCertificates } from '../db/institution-certificates.ts';
import { HttpError } from '../http/errors.ts';
import { person } from './fakes.ts';

export const institutionId = '3b0f6c1e-7a55-4c1b-9d8e-0c5a4b3f2d11';

export const institutionCertificate = (index: number, more: Partial<InstitutionCertificate> = {}) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  number: `AIR-2026-${String(index).padStart(8, '0')}`,
  holder_name: `Student ${index}`,
  track_name: 'AI Foundations',
  pdf_path: `somebody/${index}.pdf`,
  issued_at: '2026-04-01T04:11:00+00:00',
  expires_at: '2028-04-01T04:11:00+00:00',
  ...more,
});

/** The database's behaviour: pages by id, for a manager of the institution; `managers` may change at any time. */
export function createFakeInstitution(certificates: InstitutionCertificate[]) {
  const managers = new Set([person.id]);
  const asked: { trackId: string | null; after: string | null; limit: number }[] = [];
  const list: ListInstitutionCertificates = async (of, after, limit) => {
    asked.push({ trackId: of.trackId, after, limit });
    if (of.institutionId !== institutionId || !managers.has(of.userId)) {
      throw new HttpError(403, 'forbidden', 'You are not allowed to do this.');
    }
    return certificates.filter(({ id }) => after === null || id > after).slice(0, limit);
  };
  return { managers, asked, list };
}
