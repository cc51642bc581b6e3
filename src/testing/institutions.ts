import type { Institution, InstitutionDetail, SeatBlock } from '~/features/admin/institutions/schemas';

/** An institution for tests of the console, which say what matters to them. */
export const anInstitution = (given: Partial<Institution> = {}): Institution => ({
  id: '00000000-0000-4000-8000-000000000401',
  name: 'Sona University',
  kind: 'university',
  status: 'active',
  contact_name: 'Meera Iyer',
  contact_email: 'meera@sona.example',
  created_at: '2026-03-01T06:00:00Z',
  seats: 40,
  used: 12,
  left: 28,
  ends_on: '2999-03-31',
  students: 12,
  managers: 1,
  ...given,
});

const aBlock = (given: Partial<SeatBlock> = {}): SeatBlock => ({
  id: 'b1',
  track_id: 'ai-foundations',
  track_name: 'AI Foundations',
  seats: 40,
  used: 12,
  price: 250_000,
  valid_until: '2999-03-31',
  valid: true,
  ...given,
});

export const anInstitutionDetail = (given: Partial<InstitutionDetail> = {}): InstitutionDetail => ({
  ...anInstitution(),
  contact_phone: null,
  address: null,
  state: '27',
  gstin: null,
  lead: null,
  blocks: [aBlock()],
  ...given,
});
