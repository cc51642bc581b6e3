import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { formatDate } from '~/lib/format/dates';
import { overviewQueryOptions } from '../api/get-overview';
import { daysOf } from '../model/period';
import type { Overview } from '../schemas';
import { CoursePanel } from './course-panel';
import { FigureTiles } from './figure-tiles';
import { FunnelPanel } from './funnel-panel';
import classes from './overview-page.module.css';
import { PeriodFields } from './period-fields';
import { useQuestion } from './use-question';
import { WorkPanel } from './work-panel';

/** The figures that the business is run by. The list behind a figure opens over it, at an address of its own. */
export default function OverviewPage() {
  const { t } = useTranslation('adminOverview');
  const { period, question } = useQuestion();
  const overview = useQuery(overviewQueryOptions(question));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description', {
          from: formatDate(period.from, 'UTC'),
          to: formatDate(period.to, 'UTC'),
          count: daysOf(period),
        })}
      />
      <PeriodFields />
      <DataState query={overview} loading={<LoadingState lines={4} height={140} />}>
        {(data) => <OverviewView overview={data} stale={overview.isPlaceholderData} />}
      </DataState>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

function OverviewView({ overview, stale }: { overview: Overview; stale: boolean }) {
  return (
    <Stack gap="lg" className={classes.view} aria-busy={stale}>
      <FigureTiles overview={overview} />
      <CoursePanel course={overview.course} />
      <div className={classes.beside}>
        <FunnelPanel funnel={overview.funnel} />
        <WorkPanel work={overview.work} />
      </div>
    </Stack>
  );
}
