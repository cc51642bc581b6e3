import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Price } from '~/components/price';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { formatPaiseExact } from '~/lib/format/money';
import { paymentsQueryOptions } from '../../api/get-payments';
import type { Order, PersonDetail } from '../../schemas';
import classes from './drawer.module.css';
import { Entries, Entry } from './entry';

const tones: Record<Order['status'], StatusTone> = {
  created: 'waiting',
  paid: 'good',
  failed: 'bad',
  expired: 'neutral',
  partially_refunded: 'warning',
  refunded: 'neutral',
};

export function PaymentsTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const orders = useQuery(paymentsQueryOptions(person.id));
  return (
    <DataState query={orders} empty={<EmptyState title={t('payments.empty')} />}>
      {(list) => (
        <Entries label={t('tab.payments')}>
          {list.map((order) => (
            <Entry
              key={order.id}
              title={t('payments.title', { kind: t(`payments.kind.${order.kind}`), track: order.track_name })}
              badge={<StatusBadge tone={tones[order.status]} label={t(`payments.status.${order.status}`)} />}
              facts={[
                { name: t('payments.total'), value: <Price paise={order.total} exact /> },
                { name: t('payments.receipt'), value: order.receipt },
                { name: t('payments.invoice'), value: order.invoice_number },
                { name: t('payments.ordered'), value: formatDateTime(order.created_at) },
                { name: t('payments.paid'), value: order.paid_at && formatDateTime(order.paid_at) },
              ]}
            >
              {order.payments.length > 0 && <Payments order={order} />}
            </Entry>
          ))}
        </Entries>
      )}
    </DataState>
  );
}

function Payments({ order }: { order: Order }) {
  const { t } = useTranslation('adminUsers');
  return (
    <ul className={classes.changes} aria-label={t('payments.payments')}>
      {order.payments.map((payment) => (
        <li key={payment.id}>
          {t('payments.payment', {
            amount: formatPaiseExact(payment.amount),
            status: t(`payments.paymentStatus.${payment.status}`),
            at: formatDateTime(payment.at),
            id: payment.id,
          })}
          {payment.amount_refunded > 0 &&
            ` ${t('payments.givenBack', { amount: formatPaiseExact(payment.amount_refunded) })}`}
        </li>
      ))}
    </ul>
  );
}
