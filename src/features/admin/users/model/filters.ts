import { isUuid } from '~/lib/is-uuid';
import {
  accountStatuses,
  enrolmentStates,
  identityStates,
  personKinds,
  type EnrolmentState,
  type IdentityState,
  type Person,
} from '../schemas';

export const userSorts = ['joined', 'name', 'email'] as const;
export type UserSort = (typeof userSorts)[number];

/** A page begins behind a person, or ends before one; the address holds ids only, never names. */
export type Cursor = { id: string; back?: boolean };

export type UserFilters = {
  search: string;
  kind: Person['kind'] | null;
  status: Person['status'] | null;
  track: string | null;
  enrolment: EnrolmentState | null;
  identity: IdentityState | null;
  sort: UserSort;
  descending: boolean;
  cursor: Cursor | null;
};

const among = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null;

/** The newest first; names and addresses from A to Z. */
const usualWay = (sort: UserSort): boolean => sort === 'joined';

function readCursor(search: URLSearchParams): Cursor | null {
  const after = search.get('after');
  const before = search.get('before');
  if (after !== null && isUuid(after)) return { id: after };
  return before !== null && isUuid(before) ? { id: before, back: true } : null;
}

/** What the address asks for. What it does not say, or says wrongly, is the usual. */
export function readFilters(search: URLSearchParams): UserFilters {
  const sort = among(userSorts, search.get('sort')) ?? 'joined';
  const way = search.get('way');
  return {
    search: (search.get('q') ?? '').slice(0, 200),
    kind: among(personKinds, search.get('kind')),
    status: among(accountStatuses, search.get('status')),
    track: search.get('track')?.slice(0, 100) || null,
    enrolment: among(enrolmentStates, search.get('enrolment')),
    identity: among(identityStates, search.get('identity')),
    sort,
    descending: way === 'down' || way === 'up' ? way === 'down' : usualWay(sort),
    cursor: readCursor(search),
  };
}

/** The address for these filters; what is usual is left out. */
export function writeFilters(filters: UserFilters): URLSearchParams {
  const { sort, descending, cursor } = filters;
  const entries: [string, string | null][] = [
    ['q', filters.search.trim() || null],
    ['kind', filters.kind],
    ['status', filters.status],
    ['track', filters.track],
    ['enrolment', filters.enrolment],
    ['identity', filters.identity],
    ['sort', sort === 'joined' ? null : sort],
    ['way', descending === usualWay(sort) ? null : descending ? 'down' : 'up'],
    [cursor?.back === true ? 'before' : 'after', cursor?.id ?? null],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Another filter or order begins at its first page. */
export const changeFilters = (filters: UserFilters, change: Partial<UserFilters>): UserFilters => ({
  ...filters,
  cursor: null,
  ...change,
});

/** The same order the other way round, or another order in its usual way. */
export const sortBy = (filters: UserFilters, sort: UserSort): Pick<UserFilters, 'sort' | 'descending'> => ({
  sort,
  descending: filters.sort === sort ? !filters.descending : usualWay(sort),
});

/** Whether anything is left out: an empty list then has another reason than that there is nobody. */
export const isFiltered = (filters: UserFilters): boolean =>
  filters.search.trim() !== '' ||
  [filters.kind, filters.status, filters.track, filters.enrolment, filters.identity].some((value) => value !== null);

export const withoutFilters: Partial<UserFilters> = {
  search: '',
  kind: null,
  status: null,
  track: null,
  enrolment: null,
  identity: null,
};
