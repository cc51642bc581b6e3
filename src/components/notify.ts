type Kind = 'success' | 'error' | 'info';

const colors = { success: 'green', error: 'red', info: 'brand' };

/** A passing message. What a person must not miss stands on the page instead. */
export async function notify(kind: Kind, message: string, title?: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ color: colors[kind], message, title, autoClose: kind === 'error' ? 8000 : 4000, withBorder: true });
}
