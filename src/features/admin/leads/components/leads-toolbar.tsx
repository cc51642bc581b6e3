import '@mantine/core/styles/Chip.layer.css';
import { Chip, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { useCurrentUser } from '~/entities/session/use-session';
import { assigneesQueryOptions } from '../api/get-assignees';
import { type LeadFilters, nobody } from '../model/filters';
import { leadStatuses } from '../model/moves';
import { leadKinds } from '../schemas';
import classes from './leads-toolbar.module.css';
import type { ChangeFilters } from './use-lead-filters';

type Props = { filters: LeadFilters; change: ChangeFilters };

/** What both views are filtered by; the table, which has no columns of statuses, also by status and by what is late. */
export function LeadsToolbar({ filters, change }: Props) {
  const { t } = useTranslation('leads');
  const kinds = leadKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return (
    <div className={classes.toolbar} role="group" aria-label={t('filters.label')}>
      <div className={classes.fields}>
        <SearchField
          label={t('filters.search')}
          placeholder={t('filters.searchHint')}
          value={filters.search}
          onSearch={(search) => change({ search }, { replace: true })}
        />
        <NativeSelect
          label={t('filters.kind')}
          data={[{ value: '', label: t('filters.allKinds') }, ...kinds]}
          value={filters.kind ?? ''}
          onChange={({ currentTarget }) =>
            change({ kind: leadKinds.find((kind) => kind === currentTarget.value) ?? null })
          }
        />
        <AssigneeFilter filters={filters} change={change} />
      </div>
      {filters.view === 'table' && <TableFilters filters={filters} change={change} />}
    </div>
  );
}

function AssigneeFilter({ filters, change }: Props) {
  const { t } = useTranslation('leads');
  const { id: me } = useCurrentUser();
  const people = useQuery(assigneesQueryOptions()).data ?? [];
  const others = people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      label={t('filters.assignee')}
      data={[
        { value: '', label: t('filters.everybody') },
        { value: me, label: t('filters.mine') },
        { value: nobody, label: t('assignee.nobody') },
        ...others,
      ]}
      value={filters.assignee ?? ''}
      onChange={({ currentTarget }) => change({ assignee: currentTarget.value || null })}
    />
  );
}

function TableFilters({ filters, change }: Props) {
  const { t } = useTranslation('leads');
  const choose = (values: string[]) => change({ statuses: leadStatuses.filter((status) => values.includes(status)) });
  return (
    <div className={classes.chips} role="group" aria-label={t('filters.status')}>
      <Chip.Group multiple value={filters.statuses} onChange={choose}>
        {leadStatuses.map((status) => (
          <Chip key={status} value={status} size="md" variant="outline">
            {t(`status.${status}`)}
          </Chip>
        ))}
      </Chip.Group>
      <Chip
        checked={filters.overdue}
        onChange={(overdue) => change({ overdue })}
        size="md"
        color="red"
        variant="outline"
        icon={<IconAlertTriangle size={14} aria-hidden="true" />}
      >
        {t('filters.overdue')}
      </Chip>
    </div>
  );
}
