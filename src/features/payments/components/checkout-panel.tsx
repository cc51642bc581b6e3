import { Button, Card, Divider, Stack, Text, Title } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderKind } from '@contracts/create-order.ts';
import { ErrorState } from '~/components/error-state';
import { FormErrorSummary } from '~/components/form-error-summary';
import { LoadingState } from '~/components/loading-state';
import { formatPaiseExact } from '~/lib/format/money';
import { toAppError } from '~/lib/supabase/errors';
import { quoteQueryOptions } from '../api/quote-order';
import { isBusy } from '../model/checkout-state';
import { requestKeyFor } from '../model/request-key';
import { useCheckout, type Buyer } from '../model/use-checkout';
import { billingFormSchema, toBilling, type BillingForm } from '../schemas';
import { AlreadyEnrolled } from './already-enrolled';
import { BillingFields } from './billing-fields';
import classes from './checkout-panel.module.css';
import { CheckoutNotice } from './checkout-notice';
import { CouponField } from './coupon-field';
import { PriceSummary } from './price-summary';
import { couponCodes, useCodeText } from './use-code-text';

type Props = {
  kind: OrderKind;
  track: { id: string; name: string };
  buyer: Buyer;
  /** Below the summary: for instance a link to choose another track. */
  aside?: ReactNode;
  onPaid: (orderId: string) => void;
};

/** Billing, coupon, the server's price and the payment itself, for any kind of purchase. */
export function CheckoutPanel({ kind, track, buyer, aside, onPaid }: Props) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation('common');
  const codeText = useCodeText();
  const [coupon, setCoupon] = useState('');
  const [attempt, setAttempt] = useState(0);
  const form = useForm<BillingForm>({
    initialValues: { name: buyer.name, address: '', state: '', gstin: '' },
    validate: schemaResolver(billingFormSchema, { sync: true }),
    validateInputOnBlur: true,
  });
  const { state, pay } = useCheckout({
    buyer,
    texts: { product: common('productFull'), description: t('pay.description', { track: track.name }) },
    onPaid,
  });
  const busy = isBusy(state) || state.step === 'paid';

  const quote = useQuery({
    ...quoteQueryOptions({ kind, trackId: track.id, couponCode: coupon, state: form.values.state }),
    // While a payment runs nothing is priced: its own enrolment would be the answer.
    enabled: !busy,
    placeholderData: keepPreviousData,
  });
  const quoteCode = quote.isError ? toAppError(quote.error).code : null;
  const couponError =
    coupon !== '' && quoteCode !== null && couponCodes.includes(quoteCode) ? couponText(quoteCode) : null;
  // A refused coupon leaves the last good price on the page; anything else leaves nothing to pay.
  const plain = useQuery({
    ...quoteQueryOptions({ kind, trackId: track.id, couponCode: '', state: form.values.state }),
    enabled: couponError !== null,
  });
  const shown = couponError === null ? quote.data : plain.data;
  const blocked = couponError === null ? quote.isError : plain.isError;
  const blockedBy = couponError === null ? quote : plain;

  const problems = Object.entries(form.errors).map(([field, message]) => ({
    fieldId: field,
    message: errorOf(message),
  }));
  function errorOf(message: ReactNode) {
    return t(asErrorKey(message));
  }

  const submit = form.onSubmit(
    (values) => {
      const billing = toBilling(values);
      const couponCode = couponError === null ? coupon : '';
      const requestKey = requestKeyFor({ kind, trackId: track.id, couponCode, billing: JSON.stringify(billing) });
      void pay({ kind, trackId: track.id, billing, requestKey, ...(couponCode ? { couponCode } : {}) });
    },
    () => setAttempt((count) => count + 1),
  );

  const enrolled =
    (state.step === 'error' && state.code === 'already_enrolled') || (!busy && quoteCode === 'already_enrolled');
  if (enrolled) return <AlreadyEnrolled track={track.name} />;

  return (
    <form onSubmit={submit} noValidate className={classes.columns}>
      <Stack gap="lg">
        <CheckoutNotice state={state} />
        <FormErrorSummary problems={problems} attempt={attempt} />
        <Card>
          <Title order={2} size="h3">
            {t('billing.title')}
          </Title>
          <Text c="dimmed" mb="md">
            {t('billing.intro')}
          </Text>
          <BillingFields form={form} disabled={busy} errorOf={errorOf} />
        </Card>
      </Stack>
      <Card component="section" aria-label={t('summary.title')} className={classes.summary}>
        <Stack gap="md">
          {shown ? (
            <PriceSummary kind={kind} trackName={track.name} quote={shown} stateKnown={form.values.state !== ''} />
          ) : blocked ? (
            <ErrorState
              error={blockedBy.error}
              text={codeText(toAppError(blockedBy.error).code) ?? undefined}
              onRetry={() => void blockedBy.refetch()}
            />
          ) : (
            <LoadingState lines={4} height={28} />
          )}
          <Divider />
          <CouponField
            applied={quote.isSuccess ? coupon : ''}
            error={couponError}
            checking={coupon !== '' && quote.isFetching}
            disabled={busy}
            onApply={setCoupon}
          />
          <Button type="submit" size="lg" fullWidth loading={busy} disabled={!shown || blocked}>
            {payLabel()}
          </Button>
          <Text size="sm" c="dimmed" role="status" aria-live="polite">
            {progressText()}
          </Text>
          {!busy && aside}
        </Stack>
      </Card>
    </form>
  );

  function couponText(code: string) {
    return code === 'too_many_requests' ? t('coupon.tooMany') : codeText(code);
  }

  function payLabel() {
    if (!shown) return t('pay.creating');
    if (shown.total === 0) return t('pay.buttonFree');
    const again =
      state.step === 'declined' || state.step === 'dismissed' || state.step === 'error' || state.step === 'returned';
    return t(again ? 'pay.again' : 'pay.button', { amount: formatPaiseExact(shown.total) });
  }

  function progressText() {
    if (state.step === 'creating' || state.step === 'open' || state.step === 'confirming')
      return t(`pay.${state.step}`);
    return (
      <>
        <IconLock size={16} aria-hidden="true" className={classes.lock} /> {t('pay.secure')}
      </>
    );
  }
}

const errorKeys = ['errors.name', 'errors.address', 'errors.state', 'errors.gstin', 'errors.gstinState'] as const;

/** The schema's messages are keys of texts. */
function asErrorKey(message: ReactNode): (typeof errorKeys)[number] {
  return errorKeys.find((key) => key === message) ?? 'errors.name';
}
