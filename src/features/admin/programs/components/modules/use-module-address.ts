import { useState } from 'react';
import { useListAddress } from '~/lib/use-list-address';
import { catalogueStates, moduleCursorSchema, type ModuleCursor } from '../../schemas';

function readCursor(text: string | null): ModuleCursor | null {
  if (text === null) return null;
  const [id = '', ...title] = text.split('~');
  const parsed = moduleCursorSchema.safeParse({ id, title: title.join('~') });
  return parsed.success && /^[0-9a-f-]{36}$/.test(parsed.data.id) ? parsed.data : null;
}
const writeCursor = (cursor: ModuleCursor | null) => (cursor === null ? '' : `${cursor.id}~${cursor.title}`);

/** Search, state and place in the list of modules, in the address. The places that were left are known while the page is open. */
export function useModuleAddress() {
  const { address, filter, clear } = useListAddress();
  const [left, setLeft] = useState<string[]>([]);
  const here = address.get('after') ?? '';
  const query = {
    search: address.get('search') ?? '',
    state: catalogueStates.find((each) => each === address.get('state')) ?? null,
    after: readCursor(address.get('after')),
  };
  return {
    query,
    filtered: query.search !== '' || query.state !== null,
    /** After a reload the way back leads to the beginning. */
    previous: here === '' ? null : (left.at(-1) ?? ''),
    change: (changes: { search?: string; state?: string }, how?: { replace?: boolean }) => {
      setLeft([]);
      filter({ ...changes, after: null }, how);
    },
    turn: (cursor: string) => {
      setLeft(cursor === (left.at(-1) ?? '') ? left.slice(0, -1) : [...left, here]);
      filter({ after: cursor });
    },
    toCursor: writeCursor,
    clear: () => {
      setLeft([]);
      clear();
    },
  };
}
