import { useSearchParams } from 'react-router';
import { readPage } from '../model/page-number';

/** Which rows of an import are shown, kept in the address: a kind and a page. Another kind begins at its first page. */
export function useRowsPlace<Code extends string>(codes: readonly Code[]) {
  const [search, setSearch] = useSearchParams();
  const code = codes.find((each) => each === search.get('kind')) ?? null;
  const page = readPage(search);
  const go = (kind: string | null, next: number) =>
    setSearch({ ...(kind === null || kind === '' ? {} : { kind }), ...(next > 1 ? { page: String(next) } : {}) });
  return { code, page, setCode: (next: string) => go(next, 1), setPage: (next: number) => go(code, next) };
}
