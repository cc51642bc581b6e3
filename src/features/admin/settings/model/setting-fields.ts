export const settingKeys = ['company', 'tax', 'policies', 'branding', 'mail', 'maintenance'] as const;
export type SettingKey = (typeof settingKeys)[number];

export type FieldName =
  | 'name'
  | 'address'
  | 'state_code'
  | 'gstin'
  | 'email'
  | 'rate_percent'
  | 'sac'
  | 'inclusive'
  | 'submit_grace_seconds'
  | 'renewal_window_days'
  | 'order_ttl_hours'
  | 'exam_grace_hours'
  | 'product_name'
  | 'certificate_signatory'
  | 'certificate_signatory_title'
  | 'sender_name'
  | 'reply_to'
  | 'active'
  | 'message'
  | 'level'
  | 'from'
  | 'until';

export type Field = { name: FieldName } & (
  | { kind: 'text' | 'lines' | 'email'; min: number; max: number }
  | { kind: 'number'; min: number; max: number; decimals: number }
  | { kind: 'digits'; length: number }
  | { kind: 'flag' | 'state' | 'moment' | 'level' }
);

const line = (name: FieldName, min: number, max: number): Field => ({ name, kind: 'text', min, max });
const whole = (name: FieldName, min: number, max: number): Field => ({ name, kind: 'number', min, max, decimals: 0 });

/** The fields of each setting with their limits, as the database judges them. */
export const settingFields: Record<SettingKey, readonly Field[]> = {
  company: [
    line('name', 2, 120),
    { name: 'address', kind: 'lines', min: 0, max: 400 },
    { name: 'state_code', kind: 'state' },
    line('gstin', 0, 15),
    { name: 'email', kind: 'email', min: 3, max: 254 },
  ],
  tax: [
    { name: 'rate_percent', kind: 'number', min: 0, max: 100, decimals: 2 },
    { name: 'sac', kind: 'digits', length: 6 },
    { name: 'inclusive', kind: 'flag' },
  ],
  policies: [
    whole('submit_grace_seconds', 0, 600),
    whole('renewal_window_days', 1, 365),
    whole('order_ttl_hours', 1, 168),
    whole('exam_grace_hours', 1, 168),
  ],
  branding: [
    line('product_name', 2, 60),
    line('certificate_signatory', 2, 80),
    line('certificate_signatory_title', 2, 120),
  ],
  mail: [line('sender_name', 0, 60), { name: 'reply_to', kind: 'email', min: 0, max: 254 }],
  maintenance: [
    { name: 'active', kind: 'flag' },
    { name: 'message', kind: 'lines', min: 0, max: 300 },
    { name: 'level', kind: 'level' },
    { name: 'from', kind: 'moment' },
    { name: 'until', kind: 'moment' },
  ],
};
