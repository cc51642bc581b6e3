export type Change =
  | { field: string; kind: 'value'; before: string | null; after: string | null }
  /** Lists are told by what came and what went. */
  | { field: string; kind: 'list'; added: string[]; removed: string[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A kept value as a person reads it; null when there is none. */
function readable(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => !isRecord(each))) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

/** `discount_percent` → `Discount percent`. */
export function fieldName(field: string): string {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null;

function changeOf(field: string, before: unknown, after: unknown): Change {
  const [old, young] = [texts(before ?? []), texts(after ?? [])];
  if (old !== null && young !== null && (Array.isArray(before) || Array.isArray(after))) {
    return {
      field,
      kind: 'list',
      added: young.filter((each) => !old.includes(each)),
      removed: old.filter((each) => !young.includes(each)),
    };
  }
  return { field, kind: 'value', before: readable(before), after: readable(after) };
}

/**
 * What an entry says of before and after, field by field, and what else it holds. Older entries say `from` and `to` of one value.
 */
export function changesOf(details: Record<string, unknown>) {
  const { before, after, from, to, ...rest } = details;
  const pairs: [unknown, unknown] = 'from' in details || 'to' in details ? [from, to] : [before, after];
  const whole = pairs.every((side) => isRecord(side) || side === undefined || side === null);
  const [old, young] = whole
    ? pairs.map((side) => (isRecord(side) ? side : {}))
    : [{ value: pairs[0] }, { value: pairs[1] }];
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(young ?? {})])];
  const changes = fields
    .map((field) => changeOf(field, old?.[field], young?.[field]))
    .filter((change) => change.kind === 'value' || change.added.length + change.removed.length > 0);
  const more = Object.entries(rest).flatMap(([field, value]) => {
    const shown = readable(value);
    return shown === null ? [] : [{ field, value: shown }];
  });
  return { changes, more };
}
