/**
 * Gap: Lite hands on what the driver gives. PostgREST answers ISO 8601 times and JSON numbers; and what Lite hands to
 * the driver for json is text already, which the driver would write as a JSON string.
 */
export const postgrestTypes = {
  timestamptz: { to: 1184, from: [1184], serialize: String, parse: (text: string) => isoTime(text) },
  timestamp: { to: 1114, from: [1114], serialize: String, parse: (text: string) => isoTime(text) },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  json: json(114),
  jsonb: json(3802),
  bytea: { to: 17, from: [17], serialize: String, parse: (text: string) => text },
};

/** `2026-04-01 09:41:00.5+00` → `2026-04-01T09:41:00.5+00:00` */
function isoTime(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
}

function json(oid: number) {
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  };
}
