import { z } from 'zod';
import { paiseToRupees, rupeesToPaise } from '~/lib/format/rupees';
import type { Coupon } from '../schemas';
import { fromLocalField, toLocalField } from './local-moment';

/** What the form holds: texts as they were typed, amounts in rupees, moments in the person's own zone. */
export type CouponDraft = {
  code: string;
  kind: 'percent' | 'amount';
  value: string;
  max_discount: string;
  track_id: string;
  valid_from: string;
  valid_until: string;
  max_redemptions: string;
  per_user: string;
};
export type CouponField = keyof CouponDraft;

export const couponFields: readonly CouponField[] = [
  'code',
  'kind',
  'value',
  'max_discount',
  'track_id',
  'valid_from',
  'valid_until',
  'max_redemptions',
  'per_user',
];

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
const rupees = z
  .string()
  .transform((text) => rupeesToPaise(text) ?? Number.NaN)
  .pipe(z.int().min(1).max(100_000_000));
const emptyOr = <T>(schema: z.ZodType<T, string>) =>
  z.union([
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    schema,
  ]);
const moment = z
  .string()
  .transform((text) => fromLocalField(text))
  .pipe(z.string().nullable());

const shared = {
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9_-]{3,40}$/),
  track_id: z.string().transform((id) => id || null),
  valid_from: moment.pipe(z.string()),
  valid_until: moment,
  max_redemptions: emptyOr(whole(1, 1_000_000)),
  per_user: whole(1, 1000),
};
const shape = z
  .discriminatedUnion('kind', [
    z.object({ ...shared, kind: z.literal('percent'), value: whole(1, 100), max_discount: emptyOr(rupees) }),
    z.object({ ...shared, kind: z.literal('amount'), value: rupees, max_discount: z.unknown().transform(() => null) }),
  ])
  .refine(({ valid_from, valid_until }) => valid_until === null || valid_until > valid_from, {
    path: ['valid_until'],
  });
/** As it is sent: per cent or paise, moments as ISO 8601. */
export type CouponValue = z.infer<typeof shape>;

/** The coupon out of the form, or the fields that are wrong. The database judges again. */
export function readCoupon(
  draft: CouponDraft,
): { coupon: CouponValue; faults: [] } | { coupon: null; faults: CouponField[] } {
  const parsed = shape.safeParse(draft);
  if (parsed.success) return { coupon: parsed.data, faults: [] };
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return { coupon: null, faults: couponFields.filter((field) => wrong.has(field)) };
}

export const newCoupon = (now: Date): CouponDraft => ({
  code: '',
  kind: 'percent',
  value: '',
  max_discount: '',
  track_id: '',
  valid_from: toLocalField(now.toISOString()),
  valid_until: '',
  max_redemptions: '',
  per_user: '1',
});

const rupeesOf = (paise: number | null) => (paise === null ? '' : paiseToRupees(paise));

export const couponDraftOf = (coupon: Coupon): CouponDraft => ({
  code: coupon.code,
  kind: coupon.kind,
  value: coupon.kind === 'percent' ? String(coupon.value) : rupeesOf(coupon.value),
  max_discount: rupeesOf(coupon.max_discount),
  track_id: coupon.track_id ?? '',
  valid_from: toLocalField(coupon.valid_from),
  valid_until: toLocalField(coupon.valid_until),
  max_redemptions: coupon.max_redemptions === null ? '' : String(coupon.max_redemptions),
  per_user: String(coupon.per_user),
});
