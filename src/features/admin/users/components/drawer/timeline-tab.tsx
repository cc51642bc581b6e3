import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { formatDateTime } from '~/lib/format/dates';
import { timelineQueryOptions } from '../../api/get-timeline';
import { changesIn } from '~/lib/audit-changes';
import type { PersonDetail, Timeline } from '../../schemas';
import classes from './drawer.module.css';
import { useActionText } from './use-action-text';

export function TimelineTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const timeline = useInfiniteQuery(timelineQueryOptions(person.id));
  if (timeline.data === undefined) {
    return timeline.isError ? (
      <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
    ) : (
      <LoadingState lines={5} />
    );
  }
  const { pages } = timeline.data;
  if (pages.every(({ rows }) => rows.length === 0)) return <EmptyState title={t('timeline.empty')} />;
  return (
    <Stack gap="md" align="flex-start">
      {pages[0]?.source === 'events' && (
        <Text size="sm" c="dimmed">
          {t('timeline.eventsOnly')}
        </Text>
      )}
      <ol className={classes.timeline} aria-label={t('tab.timeline')}>
        {pages.map((page, index) => (
          // Pages only ever come at the end.
          <Page key={index} page={page} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button variant="default" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t('timeline.older')}
        </Button>
      )}
    </Stack>
  );
}

function Page({ page }: { page: Timeline }) {
  const { t } = useTranslation('adminUsers');
  const actionText = useActionText();
  if (page.source === 'events') {
    return page.rows.map(({ at, action, subject }) => (
      <li key={`${at}:${action}:${subject}`}>
        <p className={classes.what}>
          {subject === null ? actionText(action) : t('timeline.about', { what: actionText(action), subject })}
        </p>
        <p className={classes.when}>{formatDateTime(at)}</p>
      </li>
    ));
  }
  return page.rows.map((row) => (
    <li key={row.id}>
      <p className={classes.what}>{actionText(row.action)}</p>
      <p className={classes.when}>
        {t('timeline.by', {
          at: formatDateTime(row.at),
          who: row.actor === null ? t('timeline.system') : (row.actor_name ?? t('timeline.unknown')),
        })}
      </p>
      {row.reason !== null && <Text size="sm">{t('timeline.reason', { reason: row.reason })}</Text>}
      <ul className={classes.changes}>
        {changesIn(row.before, row.after).map(({ field, from, to }) => (
          <li key={field}>{t('timeline.change', { field, from: from ?? '—', to: to ?? '—' })}</li>
        ))}
      </ul>
    </li>
  ));
}
