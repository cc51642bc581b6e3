import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import type { Institution } from '../../schemas';
import classes from './list.module.css';

/** What can still be given, and until when the first of it. */
export function SeatsLeft({ institution }: { institution: Institution }) {
  const { t } = useTranslation('adminInstitutions');
  const { seats, left, ends_on } = institution;
  if (ends_on === null) return <Text c="dimmed">{t('table.noSeats')}</Text>;
  return (
    <>
      <Text span className={left * 10 <= seats ? classes.low : undefined}>
        {t('table.left', { left: left.toLocaleString('en-IN'), seats: seats.toLocaleString('en-IN') })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('table.until', { date: formatDate(ends_on, 'UTC') })}
      </Text>
    </>
  );
}
