import { z } from 'zod';
import { paiseToRupees, rupeesToPaise } from '~/lib/format/rupees';
import type { SeatBlock } from '../schemas';

/** The database holds at most so many paise for a seat. */
const mostPaise = 2_147_483_647;
const priceOf = (text: string): number | null => {
  const paise = rupeesToPaise(text);
  return paise === null || paise > mostPaise ? null : paise;
};

/** A block as it is typed. `used`: seats that are given already; `day`: before it no other end can be chosen. */
export const seatFormSchema = (used: number, day: string, kept?: string) =>
  z.object({
    track_id: z.string().min(1, 'fault.track'),
    seats: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,6}$/, 'fault.seats')
      .refine((value) => Number(value) <= 1_000_000, 'fault.seats')
      .refine((value) => Number(value) >= used, 'fault.seatsInUse'),
    price: z.string().refine((value) => priceOf(value) !== null, 'fault.price'),
    valid_until: z
      .string()
      .refine((value) => value === kept || (/^\d{4}-\d{2}-\d{2}$/.test(value) && value >= day), 'fault.valid_until'),
  });
export type SeatForm = z.input<ReturnType<typeof seatFormSchema>>;

export const toSeatForm = (block: SeatBlock): SeatForm => ({
  track_id: block.track_id,
  seats: String(block.seats),
  price: paiseToRupees(block.price),
  valid_until: block.valid_until,
});

export const noSeats: SeatForm = { track_id: '', seats: '', price: '', valid_until: '' };

/** As the database takes it: price in paise. The form has been checked. */
export const toBlock = (form: SeatForm) => ({
  track_id: form.track_id,
  seats: Number(form.seats),
  price: priceOf(form.price) ?? 0,
  valid_until: form.valid_until,
});
