import { Button } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { NewerOlder } from '~/components/newer-older';
import { notificationsQueryOptions } from '../api/list-notifications';
import { useMarkRead } from '../api/mark-read';
import { NotificationItem } from './notification-item';
import classes from './notification-menu.module.css';

type Props = { userId: string; unread: number; onLeave: () => void };

/** The newest first, page by page; what is opened is read. */
export default function NotificationMenu({ userId, unread, onLeave }: Props) {
  const { t } = useTranslation('notifications');
  const [page, setPage] = useState(0);
  const query = useQuery(notificationsQueryOptions(userId, page));
  const mark = useMarkRead();
  return (
    <>
      <header className={classes.head}>
        <h2>{t('title')}</h2>
        {unread > 0 && (
          <Button variant="subtle" size="compact-md" loading={mark.isPending} onClick={() => mark.mutate('all')}>
            {t('markAll')}
          </Button>
        )}
      </header>
      <DataState
        query={query}
        isEmpty={({ notifications }) => page === 0 && notifications.length === 0}
        empty={<EmptyState icon={IconBellOff} title={t('empty.title')} body={t('empty.body')} />}
      >
        {({ notifications, hasMore }) => (
          <>
            <ul className={classes.list}>
              {notifications.map((each) => (
                <NotificationItem
                  key={each.id}
                  notification={each}
                  onOpen={() => {
                    if (each.read_at === null) mark.mutate(each.id);
                    if (each.link !== null) onLeave();
                  }}
                />
              ))}
            </ul>
            <NewerOlder page={page} hasMore={hasMore} busy={query.isPlaceholderData} onPage={setPage} />
          </>
        )}
      </DataState>
    </>
  );
}
