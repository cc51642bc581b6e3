import { z } from 'zod';
import { mailTemplateSchema } from '@contracts/mail-templates.ts';
import { settingKeys } from './model/setting-fields';

/** A setting as it is kept; `version` says which one was seen. The form reads its fields itself. */
const settingSchema = z.object({ value: z.record(z.string(), z.unknown()), version: z.string() });
export type Setting = z.infer<typeof settingSchema>;
export const settingsSchema = z.partialRecord(z.enum(settingKeys), settingSchema);

export const ownWordsSchema = z.array(
  z.object({ template: mailTemplateSchema, subject: z.string(), paragraphs: z.array(z.string()), version: z.string() }),
);
export type OwnWords = z.infer<typeof ownWordsSchema>[number];

export const couponStatuses = ['active', 'planned', 'ended', 'used_up', 'off'] as const;
const moment = z.string();

/** Amounts in paise, a percentage as it is. */
const couponSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(['percent', 'amount']),
  value: z.int(),
  max_discount: z.int().nullable(),
  track_id: z.string().nullable(),
  track_name: z.string().nullable(),
  valid_from: moment,
  valid_until: moment.nullable(),
  max_redemptions: z.int().nullable(),
  per_user: z.int(),
  active: z.boolean(),
  version: z.string(),
  redemptions: z.int(),
  status: z.enum(couponStatuses),
});
export type Coupon = z.infer<typeof couponSchema>;
export const couponListSchema = z.object({ total: z.int(), rows: z.array(couponSchema) });

/** used: an order names it, so its code stays. */
export const couponDetailSchema = couponSchema.extend({ used: z.boolean() });
export type CouponDetail = z.infer<typeof couponDetailSchema>;

const cursorSchema = z.object({ at: z.string(), id: z.string() });
export type UseCursor = z.infer<typeof cursorSchema>;
/** people is false for who may not see payments: then nobody is named. */
export const couponUsesSchema = z.object({
  people: z.boolean(),
  rows: z.array(
    z.object({
      id: z.string(),
      at: moment,
      discount: z.int(),
      track_name: z.string(),
      user_id: z.string().nullable(),
      full_name: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  next: cursorSchema.nullable(),
});
