import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { usersQueryOptions } from '../../api/list-users';
import { isFiltered, type UserFilters, withoutFilters } from '../../model/filters';
import type { ChangeFilters } from '../use-user-filters';
import { UserCards } from './user-cards';
import { UserRows } from './user-rows';

type Props = { filters: UserFilters; change: ChangeFilters };

export function UserList({ filters, change }: Props) {
  const list = useQuery(usersQueryOptions(filters));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const Rows = narrow ? UserCards : UserRows;
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={8} height={52} />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<Nobody filters={filters} change={change} />}
    >
      {({ rows, total, total_capped, previous, next }) => (
        <div aria-busy={list.isPlaceholderData}>
          <Rows rows={rows} filters={filters} change={change} />
          <CursorPages
            total={total}
            capped={total_capped === true}
            previous={previous}
            next={next}
            onTurn={(cursor) => change({ cursor })}
          />
        </div>
      )}
    </DataState>
  );
}

function Nobody({ filters, change }: Props) {
  const { t } = useTranslation('adminUsers');
  const filtered = isFiltered(filters);
  return (
    <EmptyState
      icon={IconUserSearch}
      title={t(filtered ? 'empty.filtered' : 'empty.title')}
      body={t(filtered ? 'empty.filteredBody' : 'empty.body')}
      action={
        (filtered || filters.cursor !== null) && (
          <Button variant="default" onClick={() => change(filtered ? withoutFilters : {})}>
            {t(filtered ? 'empty.clear' : 'empty.first')}
          </Button>
        )
      }
    />
  );
}
