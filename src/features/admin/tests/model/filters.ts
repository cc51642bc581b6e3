export const testStatuses = ['published', 'draft', 'archived'] as const;
export type TestStatus = (typeof testStatuses)[number];

export type TestFilters = {
  search: string;
  trackId: string | null;
  /** Null: all that are not archived. */
  status: TestStatus | null;
  /** Counts from 1. */
  page: number;
};

/** What the address asks for; what it does not say, or says wrongly, is the usual. */
export function readFilters(address: URLSearchParams): TestFilters {
  const page = Number(address.get('page'));
  return {
    search: (address.get('q') ?? '').slice(0, 200),
    trackId: address.get('track'),
    status: testStatuses.find((status) => status === address.get('status')) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

export const isFiltered = ({ search, trackId, status }: TestFilters): boolean =>
  search.trim() !== '' || trackId !== null || status !== null;
