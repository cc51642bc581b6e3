import { useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;

/** Filters, order and page of a list, kept in the address so that a reload and the back button find them. */
export function useListAddress() {
  const [address, setAddress] = useSearchParams();
  const set = (changes: Changes, replace: boolean) =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace },
    );
  return {
    address,
    /** Another filter or order begins at the first page. Typing leaves one entry in the history, not one for each letter. */
    filter: (changes: Changes, how?: { replace?: boolean }) => set({ ...changes, page: null }, how?.replace === true),
    turnTo: (page: number) => set({ page: page === 1 ? null : String(page) }, false),
    clear: () => setAddress({}),
  };
}
