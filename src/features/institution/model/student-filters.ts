import { studentProgress, studentSorts, studentStates } from '../schemas';
import { readPage } from './page-number';

/** What `state` may ask for: where students stand, or those who may need help. */
export const stateFilters = [...studentStates, 'at_risk'] as const;

export type StudentFilters = {
  search: string;
  trackId: string | null;
  state: (typeof stateFilters)[number] | null;
  progress: (typeof studentProgress)[number] | null;
  sort: (typeof studentSorts)[number];
  descending: boolean;
  /** From 1. */
  page: number;
};

export type StudentSort = StudentFilters['sort'];

const oneOf = <T extends string>(values: readonly T[], wanted: string | null | undefined): T | null =>
  values.find((each) => each === wanted) ?? null;

/** Reads the list's address; what an address cannot say is left out. `sort=-activity` is descending. */
export function readStudentFilters(address: URLSearchParams): StudentFilters {
  const sort = address.get('sort') ?? '';
  return {
    search: (address.get('q') ?? '').trim().slice(0, 200),
    trackId: address.get('track'),
    state: oneOf(stateFilters, address.get('state')),
    progress: oneOf(studentProgress, address.get('progress')),
    sort: oneOf(studentSorts, sort.replace(/^-/, '')) ?? 'name',
    descending: sort.startsWith('-'),
    page: readPage(address),
  };
}

export const isFiltered = ({ search, trackId, state, progress }: StudentFilters): boolean =>
  search !== '' || trackId !== null || state !== null || progress !== null;

/** Numbers and times are looked at from their far end first, words from A. */
const descendsFirst: Record<StudentSort, boolean> = {
  name: false,
  email: false,
  track: false,
  percent: true,
  score: true,
  activity: true,
  assigned: true,
};

/** The address of an order: chosen again, it turns round; null is the order that a list has without one. */
export function sortAddress(chosen: StudentSort, now: Pick<StudentFilters, 'sort' | 'descending'>): string | null {
  const descending = chosen === now.sort ? !now.descending : descendsFirst[chosen];
  if (chosen === 'name' && !descending) return null;
  return descending ? `-${chosen}` : chosen;
}
