import { Button, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { ExportMenu } from '~/entities/exported-list/export-menu';
import { useListAddress } from '~/lib/use-list-address';
import { exportParams } from '../api/export-params';
import { auditListQueryOptions } from '../api/list-audit';
import { type AuditFilters, isFiltered, readFilters, writeCursor } from '../model/filters';
import { AuditCards } from './audit-cards';
import { AuditFilterFields } from './audit-filter-fields';
import { AuditTable } from './audit-table';
import { ChainCheck } from './chain-check';

/** The log, newest first. One entry opens over it, in a drawer with an address of its own. */
export default function AuditPage() {
  const { t } = useTranslation('adminAudit');
  const filters = readFilters(useListAddress().address);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="sm">
            <ExportMenu request={(format) => ({ list: 'audit', format, params: exportParams(filters) })} />
          </Group>
        }
      />
      <ChainCheck />
      <AuditFilterFields filters={filters} />
      <AuditList filters={filters} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

function AuditList({ filters }: { filters: AuditFilters }) {
  const { filter } = useListAddress();
  const list = useQuery(auditListQueryOptions(filters));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const Rows = narrow ? AuditCards : AuditTable;
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={10} height={48} />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<NoEntries filtered={isFiltered(filters)} />}
    >
      {({ rows, next, previous, total, total_capped }) => (
        <div aria-busy={list.isPlaceholderData}>
          <Rows rows={rows} />
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

function NoEntries({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('adminAudit');
  const { clear } = useListAddress();
  if (!filtered) return <EmptyState icon={IconHistory} title={t('nothingYet')} body={t('nothingYetBody')} />;
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('empty')}
      body={t('emptyBody')}
      action={
        <Button variant="default" mt="sm" onClick={clear}>
          {t('filters.clear')}
        </Button>
      }
    />
  );
}
