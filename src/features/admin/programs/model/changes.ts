import { formatPaise } from '~/lib/format/money';
import { documentWords } from './rich-document';

export type ChangeRow = { field: string; before: string; after: string };

const prices = ['price', 'addon_price', 'renewal_price'];
const longest = 160;
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

/** A value as a person reads it; `nameOf` names a module. */
function shown(field: string, value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'content') return shortened(documentWords(value).replace(/\s+/g, ' ').trim());
  if (prices.includes(field) && typeof value === 'number') return formatPaise(value);
  if (Array.isArray(value)) {
    return value.map((entry) => (field === 'modules' ? nameOf(String(entry)) : String(entry))).join(' · ');
  }
  return shortened(String(value));
}

/** What publishing will change, field by field. */
export function changeRows(
  live: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
  nameOf: (id: string) => string,
): ChangeRow[] {
  return Object.keys(changes).map((field) => ({
    field,
    before: shown(field, live[field], nameOf),
    after: shown(field, changes[field], nameOf),
  }));
}
