import { z } from 'zod';
import { gstStates } from '~/lib/gst-states';
import { isGstin } from '~/lib/gstin';
import { fromLocalField, toLocalField } from './local-moment';
import { settingFields, type Field, type FieldName, type SettingKey } from './setting-fields';

/** What the form holds: texts as they were typed. */
export type Draft = Partial<Record<FieldName, string | boolean>>;
export type SettingValue = Record<string, string | number | boolean | null>;

const typed = z.string().catch('');
const emailShape = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/;

function kept(field: Field, value: unknown): string | boolean {
  if (field.kind === 'flag') return value === true;
  if (field.kind === 'moment') return toLocalField(typeof value === 'string' ? value : null);
  if (field.kind === 'level') return value === 'warning' ? 'warning' : 'info';
  return typeof value === 'number' ? String(value) : typed.parse(value);
}

export const draftOf = (key: SettingKey, value: Readonly<Record<string, unknown>>): Draft =>
  Object.fromEntries(settingFields[key].map((field) => [field.name, kept(field, value[field.name])]));

const line = (text: string) => !/[\p{Cc}\u2028\u2029]/u.test(text);

/** One field as it is sent; `undefined` when it is wrong. */
function read(field: Field, draft: Draft): SettingValue[string] | undefined {
  const raw = draft[field.name];
  const text = typeof raw === 'string' ? raw.trim() : '';
  switch (field.kind) {
    case 'flag':
      return raw === true;
    case 'moment':
      return fromLocalField(text);
    case 'level':
      return text === 'info' || text === 'warning' ? text : undefined;
    case 'state':
      return gstStates.some(({ code }) => code === text) ? text : undefined;
    case 'digits':
      return /^\d+$/.test(text) && text.length === field.length ? text : undefined;
    case 'number': {
      const shape = field.decimals === 0 ? /^\d+$/ : /^\d+(\.\d{1,2})?$/;
      const number = Number(text);
      return shape.test(text) && number >= field.min && number <= field.max ? number : undefined;
    }
    default: {
      const good = text.length >= field.min && text.length <= field.max;
      if (!good || !line(field.kind === 'lines' ? text.replaceAll('\n', '') : text)) return undefined;
      if (field.kind === 'email' && text !== '' && !emailShape.test(text)) return undefined;
      return text;
    }
  }
}

/** The whole setting out of the form, or the fields that are wrong. The database judges again. */
export function readDraft(key: SettingKey, draft: Draft): { value: SettingValue; faults: FieldName[] } {
  const value: SettingValue = {};
  const faults: FieldName[] = [];
  for (const field of settingFields[key]) {
    const sent = read(field, draft);
    if (sent === undefined) faults.push(field.name);
    else value[field.name] = sent;
  }
  if (key === 'company') {
    const { state_code, gstin } = value;
    value.state = gstStates.find(({ code }) => code === state_code)?.name ?? '';
    if (typeof gstin === 'string' && gstin !== '') {
      value.gstin = gstin.toUpperCase();
      if (!isGstin(gstin.toUpperCase()) || !gstin.startsWith(String(state_code))) faults.push('gstin');
    }
  }
  if (key === 'maintenance') {
    const { active, message, from, until } = value;
    if (active === true && message === '') faults.push('message');
    if (typeof from === 'string' && typeof until === 'string' && until <= from) faults.push('until');
  }
  return { value, faults };
}
