import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import type { UserFilters } from '../../model/filters';
import { accountStatuses, enrolmentStates, identityStates, personKinds } from '../../schemas';
import type { ChangeFilters } from '../use-user-filters';
import { useUserRights } from '../use-user-rights';
import classes from './list.module.css';

type Props = { filters: UserFilters; change: ChangeFilters };

export function UsersToolbar({ filters, change }: Props) {
  const { t } = useTranslation('adminUsers');
  const { maySeeCertificates } = useUserRights();
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  return (
    <div className={classes.toolbar} role="group" aria-label={t('filters.label')}>
      <SearchField
        label={t('filters.search')}
        placeholder={t(maySeeCertificates ? 'filters.searchHintNumber' : 'filters.searchHint')}
        value={filters.search}
        onSearch={(search) => change({ search }, { replace: true })}
      />
      <Choice
        label={t('filters.kind')}
        values={personKinds}
        text={(value) => t(`kind.${value}`)}
        value={filters.kind}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t('filters.status')}
        values={accountStatuses}
        text={(value) => t(`status.${value}`)}
        value={filters.status}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={t('filters.track')}
        values={tracks.map(({ id }) => id)}
        text={(value) => tracks.find(({ id }) => id === value)?.name ?? value}
        value={filters.track}
        onChange={(track) => change({ track })}
      />
      <Choice
        label={t('filters.enrolment')}
        values={enrolmentStates}
        text={(value) => t(`enrolment.${value}`)}
        value={filters.enrolment}
        onChange={(enrolment) => change({ enrolment })}
      />
      <Choice
        label={t('filters.identity')}
        values={identityStates}
        text={(value) => t(`identity.${value}`)}
        value={filters.identity}
        onChange={(identity) => change({ identity })}
      />
    </div>
  );
}

function Choice<T extends string>(props: {
  label: string;
  values: readonly T[];
  text: (value: T) => string;
  value: T | null;
  onChange: (value: T | null) => void;
}) {
  const { t } = useTranslation('adminUsers');
  return (
    <NativeSelect
      label={props.label}
      data={[
        { value: '', label: t('filters.all') },
        ...props.values.map((value) => ({ value: String(value), label: props.text(value) })),
      ]}
      value={props.value ?? ''}
      onChange={({ currentTarget }) =>
        props.onChange(props.values.find((value) => value === currentTarget.value) ?? null)
      }
    />
  );
}
