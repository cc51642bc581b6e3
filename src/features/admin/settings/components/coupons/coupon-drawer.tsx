import { Group, Stack } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { couponQueryOptions } from '../../api/get-coupon';
import type { CouponDetail } from '../../schemas';
import { CouponActs } from './coupon-acts';
import { CouponForm } from './coupon-form';
import { CouponStatus } from './coupon-parts';
import { CouponUses } from './coupon-uses';

/** One coupon, or a new one at /admin/settings/coupons/new. */
export default function CouponDrawer() {
  const { t } = useTranslation('adminSettings');
  const { couponId = '' } = useParams();
  const close = useCloseDrawer(paths.adminCoupons(), drawerLinkId(paths.adminCoupon(couponId)));
  if (couponId === 'new') {
    return (
      <SideDrawer title={t('coupon.new')} onClose={close}>
        <CouponForm coupon={null} onSaved={close} onFresh={close} />
      </SideDrawer>
    );
  }
  return <OneCoupon couponId={couponId} onClose={close} />;
}

function OneCoupon({ couponId, onClose }: { couponId: string; onClose: () => void }) {
  const { t } = useTranslation('adminSettings');
  const coupon = useQuery(couponQueryOptions(couponId));
  const missing = coupon.data === undefined && isAppError(coupon.error, 'coupon_not_found');
  return (
    <SideDrawer title={coupon.data?.code ?? t('coupon.one')} onClose={onClose}>
      {missing ? (
        <EmptyState icon={IconZoomQuestion} title={t('coupon.missing')} body={t('coupon.missingBody')} />
      ) : (
        <DataState query={coupon}>{(data) => <CouponView coupon={data} onClose={onClose} />}</DataState>
      )}
    </SideDrawer>
  );
}

function CouponView({ coupon, onClose }: { coupon: CouponDetail; onClose: () => void }) {
  // Each round of the form begins with what is kept now: after an act, or when somebody else has saved.
  const [round, setRound] = useState(0);
  const next = () => setRound((count) => count + 1);
  return (
    <Stack gap="xl">
      <Group>
        <CouponStatus coupon={coupon} />
      </Group>
      <CouponForm key={round} coupon={coupon} onSaved={next} onFresh={next} />
      <CouponActs coupon={coupon} onSwitched={next} onDeleted={onClose} />
      <CouponUses couponId={coupon.id} />
    </Stack>
  );
}
