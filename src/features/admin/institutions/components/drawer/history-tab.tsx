import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { formatDateTime } from '~/lib/format/dates';
import { historyQueryOptions } from '../../api/get-history';
import { changesIn } from '~/lib/audit-changes';
import type { History, InstitutionDetail } from '../../schemas';
import classes from './drawer.module.css';

export function HistoryTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const history = useInfiniteQuery(historyQueryOptions(institution.id));
  if (history.data === undefined) {
    return history.isError ? (
      <ErrorState error={history.error} onRetry={() => void history.refetch()} />
    ) : (
      <LoadingState lines={5} />
    );
  }
  const rows = history.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState title={t('history.empty')} />;
  return (
    <Stack gap="md" align="flex-start">
      <ol className={classes.timeline} aria-label={t('tab.history')}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="default" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('history.older')}
        </Button>
      )}
    </Stack>
  );
}

const actions = {
  'institution.created': 'created',
  'institution.added': 'added',
  'institution.edited': 'edited',
  'institution.seats_added': 'seatsAdded',
  'institution.seats_changed': 'seatsChanged',
  'institution.suspended': 'suspended',
  'institution.restored': 'restored',
  'institution.manager_added': 'managerAdded',
  'institution.manager_invited': 'managerInvited',
  'institution.manager_invitation_withdrawn': 'managerWithdrawn',
  'institution.manager_removed': 'managerRemoved',
} as const;
const isKnown = (action: string): action is keyof typeof actions => Object.hasOwn(actions, action);

function Row({ row }: { row: History['rows'][number] }) {
  const { t } = useTranslation('adminInstitutions');
  return (
    <li>
      <p className={classes.what}>
        {isKnown(row.action) ? t(`action.${actions[row.action]}`) : row.action.replaceAll(/[._]/g, ' ')}
      </p>
      <p className={classes.when}>
        {t('history.by', {
          at: formatDateTime(row.at),
          who: row.actor === null ? t('history.system') : (row.actor_name ?? t('history.unknown')),
        })}
      </p>
      {row.reason !== null && <Text size="sm">{t('history.reason', { reason: row.reason })}</Text>}
      <ul className={classes.changes}>
        {changesIn(row.before, row.after).map(({ field, from, to }) => (
          <li key={field}>{t('history.change', { field, from: from ?? '—', to: to ?? '—' })}</li>
        ))}
      </ul>
    </li>
  );
}
