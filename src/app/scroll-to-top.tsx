import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const patienceMs = 4000;
const ownMoves = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Brings the element to the top and keeps it there while the page above it still grows (a lazy page comes after its address, and
 * data after the page), until the person moves or the time is up.
 */
function holdAtTop(id: string): () => void {
  const place = () => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
  const observer = new ResizeObserver(place);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const move of ownMoves) globalThis.removeEventListener(move, stop);
  };
  const timer = setTimeout(stop, patienceMs);
  for (const move of ownMoves) globalThis.addEventListener(move, stop, { passive: true });
  observer.observe(document.body);
  place();
  return stop;
}

/** What opens over a page, such as a drawer with an address of its own, leaves the page where it is. */
const opensOver = (state: unknown) =>
  typeof state === 'object' && state !== null && 'over' in state && state.over === true;

/** A new page starts at its top, or at the section its address names; going back keeps the place. */
export function ScrollToTop() {
  const { pathname, hash, state } = useLocation();
  const over = opensOver(state);
  const navigation = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    const arrived = first.current;
    first.current = false;
    if (hash !== '') return holdAtTop(hash.slice(1));
    if (!arrived && !over && navigation !== 'POP') globalThis.scrollTo({ top: 0, behavior: 'instant' });
    return undefined;
  }, [pathname, hash, navigation, over]);
  return null;
}
