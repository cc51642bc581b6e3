import '@mantine/core/styles/Pagination.layer.css';
import { Pagination, Table } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Price } from '~/components/price';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import type { EnumOf } from '~/lib/supabase/types';
import { ordersPerPage, ordersQueryOptions } from '../api/list-orders';

const tones: Record<EnumOf<'order_status'>, StatusTone> = {
  created: 'waiting',
  paid: 'good',
  failed: 'bad',
  expired: 'neutral',
  partially_refunded: 'warning',
  refunded: 'warning',
};

/** The person's own orders with their invoice numbers, newest first. */
export function OrdersList({ userId }: { userId: string }) {
  const { t } = useTranslation('payments');
  const [page, setPage] = useState(1);
  const query = useQuery(ordersQueryOptions(userId, page));
  return (
    <DataState
      query={query}
      isEmpty={({ total }) => total === 0}
      empty={<EmptyState icon={IconReceipt} title={t('orders.empty')} />}
    >
      {({ orders, total }) => (
        <>
          <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="region" aria-label={t('orders.title')}>
            <Table verticalSpacing="sm" aria-label={t('orders.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('orders.date')}</Table.Th>
                  <Table.Th>{t('orders.what')}</Table.Th>
                  <Table.Th>{t('orders.invoice')}</Table.Th>
                  <Table.Th>{t('orders.statusLabel')}</Table.Th>
                  <Table.Th ta="right">{t('orders.amount')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {orders.map((order) => (
                  <Table.Tr key={order.id}>
                    <Table.Td>{formatDate(order.created_at)}</Table.Td>
                    <Table.Td>{t(`orders.kinds.${order.kind}`, { track: order.track.name })}</Table.Td>
                    <Table.Td>{order.invoice?.number ?? t('orders.noInvoice')}</Table.Td>
                    <Table.Td>
                      <StatusBadge tone={tones[order.status]} label={t(`orders.status.${order.status}`)} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Price paise={order.total} exact />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {total > ordersPerPage && (
            <Pagination
              mt="md"
              value={page}
              onChange={setPage}
              total={Math.ceil(total / ordersPerPage)}
              aria-label={t('orders.pages')}
              getItemProps={(item) => ({ 'aria-label': String(item) })}
            />
          )}
        </>
      )}
    </DataState>
  );
}
