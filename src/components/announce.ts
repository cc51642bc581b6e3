let current = '';
const listeners = new Set<() => void>();

/** Says something to screen readers that others see happen, such as "Answer saved". The same text twice is spoken twice. */
export function announce(text: string) {
  current = text === current ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export const readAnnouncement = () => current;

export function subscribeAnnouncement(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
