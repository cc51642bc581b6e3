export type AuditCursor = { id: number; at: string; newer: boolean };

export type AuditFilters = {
  actor: string | null;
  /** A whole code, or what stands before its dot. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Days of the person's own zone, 2026-11-25; both included. */
  from: string | null;
  to: string | null;
  cursor: AuditCursor | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const dayOf = (value: string | null): string | null =>
  value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

function cursorOf(value: string | null): AuditCursor | null {
  const [id = '', at = '', way] = value?.split('_') ?? [];
  if (!/^\d{1,15}$/.test(id) || Number.isNaN(Date.parse(at))) return null;
  return { id: Number(id), at, newer: way === 'newer' };
}

export const writeCursor = ({ id, at, newer }: AuditCursor) => `${id}_${at}${newer ? '_newer' : ''}`;

/** What the address asks for. What it says wrongly is left out. */
export function readFilters(address: URLSearchParams): AuditFilters {
  const actor = address.get('actor');
  return {
    actor: actor !== null && uuid.test(actor) ? actor : null,
    action: (address.get('action') ?? '').slice(0, 100),
    subjectType: (address.get('type') ?? '').slice(0, 60),
    subjectId: (address.get('subject') ?? '').trim().slice(0, 100),
    from: dayOf(address.get('from')),
    to: dayOf(address.get('to')),
    cursor: cursorOf(address.get('cursor')),
  };
}

export const isFiltered = ({ actor, action, subjectType, subjectId, from, to }: AuditFilters): boolean =>
  actor !== null || action !== '' || subjectType !== '' || subjectId !== '' || from !== null || to !== null;

/** When a day begins for the person, or the one after it, in UTC. */
function beginOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** As the database's functions and the file ask for it: `to` is not included. */
export const periodOf = ({ from, to }: Pick<AuditFilters, 'from' | 'to'>) => ({
  from: from === null ? undefined : beginOf(from, 0),
  to: to === null ? undefined : beginOf(to, 1),
});
