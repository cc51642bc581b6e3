import { Group } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { ExportMenu } from '~/entities/exported-list/export-menu';
import { exportParams } from '../api/export-params';
import { LeadBoard } from './board/lead-board';
import { LeadsToolbar } from './leads-toolbar';
import { LeadMovesProvider } from './moves/lead-moves-provider';
import { LeadTable } from './table/lead-table';
import { useLeadFilters } from './use-lead-filters';
import { ViewSwitch } from './view-switch';

/** The sales pipeline. One lead opens over it, in a drawer with an address of its own. */
export default function LeadsPage() {
  const { t } = useTranslation('leads');
  const { filters, change } = useLeadFilters();
  const View = filters.view === 'board' ? LeadBoard : LeadTable;
  return (
    <LeadMovesProvider>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="sm">
            <ViewSwitch view={filters.view} onChange={(view) => change({ view })} />
            <ExportMenu request={(format) => ({ list: 'leads', format, params: exportParams(filters) })} />
          </Group>
        }
      />
      <LeadsToolbar filters={filters} change={change} />
      <View filters={filters} change={change} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </LeadMovesProvider>
  );
}
