import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Panel } from '~/components/panel';
import { useListAddress } from '~/lib/use-list-address';
import { analysisQueryOptions } from '../../api/get-analysis';
import { periodOf } from '../../model/period';
import { itemSorts, sortItems } from '../../model/sort-items';
import type { Analysis } from '../../schemas';
import { ItemDrawer } from './item-drawer';
import { ItemTable } from './item-table';
import { SaveFigures } from './save-figures';

/** How each question did with those who finished the test, in a period, version by version. */
export function AnalysisPanel({ testId, title }: { testId: string; title: string }) {
  const { t } = useTranslation('adminTests');
  const { address, filter } = useListAddress();
  const from = address.get('from') ?? '';
  const to = address.get('to') ?? '';
  const all = address.get('versions') === 'all';
  const set = (changes: Record<string, string | null>) => filter(changes, { replace: true });
  const analysis = useQuery(analysisQueryOptions(testId, periodOf(from, to)));
  return (
    <Panel title={t('analysis.title')} note={t('analysis.time')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="md">
        <TextInput
          type="date"
          label={t('analysis.from')}
          value={from}
          onChange={({ currentTarget }) => set({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('analysis.to')}
          value={to}
          onChange={({ currentTarget }) => set({ to: currentTarget.value })}
        />
        <NativeSelect
          label={t('analysis.versions')}
          data={[
            { value: 'current', label: t('analysis.currentOnly') },
            { value: 'all', label: t('analysis.all') },
          ]}
          value={all ? 'all' : 'current'}
          onChange={({ currentTarget }) => set({ versions: currentTarget.value === 'all' ? 'all' : null })}
        />
      </SimpleGrid>
      <DataState
        query={analysis}
        isEmpty={({ attempts }) => attempts === 0}
        empty={<EmptyState title={t('analysis.none')} body={t('analysis.noneBody')} />}
      >
        {(data) => <Figures analysis={data} all={all} title={title} />}
      </DataState>
    </Panel>
  );
}

function Figures({ analysis, all, title }: { analysis: Analysis; all: boolean; title: string }) {
  const { t } = useTranslation('adminTests');
  const [opened, setOpened] = useState<string | null>(null);
  const { address, filter } = useListAddress();
  const sort = itemSorts.find((each) => each === address.get('sort')) ?? null;
  const descending = address.get('desc') === '1';
  const items = sortItems(
    analysis.questions.filter(({ current }) => all || current),
    sort,
    descending,
  );
  const item = items.find(({ id }) => id === opened);
  return (
    <>
      <Text fw={600} role="status" mb="sm">
        {t('analysis.summary', { count: analysis.attempts, mean: analysis.mean_score ?? 0 })}
      </Text>
      <ItemTable
        items={items}
        sort={sort}
        descending={descending}
        onSort={(by) => filter({ sort: by, desc: by === sort && !descending ? '1' : null }, { replace: true })}
        onOpen={setOpened}
      />
      <SaveFigures items={items} title={title} />
      <Text size="sm" c="dimmed" mt="md">
        {t('analysis.how')}
      </Text>
      {item !== undefined && <ItemDrawer item={item} onClose={() => setOpened(null)} />}
    </>
  );
}
