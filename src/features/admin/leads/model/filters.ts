import { leadKinds, type LeadKind } from '../schemas';
import { leadStatuses, type LeadStatus } from './moves';

export const leadViews = ['board', 'table'] as const;
export type LeadView = (typeof leadViews)[number];

/** As `list_leads` names them. */
export const leadSorts = ['follow_up', 'institution', 'contact', 'status', 'value', 'assignee', 'created'] as const;
export type LeadSort = (typeof leadSorts)[number];

export type LeadFilters = {
  view: LeadView;
  search: string;
  kind: LeadKind | null;
  /** A person's id, or nobody. */
  assignee: string | null;
  /** Of the table; none means all. */
  statuses: LeadStatus[];
  overdue: boolean;
  sort: LeadSort;
  descending: boolean;
  /** Counts from 1. */
  page: number;
  /** The column that a phone shows of the board. */
  column: LeadStatus;
};

export const nobody = 'nobody';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const among = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null;

/** What the address asks for. What it does not say, or says wrongly, is the usual. */
export function readFilters(search: URLSearchParams): LeadFilters {
  const assignee = search.get('assignee');
  const page = Number(search.get('page'));
  const statuses = search.get('status')?.split(',') ?? [];
  return {
    view: among(leadViews, search.get('view')) ?? 'board',
    search: (search.get('q') ?? '').slice(0, 200),
    kind: among(leadKinds, search.get('kind')),
    assignee: assignee !== null && (assignee === nobody || uuid.test(assignee)) ? assignee : null,
    statuses: leadStatuses.filter((status) => statuses.includes(status)),
    overdue: search.get('overdue') === '1',
    sort: among(leadSorts, search.get('sort')) ?? 'follow_up',
    descending: search.get('desc') === '1',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    column: among(leadStatuses, search.get('column')) ?? 'new',
  };
}

/** The address for these filters; what is usual is left out. */
export function writeFilters(filters: LeadFilters): URLSearchParams {
  const entries: [string, string | null][] = [
    ['view', filters.view === 'board' ? null : filters.view],
    ['q', filters.search.trim() || null],
    ['kind', filters.kind],
    ['assignee', filters.assignee],
    ['status', filters.statuses.join(',') || null],
    ['overdue', filters.overdue ? '1' : null],
    ['sort', filters.sort === 'follow_up' ? null : filters.sort],
    ['desc', filters.descending ? '1' : null],
    ['page', filters.page === 1 ? null : String(filters.page)],
    ['column', filters.column === 'new' ? null : filters.column],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Another filter or order begins at its first page. */
export const changeFilters = (filters: LeadFilters, change: Partial<LeadFilters>): LeadFilters => ({
  ...filters,
  page: 1,
  ...change,
});

/** Whether anything is left out: an empty list then has another reason than that there are no leads. */
export const isFiltered = (filters: LeadFilters): boolean =>
  filters.search.trim() !== '' ||
  filters.kind !== null ||
  filters.assignee !== null ||
  (filters.view === 'table' && (filters.statuses.length > 0 || filters.overdue));

export const withoutFilters = (filters: LeadFilters): LeadFilters =>
  changeFilters(filters, { search: '', kind: null, assignee: null, statuses: [], overdue: false });
