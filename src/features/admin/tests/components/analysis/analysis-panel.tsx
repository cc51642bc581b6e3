import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Panel } from '~/components/panel';
import { analysisQueryOptions } from '../../api/get-analysis';
import { periodOf } from '../../model/period';
import type { Analysis } from '../../schemas';
import { ItemDrawer } from './item-drawer';
import { ItemTable } from './item-table';
import { SaveFigures } from './save-figures';

/** How each question did with those who finished the test, in a period, version by version. */
export function AnalysisPanel({ testId, title }: { testId: string; title: string }) {
  const { t } = useTranslation('adminTests');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [all, setAll] = useState(false);
  const analysis = useQuery(analysisQueryOptions(testId, periodOf(from, to)));
  return (
    <Panel title={t('analysis.title')} note={t('analysis.noTime')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="md">
        <TextInput
          type="date"
          label={t('analysis.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('analysis.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('analysis.versions')}
          data={[
            { value: 'current', label: t('analysis.currentOnly') },
            { value: 'all', label: t('analysis.all') },
          ]}
          value={all ? 'all' : 'current'}
          onChange={({ currentTarget }) => setAll(currentTarget.value === 'all')}
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
  const items = analysis.questions.filter(({ current }) => all || current);
  const item = items.find(({ id }) => id === opened);
  return (
    <>
      <Text fw={600} role="status" mb="sm">
        {t('analysis.summary', { count: analysis.attempts, mean: analysis.mean_score ?? 0 })}
      </Text>
      <ItemTable items={items} onOpen={setOpened} />
      <SaveFigures items={items} title={title} />
      <Text size="sm" c="dimmed" mt="md">
        {t('analysis.how')}
      </Text>
      {item !== undefined && <ItemDrawer item={item} onClose={() => setOpened(null)} />}
    </>
  );
}
