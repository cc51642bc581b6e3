import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

const openedHere = (state: unknown) => typeof state === 'object' && state !== null && 'over' in state;

/**
 * Closing is going back to the list: a step back when the drawer was opened from it, else in its place.
 * `linkId` is the element that leads to the drawer and has the focus afterwards.
 */
export function useCloseDrawer(list: string, linkId: string) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const opened = openedHere(state);
  useEffect(
    () => () => {
      // The page's own focus was in the drawer; now it belongs where the drawer was opened.
      requestAnimationFrame(() => document.getElementById(linkId)?.focus({ preventScroll: true }));
    },
    [linkId],
  );
  return useCallback(() => {
    if (opened) void navigate(-1);
    else void navigate(`${list}${search}`, { replace: true });
  }, [navigate, opened, list, search]);
}
