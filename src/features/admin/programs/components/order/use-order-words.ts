import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { OrderEntry } from './order-list';

/** What a screen reader hears while a row is moved. */
export function useOrderWords(entries: OrderEntry[]) {
  const { t } = useTranslation('programs');
  const place = (id: UniqueIdentifier | undefined) => entries.findIndex((entry) => entry.id === id) + 1;
  const words = (id: UniqueIdentifier) => ({
    name: entries.find((entry) => entry.id === id)?.name ?? '',
    count: entries.length,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('order.start', { ...words(active.id), place: place(active.id) }),
    onDragOver: ({ active, over }) =>
      over === null ? undefined : t('order.over', { ...words(active.id), place: place(over.id) }),
    onDragEnd: ({ active, over }) =>
      over === null || over.id === active.id
        ? t('order.back', words(active.id))
        : t('order.end', { ...words(active.id), place: place(over.id) }),
    onDragCancel: ({ active }) => t('order.back', words(active.id)),
  };
  return { announcements, screenReaderInstructions: { draggable: t('order.instructions') } };
}
