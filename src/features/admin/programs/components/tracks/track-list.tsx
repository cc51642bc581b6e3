import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderTracks } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import { moved } from '../../model/reorder';
import type { TrackRow } from '../../schemas';
import { ActModal } from '../act-modal';
import { OrderList } from '../order/order-list';
import classes from '../programs.module.css';
import { TrackListRow } from './track-list-row';

/** A new order is shown at once and kept when somebody says why: visitors see it from then on. */
export function TrackList({ rows, filtered }: { rows: TrackRow[]; filtered: boolean }) {
  const { t } = useTranslation('programs');
  const [order, setOrder] = useState(rows.map(({ id }) => id));
  const [asking, setAsking] = useState(false);
  const act = useAct(orderTracks);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changed = order.some((id, place) => rows[place]?.id !== id);
  const shown = order.flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      {filtered && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('tracks.orderFiltered')}
        </Text>
      )}
      <OrderList
        label={t('tracks.title')}
        fixed={filtered}
        entries={shown.map((row) => ({ id: row.id, name: row.name, content: <TrackListRow row={row} /> }))}
        onMove={(from, to) => setOrder(moved(order, from, to))}
      />
      {changed && (
        <div className={classes.orderBar}>
          <Text fw={650}>{t('tracks.orderChanged')}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setOrder(rows.map(({ id }) => id))}>
              {t('tracks.orderUndo')}
            </Button>
            <Button onClick={() => setAsking(true)}>{t('tracks.orderSave')}</Button>
          </Group>
        </div>
      )}
      <ActModal
        opened={asking}
        title={t('tracks.orderTitle')}
        confirmLabel={t('tracks.orderSave')}
        done={t('tracks.orderDone')}
        act={act}
        values={(reason) => ({ ids: order, reason })}
        onClose={() => setAsking(false)}
      >
        <Text>{t('tracks.orderBody')}</Text>
      </ActModal>
    </>
  );
}
