import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DrawerLink } from '~/components/drawer-link';
import { SortHeader } from '~/components/sort-header';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import type { Coupon } from '../../schemas';
import classes from '../settings.module.css';
import { CouponStatus, useCouponWords } from './coupon-parts';
import { useCouponSort } from './use-coupon-sort';

export function CouponTable({ rows }: { rows: Coupon[] }) {
  const { t } = useTranslation('adminSettings');
  const { address } = useListAddress();
  const words = useCouponWords();
  const code = useCouponSort('code');
  const until = useCouponSort('valid_until');
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={820}
      tabIndex={0}
      role="region"
      aria-label={t('title.coupons')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('title.coupons')}>
        <Table.Thead>
          <Table.Tr>
            <SortHeader label={t('coupon.field.code')} {...code} />
            <Table.Th>{t('coupon.discount')}</Table.Th>
            <Table.Th>{t('coupon.field.track_id')}</Table.Th>
            <SortHeader label={t('coupon.field.valid_until')} {...until} />
            <Table.Th ta="right">{t('coupon.uses')}</Table.Th>
            <Table.Th>{t('coupon.statusLabel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((coupon) => (
            <Table.Tr key={coupon.id}>
              <Table.Th scope="row">
                <DrawerLink to={paths.adminCoupon(coupon.id)} search={address.toString()}>
                  {coupon.code}
                </DrawerLink>
              </Table.Th>
              <Table.Td>{words.discount(coupon)}</Table.Td>
              <Table.Td>{words.track(coupon)}</Table.Td>
              <Table.Td>{words.until(coupon)}</Table.Td>
              <Table.Td ta="right">{words.uses(coupon)}</Table.Td>
              <Table.Td>
                <CouponStatus coupon={coupon} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
