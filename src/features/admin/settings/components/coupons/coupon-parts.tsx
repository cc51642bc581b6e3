import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import type { Coupon } from '../../schemas';

const tones = { active: 'good', planned: 'waiting', ended: 'neutral', used_up: 'warning', off: 'bad' } as const;

export function CouponStatus({ coupon }: { coupon: Coupon }) {
  const { t } = useTranslation('adminSettings');
  return <StatusBadge tone={tones[coupon.status]} label={t(`coupon.status.${coupon.status}`)} />;
}

/** What a coupon says, in words. */
export function useCouponWords() {
  const { t } = useTranslation('adminSettings');
  return {
    discount: ({ kind, value, max_discount }: Coupon) =>
      kind === 'amount'
        ? formatPaise(value)
        : max_discount === null
          ? t('coupon.percent', { value })
          : t('coupon.percentUpTo', { value, most: formatPaise(max_discount) }),
    uses: ({ redemptions, max_redemptions }: Coupon) =>
      max_redemptions === null
        ? redemptions.toLocaleString('en-IN')
        : t('coupon.usesOf', {
            used: redemptions.toLocaleString('en-IN'),
            most: max_redemptions.toLocaleString('en-IN'),
          }),
    until: ({ valid_until }: Coupon) => (valid_until === null ? t('coupon.noEnd') : formatDateTime(valid_until)),
    track: ({ track_name }: Coupon) => track_name ?? t('coupon.allTracks'),
  };
}
