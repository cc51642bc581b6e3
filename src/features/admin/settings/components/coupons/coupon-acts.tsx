import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useDeleteCoupon, useSwitchCoupon } from '../../api/coupon-acts';
import type { CouponDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

type Props = { coupon: CouponDetail; onSwitched: () => void; onDeleted: () => void };

type Mutate<Variables> = (variables: Variables, options: { onSuccess: () => void }) => void;

/** The act, with what follows once it is done. */
function followed<Variables>(
  act: { isPending: boolean; error: unknown; reset: () => void; mutate: Mutate<Variables> },
  follow: () => void,
) {
  const mutate: Mutate<Variables> = (variables, { onSuccess }) =>
    act.mutate(variables, {
      onSuccess: () => {
        onSuccess();
        follow();
      },
    });
  return { isPending: act.isPending, error: act.error, reset: act.reset, mutate };
}

/** Off and on again; gone only when no order names it. */
export function CouponActs({ coupon, onSwitched, onDeleted }: Props) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  const [asking, setAsking] = useState<'switch' | 'delete' | null>(null);
  const turn = useSwitchCoupon();
  const remove = useDeleteCoupon();
  const { code, active, used } = coupon;
  const way = active ? 'off' : 'on';
  const of = (reason: string) => ({ couponId: coupon.id, version: coupon.version, reason });
  return (
    <Group>
      <Button variant="default" onClick={() => setAsking('switch')}>
        {t(`coupon.switch.${way}`)}
      </Button>
      {used ? (
        <Text size="sm" c="dimmed">
          {t('coupon.stays')}
        </Text>
      ) : (
        <Button variant="default" c="var(--bad-ink)" onClick={() => setAsking('delete')}>
          {t('coupon.delete')}
        </Button>
      )}
      {asking === 'switch' && (
        <ActModal
          title={t(`coupon.switchTitle.${way}`, { code })}
          body={t(`coupon.switchBody.${way}`)}
          confirmLabel={t(`coupon.switch.${way}`)}
          act={followed(turn, onSwitched)}
          variables={(reason) => ({ ...of(reason), active: !active })}
          refusal={refusal}
          done={t('saved')}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'delete' && (
        <ActModal
          title={t('coupon.deleteTitle', { code })}
          body={t('coupon.deleteBody')}
          confirmLabel={t('coupon.delete')}
          destructive
          act={followed(remove, onDeleted)}
          variables={of}
          refusal={refusal}
          done={t('coupon.deleted', { code })}
          onClose={() => setAsking(null)}
        />
      )}
    </Group>
  );
}
