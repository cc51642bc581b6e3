import { Table, Text } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { DrawerLink } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { eventsQueryOptions } from '../api/list-events';
import { type EventFilters, writeCursor } from '../model/filters';
import type { StoredEvent } from '../schemas';
import { EventStateBadge } from './job-status';
import { ListTable } from './list-table';
import classes from './operations.module.css';
import { useOperationWords } from './use-operation-words';

export function EventList({ filters }: { filters: EventFilters }) {
  const { t } = useTranslation('adminOperations');
  const { filter } = useListAddress();
  const list = useQuery(eventsQueryOptions(filters));
  const filtered = filters.provider !== '' || filters.state !== null || filters.error !== '';
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={8} height={48} />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={
        filtered ? (
          <EmptyState icon={IconFilterOff} title={t('jobs.empty')} body={t('events.emptyBody')} />
        ) : (
          <EmptyState icon={IconInbox} title={t('events.none')} body={t('events.noneBody')} />
        )
      }
    >
      {({ rows, next, previous, total, total_capped }) => (
        <div aria-busy={list.isPlaceholderData}>
          <ListTable
            label={t('events.label')}
            minWidth={720}
            headings={[t('events.provider'), t('events.state'), t('events.received'), t('events.error')]}
          >
            {rows.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </ListTable>
          <CursorPages
            total={total}
            capped={total_capped}
            previous={previous && writeCursor({ ...previous, newer: true })}
            next={next && writeCursor({ ...next, newer: false })}
            onTurn={(cursor) => filter({ cursor })}
          />
        </div>
      )}
    </DataState>
  );
}

function EventRow({ event }: { event: StoredEvent }) {
  const words = useOperationWords();
  const { address } = useListAddress();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <DrawerLink to={paths.adminEvent(event.id)} search={address.toString()}>
          {event.event_id.slice(0, 40)}
        </DrawerLink>
        <Text size="sm" c="dimmed">
          {words.vendor(event.provider)}
        </Text>
      </Table.Th>
      <Table.Td>
        <EventStateBadge state={event.state} />
      </Table.Td>
      <Table.Td className={classes.nowrap}>{formatDateTime(event.received_at)}</Table.Td>
      <Table.Td className={classes.error}>{event.error}</Table.Td>
    </Table.Tr>
  );
}
