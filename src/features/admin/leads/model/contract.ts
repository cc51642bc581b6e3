import { z } from 'zod';
import { leadKinds, type LeadDetail } from '../schemas';
import { yearLater } from './days';
import { paiseToRupees, rupeesToPaise } from '~/lib/format/rupees';

// Messages are keys of the `leads` texts.
const required = (max: number, message: string) => z.string().trim().min(1, message).max(max, 'fault.tooLong');
const email = z.string().trim().toLowerCase().pipe(z.email('fault.email'));

const institutionSchema = z
  .object({
    kind: z.enum(leadKinds),
    name: required(200, 'fault.institution_name'),
    contact_name: z.string().trim().max(200, 'fault.tooLong'),
    contact_email: email,
    contact_phone: z.string().trim().max(40, 'fault.tooLong'),
    address: z.string().trim().max(1000, 'fault.tooLong'),
    state: z.string(),
    gstin: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(?:\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9])?$/, 'fault.gstin'),
  })
  .refine(({ gstin, state }) => gstin === '' || gstin.startsWith(state), {
    path: ['gstin'],
    message: 'fault.gstinState',
  });

const seatsSchema = (day: string) =>
  z.object({
    /** Tells lines apart while they are edited. */
    key: z.string(),
    track_id: z.string().min(1, 'fault.track'),
    seats: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,6}$/, 'fault.seats')
      .refine((value) => Number(value) <= 1_000_000, 'fault.seats'),
    price: z.string().refine((value) => paiseOf(value) !== null, 'fault.price'),
    valid_until: z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= day, 'fault.valid_until'),
  });

/** The form of a conversion; `day` is today in India, before which no seat can end. */
export const contractFormSchema = (day: string) =>
  z.object({
    institution: institutionSchema,
    seats: z.array(seatsSchema(day)).min(1, 'fault.seats').max(50, 'fault.seats'),
    manager: z.object({ full_name: required(200, 'fault.contact_name'), email }),
  });
export type ContractForm = z.input<ReturnType<typeof contractFormSchema>>;
export type SeatLine = ContractForm['seats'][number];

/** A price per seat as the database keeps it: it holds at most 2,147,483,647 paise. */
function paiseOf(text: string): number | null {
  const paise = rupeesToPaise(text);
  return paise === null || paise > 2_147_483_647 ? null : paise;
}

type Offer = { id: string; price: number };

/** A line for a track at its list price; the agreed one is typed over it. */
export const seatLine = (track: Offer | undefined, seats: number | null, day: string): SeatLine => ({
  key: crypto.randomUUID(),
  track_id: track?.id ?? '',
  seats: seats === null ? '' : String(seats),
  price: track === undefined ? '' : paiseToRupees(track.price),
  valid_until: yearLater(day),
});

/** What the enquiry says already, a line for each track that it asked for. */
export function toContractForm(lead: LeadDetail, tracks: Offer[], day: string): ContractForm {
  const wanted = tracks.filter(({ id }) => lead.track_ids.includes(id));
  const offered = wanted.length > 0 ? wanted : [tracks[0]];
  return {
    institution: {
      kind: lead.kind,
      name: lead.institution_name,
      contact_name: lead.contact_name,
      contact_email: lead.contact_email,
      contact_phone: lead.contact_phone,
      address: [lead.address, lead.city].filter(Boolean).join(', '),
      state: lead.state ?? '',
      gstin: '',
    },
    seats: offered.map((track) => seatLine(track, lead.expected_students, day)),
    manager: { full_name: lead.contact_name, email: lead.contact_email },
  };
}

/** Paise that a line comes to, before tax; null while it cannot be said. */
export function lineTotal({ seats, price }: Pick<SeatLine, 'seats' | 'price'>): number | null {
  const paise = paiseOf(price);
  const count = /^\d{1,7}$/.test(seats.trim()) ? Number(seats) : null;
  if (paise === null || count === null) return null;
  const total = count * paise;
  return Number.isSafeInteger(total) ? total : null;
}

export function contractSum(lines: readonly Pick<SeatLine, 'seats' | 'price'>[]): { seats: number; total: number } {
  return lines.reduce(
    (sum, line) => {
      const total = lineTotal(line);
      return total === null ? sum : { seats: sum.seats + Number(line.seats), total: sum.total + total };
    },
    { seats: 0, total: 0 },
  );
}

export type Contract = ReturnType<typeof toContract>;

/** As `convert_lead` takes it. What is left empty is sent as none, so that it is not taken from the lead. */
export function toContract(form: ContractForm, day: string) {
  const { institution, seats, manager } = contractFormSchema(day).parse(form);
  return {
    institution,
    seats: seats.map((line) => ({
      track_id: line.track_id,
      seats: Number(line.seats),
      price: paiseOf(line.price) ?? 0,
      valid_until: line.valid_until,
    })),
    manager,
  };
}

const places: Record<string, string> = {
  invalid_name: 'institution.name',
  invalid_kind: 'institution.kind',
  invalid_state: 'institution.state',
  invalid_gstin: 'institution.gstin',
  invalid_seats: 'seats',
  invalid_price: 'seats',
  invalid_valid_until: 'seats',
  track_not_found: 'seats',
  invalid_email: 'manager.email',
  account_is_staff: 'manager.email',
  invalid_full_name: 'manager.full_name',
};

/** The field that the server means by a refusal; null when it is about the whole. */
export const placeOf = (code: string): string | null => places[code] ?? null;
