import { type EventState, eventStates, type JobStatus, jobStatuses } from './kinds';

export type Cursor = { id: string; at: string; newer: boolean };
export type JobFilters = { status: JobStatus | null; kind: string; error: string; cursor: Cursor | null };
export type EventFilters = { provider: string; state: EventState | null; error: string; cursor: Cursor | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const among = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null;

function cursorOf(value: string | null): Cursor | null {
  const [id = '', at = '', way] = value?.split('_') ?? [];
  return uuid.test(id) && !Number.isNaN(Date.parse(at)) ? { id, at, newer: way === 'newer' } : null;
}

export const writeCursor = ({ id, at, newer }: Cursor) => `${id}_${at}${newer ? '_newer' : ''}`;

/** What the address asks for. What it says wrongly is left out. */
export const readJobFilters = (address: URLSearchParams): JobFilters => ({
  status: among(jobStatuses, address.get('status')),
  kind: (address.get('kind') ?? '').slice(0, 100),
  error: (address.get('error') ?? '').slice(0, 200),
  cursor: cursorOf(address.get('cursor')),
});

export const readEventFilters = (address: URLSearchParams): EventFilters => ({
  provider: (address.get('provider') ?? '').slice(0, 60),
  state: among(eventStates, address.get('state')),
  error: (address.get('error') ?? '').slice(0, 200),
  cursor: cursorOf(address.get('cursor')),
});
