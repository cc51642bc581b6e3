import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { StatusBadge } from '~/components/status-badge';
import { givenText } from '../../model/item-texts';
import type { Item } from '../../schemas';
import classes from './item-drawer.module.css';

export function ItemDrawer({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation('adminTests');
  const percent = (value: number | null) => (value === null ? t('analysis.unknown') : t('analysis.percent', { value }));
  return (
    <SideDrawer title={t('analysis.drawer')} onClose={onClose}>
      <Stack gap="lg">
        <Text fw={650} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {item.prompt}
        </Text>
        <Facts
          facts={[
            {
              name: t('analysis.right'),
              value: t('analysis.rightOf', { right: item.right, total: item.attempts, percent: item.facility ?? 0 }),
            },
            { name: t('analysis.omitted'), value: item.omitted },
            { name: t('analysis.correlation'), value: item.correlation?.toFixed(3) ?? t('analysis.unknown') },
            { name: t('analysis.index'), value: item.index?.toFixed(3) ?? t('analysis.unknown') },
            { name: t('analysis.upper'), value: percent(item.upper) },
            { name: t('analysis.lower'), value: percent(item.lower) },
            {
              name: t('analysis.seconds'),
              value: item.seconds === null ? t('analysis.unknown') : t('analysis.inSeconds', { seconds: item.seconds }),
            },
          ]}
        />
        {item.options.length > 0 && (
          <Section title={t('analysis.options')}>
            <Given
              rows={item.options.map(({ id, text, count, correct }) => ({ key: id, text, count, correct }))}
              total={item.attempts}
            />
          </Section>
        )}
        {item.answers.length > 0 && (
          <Section title={t('analysis.answers')}>
            <Given
              rows={item.answers.map(({ selected, count, correct }) => ({
                key: JSON.stringify([selected, correct]),
                text: givenText(item, selected),
                count,
                correct,
              }))}
              total={item.attempts}
            />
          </Section>
        )}
      </Stack>
    </SideDrawer>
  );
}

type Row = { key: string; text: string; count: number; correct: boolean };

function Given({ rows, total }: { rows: Row[]; total: number }) {
  const { t } = useTranslation('adminTests');
  return (
    <ul className={classes.list}>
      {rows.map(({ key, text, count, correct }) => {
        const percent = total === 0 ? 0 : Math.round((count * 1000) / total) / 10;
        return (
          <li key={key} className={classes.row}>
            <span className={classes.text}>{text}</span>
            {correct && <StatusBadge tone="good" label={t('analysis.isRight')} />}
            <span className={classes.count}>{t('analysis.optionCount', { count, percent })}</span>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${percent}%` }} data-right={correct || undefined} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
