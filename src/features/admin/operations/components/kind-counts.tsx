import { Anchor, Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActModal } from '~/components/act-modal';
import { DataState } from '~/components/data-state';
import { paths } from '~/lib/paths';
import { overviewQueryOptions } from '../api/get-overview';
import { useRetryFailed } from '../api/job-acts';
import { ageOf } from '../model/age';
import type { KindCount } from '../schemas';
import { ListTable } from './list-table';
import { useOperationWords } from './use-operation-words';

const statuses = ['pending', 'running', 'dead', 'discarded'] as const;

export function KindCounts() {
  const { t } = useTranslation('adminOperations');
  const overview = useQuery(overviewQueryOptions());
  const [retrying, setRetrying] = useState<string | null>(null);
  return (
    <>
      <DataState
        query={overview}
        isEmpty={({ kinds }) => kinds.length === 0}
        empty={<Text c="dimmed">{t('counts.none')}</Text>}
      >
        {({ kinds }) => (
          <ListTable
            label={t('counts.label')}
            minWidth={820}
            headings={[
              t('counts.kind'),
              ...statuses.map((status) => t(`status.${status}`)),
              t('counts.doneToday'),
              t('counts.oldest'),
              t('counts.retryAll'),
            ]}
          >
            {kinds.map((count) => (
              <KindRow key={count.kind} count={count} now={overview.dataUpdatedAt} onRetry={setRetrying} />
            ))}
          </ListTable>
        )}
      </DataState>
      {retrying !== null && <RetryAll kind={retrying} onClose={() => setRetrying(null)} />}
    </>
  );
}

function KindRow({ count, now, onRetry }: { count: KindCount; now: number; onRetry: (kind: string) => void }) {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  const kind = words.kind(count.kind);
  return (
    <Table.Tr>
      <Table.Th scope="row">{kind}</Table.Th>
      {statuses.map((status) => (
        <Table.Td key={status}>
          {count[status] === 0 ? (
            '0'
          ) : (
            <Anchor
              component={Link}
              to={paths.adminOutbox(`?${new URLSearchParams({ status, kind: count.kind }).toString()}`)}
              aria-label={t('counts.show', { count: count[status], kind, status: t(`status.${status}`) })}
            >
              {count[status].toLocaleString('en-IN')}
            </Anchor>
          )}
        </Table.Td>
      ))}
      <Table.Td>{count.done_today.toLocaleString('en-IN')}</Table.Td>
      <Table.Td>{count.oldest_waiting !== null && ageOf(count.oldest_waiting, now)}</Table.Td>
      <Table.Td>
        {count.dead > 0 && (
          <Button
            size="sm"
            variant="default"
            aria-label={t('counts.retryAllNamed', { kind })}
            onClick={() => onRetry(count.kind)}
          >
            {t('counts.retryAll')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RetryAll({ kind, onClose }: { kind: string; onClose: () => void }) {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  return (
    <ActModal
      title={t('job.retryAllTitle', { kind: words.kind(kind) })}
      body={t('job.retryAllBody')}
      confirmLabel={t('counts.retryAll')}
      act={useRetryFailed()}
      variables={(reason) => ({ kind, reason })}
      refusal={words.refusal}
      done={t('job.retriedAll')}
      onClose={onClose}
    />
  );
}
