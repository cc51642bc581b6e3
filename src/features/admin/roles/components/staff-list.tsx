import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import { rolesQueryOptions } from '../api/list-roles';
import { staffPerPage, staffQueryOptions } from '../api/list-staff';
import { StaffCards } from './staff-cards';
import classes from './staff-list.module.css';
import { StaffTable } from './staff-table';

/** Searched, narrowed by role and paged by the server; all of it stands in the address. */
export function StaffList() {
  const { t } = useTranslation('adminRoles');
  const { address, filter, turnTo, clear } = useListAddress();
  const roles = useQuery(rolesQueryOptions()).data?.roles ?? [];
  const page = Math.max(1, Math.trunc(Number(address.get('page'))) || 1);
  const search = (address.get('q') ?? '').slice(0, 200);
  const roleId = address.get('role');
  const list = useQuery(staffQueryOptions({ search, roleId, page }));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const View = narrow ? StaffCards : StaffTable;
  return (
    <>
      <div className={classes.filters} role="group" aria-label={t('staff.filters')}>
        <SearchField
          label={t('staff.search')}
          value={search}
          onSearch={(text) => filter({ q: text }, { replace: true })}
        />
        <NativeSelect
          label={t('staff.role')}
          data={[
            { value: '', label: t('staff.allRoles') },
            ...roles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={roleId ?? ''}
          onChange={({ currentTarget }) => filter({ role: currentTarget.value })}
        />
      </div>
      <DataState
        query={list}
        isEmpty={({ total }) => total === 0}
        empty={
          <EmptyState
            icon={IconUsers}
            title={t('staff.empty')}
            body={t('staff.emptyBody')}
            action={
              <Button variant="default" mt="sm" onClick={clear}>
                {t('staff.clear')}
              </Button>
            }
          />
        }
      >
        {({ total, rows }) => (
          <div aria-busy={list.isPlaceholderData}>
            <View rows={rows} />
            <ListPages total={total} page={page} perPage={staffPerPage} onPage={turnTo} />
          </div>
        )}
      </DataState>
    </>
  );
}
