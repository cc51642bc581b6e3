import { Card, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DrawerLink } from '~/components/drawer-link';
import { Facts } from '~/components/facts';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import type { Coupon } from '../../schemas';
import classes from '../settings.module.css';
import { CouponStatus, useCouponWords } from './coupon-parts';

/** The same list where a table has no room. */
export function CouponCards({ rows }: { rows: Coupon[] }) {
  const { t } = useTranslation('adminSettings');
  const { address } = useListAddress();
  const words = useCouponWords();
  return (
    <ul className={classes.list} aria-label={t('title.coupons')}>
      {rows.map((coupon) => (
        <Card component="li" key={coupon.id} withBorder>
          <Stack gap="xs" align="flex-start">
            <DrawerLink to={paths.adminCoupon(coupon.id)} search={address.toString()}>
              {coupon.code}
            </DrawerLink>
            <CouponStatus coupon={coupon} />
            <Facts
              facts={[
                { name: t('coupon.discount'), value: words.discount(coupon) },
                { name: t('coupon.field.track_id'), value: words.track(coupon) },
                { name: t('coupon.field.valid_until'), value: words.until(coupon) },
                { name: t('coupon.uses'), value: words.uses(coupon) },
              ]}
            />
          </Stack>
        </Card>
      ))}
    </ul>
  );
}
