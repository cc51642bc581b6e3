import { useSyncExternalStore } from 'react';

/** Light, dark or the system's own. Kept outside Mantine so that public pages can switch without loading it. */
export type ColorSchemeChoice = 'light' | 'dark' | 'auto';

const storageKey = 'color-scheme';
const listeners = new Set<() => void>();

const isChoice = (value: unknown): value is ColorSchemeChoice =>
  value === 'light' || value === 'dark' || value === 'auto';

export function readColorScheme(): ColorSchemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return isChoice(stored) ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

export function applyColorScheme(choice: ColorSchemeChoice) {
  const dark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
}

export function setColorScheme(choice: ColorSchemeChoice) {
  // Mantine sets again whatever it is told of: without this, a second tab would send the two in a circle.
  if (choice === readColorScheme()) return;
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Blocked storage: the choice lasts until the page is left.
  }
  applyColorScheme(choice);
  for (const listener of listeners) listener();
}

export function subscribeColorScheme(listener: () => void) {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const onOutsideChange = () => {
    applyColorScheme(readColorScheme());
    listener();
  };
  listeners.add(listener);
  media.addEventListener('change', onOutsideChange);
  globalThis.addEventListener('storage', onOutsideChange);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', onOutsideChange);
    globalThis.removeEventListener('storage', onOutsideChange);
  };
}

export function useColorSchemeChoice(): ColorSchemeChoice {
  return useSyncExternalStore(subscribeColorScheme, readColorScheme, () => 'auto');
}
