import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { sortBy, type UserFilters, userSorts } from '../../model/filters';
import type { Person } from '../../schemas';
import { AccountBadge, IdentityBadge } from '../person-badges';
import type { ChangeFilters } from '../use-user-filters';
import { Enrolments } from './enrolments';
import classes from './list.module.css';
import { PersonLink } from './person-link';

/** The same list where a table has no room: a card for each person, and the order in a field. */
export function UserCards(props: { rows: Person[]; filters: UserFilters; change: ChangeFilters }) {
  const { t } = useTranslation('adminUsers');
  const { rows, filters, change } = props;
  const Icon = filters.descending ? IconSortDescending : IconSortAscending;
  return (
    <>
      <Group gap="xs" align="flex-end" mb="sm" wrap="nowrap">
        <NativeSelect
          label={t('sort.by')}
          flex={1}
          data={userSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          value={filters.sort}
          onChange={({ currentTarget }) =>
            change(sortBy(filters, userSorts.find((sort) => sort === currentTarget.value) ?? 'joined'))
          }
        />
        <ActionIcon
          variant="default"
          size={42}
          aria-label={t(filters.descending ? 'sort.toAscending' : 'sort.toDescending')}
          onClick={() => change(sortBy(filters, filters.sort))}
        >
          <Icon size={20} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <ul className={classes.cards} aria-label={t('table.label')}>
        {rows.map((person) => (
          <li key={person.id} className={classes.card}>
            <div>
              <PersonLink person={person} filters={filters} />
              <Text size="sm" c="dimmed" className={classes.address}>
                {person.email}
              </Text>
            </div>
            <div className={classes.badges}>
              <AccountBadge status={person.status} />
              {person.identity !== 'none' && <IdentityBadge state={person.identity} />}
            </div>
            <div>
              <Enrolments person={person} />
            </div>
            <Text size="sm" c="dimmed">
              {t('table.joined', { kind: t(`kind.${person.kind}`), date: formatDate(person.joined_at) })}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
