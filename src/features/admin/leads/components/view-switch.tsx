import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Group, SegmentedControl } from '@mantine/core';
import { IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { leadViews, type LeadView } from '../model/filters';

const icons = { board: IconLayoutKanban, table: IconTable };

export function ViewSwitch({ view, onChange }: { view: LeadView; onChange: (view: LeadView) => void }) {
  const { t } = useTranslation('leads');
  return (
    <SegmentedControl
      aria-label={t('view.label')}
      value={view}
      onChange={onChange}
      size="md"
      data={leadViews.map((each) => {
        const Icon = icons[each];
        return {
          value: each,
          label: (
            <Group gap={6} wrap="nowrap" justify="center">
              <Icon size={18} aria-hidden="true" />
              <span>{t(`view.${each}`)}</span>
            </Group>
          ),
        };
      })}
    />
  );
}
