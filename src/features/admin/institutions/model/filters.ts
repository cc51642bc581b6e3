import { isUuid } from '~/lib/is-uuid';
import { institutionKinds, institutionStatuses, seatStandings, type SeatStanding } from '../schemas';

export const institutionSorts = ['name', 'created'] as const;
export type InstitutionSort = (typeof institutionSorts)[number];

/** A page begins behind an institution, or ends before one. */
type Cursor = { id: string; back?: boolean };

export type InstitutionFilters = {
  search: string;
  kind: (typeof institutionKinds)[number] | null;
  status: (typeof institutionStatuses)[number] | null;
  seats: SeatStanding | null;
  sort: InstitutionSort;
  descending: boolean;
  cursor: Cursor | null;
};

const among = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null;

/** Names from A to Z, the newest first. */
const usualWay = (sort: InstitutionSort): boolean => sort === 'created';

function readCursor(search: URLSearchParams): Cursor | null {
  const after = search.get('after');
  const before = search.get('before');
  if (after !== null && isUuid(after)) return { id: after };
  return before !== null && isUuid(before) ? { id: before, back: true } : null;
}

/** What the address asks for. What it does not say, or says wrongly, is the usual. */
export function readFilters(search: URLSearchParams): InstitutionFilters {
  const sort = among(institutionSorts, search.get('sort')) ?? 'name';
  const way = search.get('way');
  return {
    search: (search.get('q') ?? '').slice(0, 200),
    kind: among(institutionKinds, search.get('kind')),
    status: among(institutionStatuses, search.get('status')),
    seats: among(seatStandings, search.get('seats')),
    sort,
    descending: way === 'down' || way === 'up' ? way === 'down' : usualWay(sort),
    cursor: readCursor(search),
  };
}

/** The address for these filters; what is usual is left out. */
export function writeFilters(filters: InstitutionFilters): URLSearchParams {
  const { sort, descending, cursor } = filters;
  const entries: [string, string | null][] = [
    ['q', filters.search.trim() || null],
    ['kind', filters.kind],
    ['status', filters.status],
    ['seats', filters.seats],
    ['sort', sort === 'name' ? null : sort],
    ['way', descending === usualWay(sort) ? null : descending ? 'down' : 'up'],
    [cursor?.back === true ? 'before' : 'after', cursor?.id ?? null],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Another filter or order begins at its first page. */
export const changeFilters = (
  filters: InstitutionFilters,
  change: Partial<InstitutionFilters>,
): InstitutionFilters => ({ ...filters, cursor: null, ...change });

/** The same order the other way round, or another order in its usual way. */
export const sortBy = (
  filters: InstitutionFilters,
  sort: InstitutionSort,
): Pick<InstitutionFilters, 'sort' | 'descending'> => ({
  sort,
  descending: filters.sort === sort ? !filters.descending : usualWay(sort),
});

export const isFiltered = (filters: InstitutionFilters): boolean =>
  filters.search.trim() !== '' || [filters.kind, filters.status, filters.seats].some((value) => value !== null);

export const withoutFilters: Partial<InstitutionFilters> = { search: '', kind: null, status: null, seats: null };
