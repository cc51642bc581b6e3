import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** A new page starts at its top, or at the section its address names; going back keeps the place. */
export function ScrollToTop() {
  const { pathname, hash } = useLocation();
  const navigation = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (hash !== '') {
      document.getElementById(hash.slice(1))?.scrollIntoView();
    } else if (!first.current && navigation !== 'POP') {
      globalThis.scrollTo({ top: 0, behavior: 'instant' });
    }
    first.current = false;
  }, [pathname, hash, navigation]);
  return null;
}
