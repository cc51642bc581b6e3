import { Button, Group, Text } from '@mantine/core';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { DraftKeeper } from '../../model/draft-keeper';
import { moved } from '../../model/reorder';
import type { ModuleCard, TrackDetail } from '../../schemas';
import { NewModuleModal } from '../modules/new-module-modal';
import { OrderList } from '../order/order-list';
import { AttachModuleModal } from './attach-module-modal';
import { TrackModuleRow } from './track-module-row';

/** The modules of the draft, in order. Publishing the track makes the order and the choice live. */
export function TrackModules({ track, keeper }: { track: TrackDetail; keeper: DraftKeeper }) {
  const { t } = useTranslation('programs');
  const [ids, setIds] = useState({ ...track.live, ...track.changes }.modules);
  const [cards, setCards] = useState<readonly ModuleCard[]>(track.modules);
  const [open, setOpen] = useState<'new' | 'attach' | null>(null);
  const fixed = track.state === 'archived';
  const keep = (next: string[]) => {
    setIds(next);
    keeper.set('modules', next);
  };
  const shown = ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return (
    <Panel title={t('track.modules')} note={t('tracks.modules', { count: ids.length })}>
      {shown.length === 0 && <Text c="dimmed">{t('track.noModules')}</Text>}
      <OrderList
        label={t('track.modules')}
        fixed={fixed}
        entries={shown.map((card) => ({
          id: card.id,
          name: card.title,
          content: (
            <TrackModuleRow card={card} onRemove={fixed ? undefined : () => keep(ids.filter((id) => id !== card.id))} />
          ),
        }))}
        onMove={(from, to) => keep(moved(ids, from, to))}
      />
      {!fixed && (
        <Group mt="md" gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            // The module joins the draft on the server: what waits here is kept first.
            onClick={() => void keeper.flush().then(() => setOpen('new'))}
          >
            {t('modules.new')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLink size={18} aria-hidden="true" />}
            onClick={() => setOpen('attach')}
          >
            {t('track.attach')}
          </Button>
        </Group>
      )}
      <NewModuleModal opened={open === 'new'} trackId={track.id} copyOf={null} onClose={() => setOpen(null)} />
      {open === 'attach' && (
        <AttachModuleModal
          attached={ids}
          onClose={() => setOpen(null)}
          onAttach={(card) => {
            setCards([...cards.filter(({ id }) => id !== card.id), card]);
            keep([...ids, card.id]);
          }}
        />
      )}
    </Panel>
  );
}
