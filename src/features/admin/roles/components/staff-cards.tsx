import { Card, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import type { Staff } from '../schemas';
import classes from './staff-list.module.css';
import { StaffName, StaffRoles, StaffStatus } from './staff-parts';

/** The same list where a table has no room. */
export function StaffCards({ rows }: { rows: Staff[] }) {
  const { t } = useTranslation('adminRoles');
  return (
    <ul className={classes.cards} aria-label={t('staff.label')}>
      {rows.map((person) => (
        <Card component="li" key={person.id} withBorder>
          <Stack gap="xs" align="flex-start">
            <div>
              <StaffName person={person} />
            </div>
            <StaffRoles person={person} />
            <StaffStatus person={person} />
            <Text size="sm" c="dimmed">
              {t('staff.sinceDate', { date: formatDate(person.since) })}
            </Text>
          </Stack>
        </Card>
      ))}
    </ul>
  );
}
