/** The page in an address, from 1; anything that is no page is the first. */
export function readPage(search: URLSearchParams, name = 'page'): number {
  const page = Number(search.get(name));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
