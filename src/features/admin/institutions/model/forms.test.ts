import { describe, expect, it } from 'vitest';
import type { InstitutionDetail, SeatBlock } from '../schemas';
import { changesOf, type Details, detailsSchema, toDetails } from './details';
import { seatFormSchema, toBlock, toSeatForm } from './seat-form';

const institution: InstitutionDetail = {
  id: 'i1',
  name: 'Sona University',
  kind: 'university',
  status: 'active',
  contact_name: 'Meera Iyer',
  contact_email: 'meera@sona.example',
  contact_phone: null,
  address: null,
  state: '27',
  gstin: '27AAPFU0939F1ZV',
  created_at: '2026-01-01T00:00:00Z',
  seats: 10,
  used: 4,
  left: 6,
  ends_on: '2027-03-31',
  students: 4,
  managers: 1,
  lead: null,
  blocks: [],
};
const faultsOf = (more: Partial<Details>) =>
  detailsSchema.safeParse({ ...toDetails(institution), ...more }).error?.issues.map(({ message }) => message) ?? [];

describe('details', () => {
  it('send only what was changed, cleaned, and null for what was emptied', () => {
    const typed = { ...toDetails(institution), name: ' Sona ', gstin: '', contact_phone: '+91 98450 12345' };
    expect(changesOf(typed, institution)).toEqual({ name: 'Sona', gstin: null, contact_phone: '+91 98450 12345' });
    expect(changesOf(toDetails(institution), institution)).toEqual({});
  });

  it.each<[Partial<Details>, string]>([
    [{ name: ' ' }, 'fault.name'],
    [{ contact_name: 'M' }, 'fault.contact_name'],
    [{ contact_email: 'meera' }, 'fault.email'],
    [{ contact_phone: 'ring' }, 'fault.phone'],
    [{ gstin: '27' }, 'fault.gstin'],
    [{ state: '29' }, 'fault.gstinState'],
    [{ state: '' }, 'fault.gstinState'],
  ])('%j is named as %s', (more, fault) => {
    expect(faultsOf(more)).toContain(fault);
  });
});

describe('a block of seats', () => {
  const block: SeatBlock = {
    id: 'b1',
    track_id: 'ai',
    track_name: 'AI',
    seats: 40,
    used: 12,
    price: 250_050,
    valid_until: '2026-03-31',
    valid: false,
  };
  const schema = seatFormSchema(block.used, '2026-11-25', block.valid_until);

  it('is typed in rupees and kept in paise; a day that is past may stay as it is', () => {
    expect(schema.safeParse(toSeatForm(block)).success).toBe(true);
    expect(toBlock(toSeatForm(block))).toEqual({
      track_id: 'ai',
      seats: 40,
      price: 250_050,
      valid_until: '2026-03-31',
    });
  });

  it.each<[object, string]>([
    [{ seats: '11' }, 'fault.seatsInUse'],
    [{ seats: '0' }, 'fault.seats'],
    [{ seats: '1000001' }, 'fault.seats'],
    [{ price: '-1' }, 'fault.price'],
    [{ price: '30000000' }, 'fault.price'],
    [{ valid_until: '2026-11-24' }, 'fault.valid_until'],
    [{ valid_until: '' }, 'fault.valid_until'],
    [{ track_id: '' }, 'fault.track'],
  ])('%j is named as %s', (more, fault) => {
    expect(schema.safeParse({ ...toSeatForm(block), ...more }).error?.issues.map(({ message }) => message)).toContain(
      fault,
    );
  });
});
