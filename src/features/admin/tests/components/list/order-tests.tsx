import { Button, Text } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { ReorderList } from '~/components/reorder-list';
import { trackTestsQueryOptions } from '../../api/list-tests';
import { useOrderTests } from '../../api/order-tests';
import { moveItem } from '../../model/document';
import type { TestRow } from '../../schemas';
import { useTestErrorText } from '../use-test-error-text';

type Props = { trackId: string; trackName: string };

/** Where several tests of a track have an order. */
export function OrderTests({ trackId, trackName }: Props) {
  const { t } = useTranslation('adminTests');
  const [opened, setOpened] = useState(false);
  const rows = useQuery(trackTestsQueryOptions(trackId)).data?.rows ?? [];
  if (rows.length < 2) return null;
  return (
    <>
      <Button
        variant="default"
        style={{ alignSelf: 'end' }}
        leftSection={<IconArrowsSort size={18} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {t('order.open')}
      </Button>
      {opened && <OrderModal trackId={trackId} trackName={trackName} rows={rows} onClose={() => setOpened(false)} />}
    </>
  );
}

function OrderModal({ trackId, trackName, rows, onClose }: Props & { rows: TestRow[]; onClose: () => void }) {
  const { t } = useTranslation('adminTests');
  const [order, setOrder] = useState(rows);
  const act = useOrderTests();
  const refusal = useTestErrorText();
  return (
    <ActModal
      title={t('order.title')}
      body={t('order.body', { track: trackName })}
      confirmLabel={t('order.save')}
      act={act}
      variables={(reason) => ({ trackId, testIds: order.map(({ id }) => id), reason })}
      refusal={refusal}
      done={t('order.done')}
      onClose={onClose}
    >
      <ReorderList
        label={t('order.list')}
        items={order}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onMove={(from, to) => setOrder(moveItem(order, from, to))}
      >
        {({ title }) => <Text style={{ overflowWrap: 'anywhere' }}>{title}</Text>}
      </ReorderList>
    </ActModal>
  );
}
