import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconTicketOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import { couponsPerPage, couponsQueryOptions } from '../../api/list-coupons';
import { couponStatuses } from '../../schemas';
import classes from '../settings.module.css';
import { CouponCards } from './coupon-cards';
import { CouponTable } from './coupon-table';
import { couponSorts } from './use-coupon-sort';

/** Searched, narrowed, ordered and paged by the server; all of it stands in the address. */
export function CouponList() {
  const { t } = useTranslation('adminSettings');
  const { address, filter, turnTo, clear } = useListAddress();
  const status = couponStatuses.find((each) => each === address.get('status')) ?? null;
  const search = (address.get('q') ?? '').slice(0, 40);
  const page = Math.max(1, Math.trunc(Number(address.get('page'))) || 1);
  const list = useQuery(
    couponsQueryOptions({
      search,
      status,
      sort: couponSorts.find((each) => each === address.get('sort')) ?? null,
      descending: address.get('order') === 'desc',
      page,
    }),
  );
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const View = narrow ? CouponCards : CouponTable;
  return (
    <>
      <div className={classes.filters} role="group" aria-label={t('coupon.filters')}>
        <SearchField
          label={t('coupon.search')}
          value={search}
          onSearch={(text) => filter({ q: text }, { replace: true })}
        />
        <NativeSelect
          label={t('coupon.statusLabel')}
          data={[
            { value: '', label: t('coupon.allStatuses') },
            ...couponStatuses.map((each) => ({ value: each, label: t(`coupon.status.${each}`) })),
          ]}
          value={status ?? ''}
          onChange={({ currentTarget }) => filter({ status: currentTarget.value })}
        />
      </div>
      <DataState
        query={list}
        isEmpty={({ total }) => total === 0}
        empty={
          <EmptyState
            icon={IconTicketOff}
            title={t('coupon.empty')}
            body={t('coupon.emptyBody')}
            action={
              (search !== '' || status !== null) && (
                <Button variant="default" mt="sm" onClick={clear}>
                  {t('coupon.clear')}
                </Button>
              )
            }
          />
        }
      >
        {({ total, rows }) => (
          <div aria-busy={list.isPlaceholderData}>
            <View rows={rows} />
            <ListPages total={total} page={page} perPage={couponsPerPage} onPage={turnTo} />
          </div>
        )}
      </DataState>
    </>
  );
}
