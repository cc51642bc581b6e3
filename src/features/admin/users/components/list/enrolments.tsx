import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../schemas';

/** The tracks of a person in a line each, with how they stand. */
export function Enrolments({ person }: { person: Person }) {
  const { t } = useTranslation('adminUsers');
  if (person.enrolments.length === 0) return <Text c="dimmed">{t('table.none')}</Text>;
  return person.enrolments.map(({ track_name, state }, index) => (
    <Text key={`${track_name}:${index}`} size="sm">
      {t('table.enrolment', { track: track_name, state: t(`enrolment.${state}`) })}
    </Text>
  ));
}
