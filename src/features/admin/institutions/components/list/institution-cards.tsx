import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type InstitutionFilters, institutionSorts, sortBy } from '../../model/filters';
import type { Institution } from '../../schemas';
import { InstitutionBadge } from '../institution-badge';
import type { ChangeFilters } from '../use-institution-filters';
import { InstitutionLink } from './institution-link';
import classes from './list.module.css';
import { SeatsLeft } from './seats-left';

/** The same list where a table has no room. */
export function InstitutionCards(props: { rows: Institution[]; filters: InstitutionFilters; change: ChangeFilters }) {
  const { t } = useTranslation('adminInstitutions');
  const { rows, filters, change } = props;
  const Icon = filters.descending ? IconSortDescending : IconSortAscending;
  return (
    <>
      <Group gap="xs" align="flex-end" mb="sm" wrap="nowrap">
        <NativeSelect
          label={t('sort.by')}
          flex={1}
          data={institutionSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          value={filters.sort}
          onChange={({ currentTarget }) =>
            change(sortBy(filters, institutionSorts.find((sort) => sort === currentTarget.value) ?? 'name'))
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
        {rows.map((institution) => (
          <li key={institution.id} className={classes.card}>
            <div>
              <InstitutionLink institution={institution} filters={filters} />
              <Text size="sm" c="dimmed" className={classes.address}>
                {t('table.card', { kind: t(`kind.${institution.kind}`), count: institution.students })}
              </Text>
            </div>
            <div>
              <InstitutionBadge status={institution.status} />
            </div>
            <div>
              <SeatsLeft institution={institution} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
