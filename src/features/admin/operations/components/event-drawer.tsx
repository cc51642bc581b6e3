import { Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { eventQueryOptions } from '../api/get-event';
import type { EventDetail } from '../schemas';
import { EventStateBadge } from './job-status';
import classes from './operations.module.css';
import { ReprocessEvent } from './reprocess-event';
import { useOperationWords } from './use-operation-words';

export default function EventDrawer() {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  const { eventId = '' } = useParams();
  const close = useCloseDrawer(paths.adminInbox(), drawerLinkId(paths.adminEvent(eventId)));
  const event = useQuery(eventQueryOptions(eventId));
  return (
    <SideDrawer title={event.data === undefined ? t('event.title') : words.vendor(event.data.provider)} onClose={close}>
      {isAppError(event.error, 'event_not_found') ? (
        <EmptyState icon={IconZoomQuestion} title={t('event.missing')} body={t('event.missingBody')} />
      ) : (
        <DataState query={event}>{(data) => <EventView event={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function EventView({ event }: { event: EventDetail }) {
  const { t } = useTranslation('adminOperations');
  return (
    <Stack gap="xl">
      {event.state !== 'done' && <ReprocessEvent eventId={event.id} />}
      <Section title={t('event.facts')}>
        <Facts
          facts={[
            { name: t('events.state'), value: <EventStateBadge state={event.state} /> },
            { name: t('event.eventId'), value: event.event_id },
            { name: t('events.received'), value: formatDateTime(event.received_at) },
            { name: t('event.processed'), value: event.processed_at && formatDateTime(event.processed_at) },
            { name: t('events.error'), value: event.error },
          ]}
        />
      </Section>
      <Section title={t('event.body')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t(event.body === null ? 'event.noBody' : 'event.bodyMasked')}
        </Text>
        {event.body !== null && <pre className={classes.body}>{JSON.stringify(event.body, null, 2)}</pre>}
      </Section>
    </Stack>
  );
}
