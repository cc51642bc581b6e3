import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { changeFilters, type InstitutionFilters, readFilters, writeFilters } from '../model/filters';

export type ChangeFilters = (change: Partial<InstitutionFilters>, how?: { replace: boolean }) => void;

/** Filters, order and page stand in the address, so that reload and back work. `replace` while somebody still types. */
export function useInstitutionFilters(): { filters: InstitutionFilters; change: ChangeFilters } {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback<ChangeFilters>(
    (changed, how) => setSearch((before) => writeFilters(changeFilters(readFilters(before), changed)), how),
    [setSearch],
  );
  return { filters, change };
}
