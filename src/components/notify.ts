import i18next from 'i18next';
import type { ReactNode } from 'react';

type Kind = 'success' | 'error' | 'info';

const colors = { success: 'green', error: 'red', info: 'brand' };
const listeners = new Set<() => void>();
let wanted = false;

/** Whether a message was ever shown: the app's root loads the part that shows them only then. */
export const areNotificationsWanted = () => wanted;

export function subscribeNotifications(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** A passing message. What a person must not miss stands on the page instead. */
export async function notify(kind: Kind, message: ReactNode, title?: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({
    color: colors[kind],
    message,
    title,
    autoClose: kind === 'error' ? 8000 : 4000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'common' }) },
  });
  wanted = true;
  for (const listener of listeners) listener();
}
