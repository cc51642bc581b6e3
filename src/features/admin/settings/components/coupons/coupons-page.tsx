import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { drawerLinkId } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import { SettingsHead } from '../settings-head';
import { CouponList } from './coupon-list';

/** All coupons; one opens over them, in a drawer with an address of its own. */
export default function CouponsPage() {
  const { t } = useTranslation('adminSettings');
  const { search } = useLocation();
  return (
    <>
      <SettingsHead
        title={t('title.coupons')}
        description={t('describe.coupons')}
        actions={
          <Button
            id={drawerLinkId(paths.adminCoupon('new'))}
            component={Link}
            to={{ pathname: paths.adminCoupon('new'), search }}
            state={{ over: true }}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
          >
            {t('coupon.new')}
          </Button>
        }
      />
      <CouponList />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
