import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { isAppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { useSaveCoupon } from '../../api/coupon-acts';
import { couponDraftOf, couponFields, newCoupon, readCoupon, type CouponField } from '../../model/coupon-draft';
import type { CouponDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { CouponFields } from './coupon-fields';

type Props = {
  /** Null for a new one. */
  coupon: CouponDetail | null;
  onSaved: () => void;
  onFresh: () => void;
};

export function CouponForm({ coupon, onSaved, onFresh }: Props) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  // What was seen when the form was opened: a newer one must not be overwritten without being looked at.
  const [seen] = useState(coupon);
  const [initial] = useState(() => (coupon === null ? newCoupon(new Date()) : couponDraftOf(coupon)));
  const [draft, setDraft] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveCoupon();
  const read = readCoupon(draft);
  const refused = save.isError ? toAppError(save.error).code : null;
  const wrong = couponFields.filter(
    (field) => (attempt > 0 && read.faults.some((each) => each === field)) || refused === `invalid_${field}`,
  );
  const errorOf = (field: CouponField) => (wrong.includes(field) ? t(`coupon.fault.${field}`) : undefined);
  const title = seen === null ? t('coupon.create') : t('save');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        save.reset();
        if (read.coupon !== null) setAsking(true);
      }}
    >
      <Stack>
        <FormErrorSummary
          attempt={attempt}
          problems={wrong.map((field) => ({ fieldId: `coupon-${field}`, message: t(`coupon.fault.${field}`) }))}
        />
        {save.isError && wrong.length === 0 && (
          <Alert color="red" role="alert">
            {refusal(save.error)}
            {isAppError(save.error, 'changed_meanwhile') && (
              <Button variant="default" size="sm" mt="sm" display="block" onClick={onFresh}>
                {t('showNewest')}
              </Button>
            )}
          </Alert>
        )}
        <CouponFields
          draft={draft}
          fixedCode={seen?.used === true}
          errorOf={errorOf}
          onChange={(next) => {
            save.reset();
            setDraft(next);
          }}
        />
        <Group>
          <Button type="submit" disabled={seen !== null && JSON.stringify(draft) === JSON.stringify(initial)}>
            {title}
          </Button>
        </Group>
      </Stack>
      <ReasonModal
        opened={asking}
        title={t('saveTitle', { setting: draft.code.trim().toUpperCase() })}
        confirmLabel={title}
        busy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => {
          if (read.coupon === null) return;
          save.mutate(
            { coupon: read.coupon, reason, of: seen },
            {
              onSuccess: () => {
                void notify('success', t('saved'));
                onSaved();
              },
              onSettled: () => setAsking(false),
            },
          );
        }}
      >
        {t('coupon.saveBody')}
      </ReasonModal>
    </form>
  );
}
