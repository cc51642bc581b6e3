type Facts = Readonly<Record<string, unknown>> | null | undefined;

const said = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What an entry of the audit log says was otherwise afterwards, field by field; `full_name` is read as "full name". */
export function changesIn(before: Facts, after: Facts): { field: string; from: string | null; to: string | null }[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !field.endsWith('_id'),
  );
  return fields.map((field) => ({
    field: field.replaceAll('_', ' '),
    from: said(before?.[field]),
    to: said(after?.[field]),
  }));
}
