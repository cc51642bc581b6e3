import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { AppError } from '~/lib/supabase/app-error';
import type { CheckoutState } from '../model/checkout-state';
import { useCodeText } from './use-code-text';

const reasons = [
  'insufficient_funds',
  'payment_declined',
  'payment_timed_out',
  'payment_cancelled',
  'incorrect_otp',
] as const;

/** What happened to the payment, what was kept and what to do next. */
export function CheckoutNotice({ state }: { state: CheckoutState }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation('common');
  const codeText = useCodeText();
  switch (state.step) {
    case 'declined': {
      const reason = reasons.find((each) => each === state.reason) ?? 'other';
      return (
        <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t('pay.declinedTitle')}>
          {t(`reasons.${reason}`)} {t('pay.declined')}
        </Alert>
      );
    }
    case 'dismissed':
      return (
        <Alert role="status" color="accent" icon={<IconInfoCircle />} title={t('pay.dismissedTitle')}>
          {t('pay.dismissed')}
        </Alert>
      );
    case 'returned':
      return (
        <Alert role="alert" color="accent" icon={<IconInfoCircle />} title={t('pay.returnedTitle')}>
          {t('pay.returned')}
        </Alert>
      );
    case 'waiting':
      return (
        <Alert role="status" color="brand" icon={<IconClock />} title={t('pay.waitingTitle')}>
          {t('pay.waiting')}
        </Alert>
      );
    case 'error':
      return (
        <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t('pay.errorTitle')}>
          {codeText(state.code) ?? errorText(common, new AppError(state.code))}
        </Alert>
      );
    default:
      return null;
  }
}
