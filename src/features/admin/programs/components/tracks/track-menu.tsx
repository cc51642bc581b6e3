import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDotsVertical, IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueState } from '../../schemas';
import { ArchiveTrackModal } from './archive-track-modal';
import { NewTrackModal } from './new-track-modal';
import { RenameTrackModal } from './rename-track-modal';

type Props = { track: { id: string; name: string; state: CatalogueState; published_at: string | null } };

/** What is done to a whole track. */
export function TrackMenu({ track }: Props) {
  const { t } = useTranslation('programs');
  const [open, setOpen] = useState<'copy' | 'archive' | 'rename' | null>(null);
  const close = () => setOpen(null);
  const archived = track.state === 'archived';
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actions.more', { name: track.name })}>
            <IconDotsVertical size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={18} aria-hidden="true" />} onClick={() => setOpen('copy')}>
            {t('actions.duplicate')}
          </Menu.Item>
          {track.published_at === null && (
            <Menu.Item leftSection={<IconId size={18} aria-hidden="true" />} onClick={() => setOpen('rename')}>
              {t('actions.rename')}
            </Menu.Item>
          )}
          <Menu.Item
            color={archived ? undefined : 'red'}
            leftSection={
              archived ? <IconArchiveOff size={18} aria-hidden="true" /> : <IconArchive size={18} aria-hidden="true" />
            }
            onClick={() => setOpen('archive')}
          >
            {t(archived ? 'actions.restore' : 'actions.archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewTrackModal opened={open === 'copy'} copyOf={track} onClose={close} />
      <RenameTrackModal opened={open === 'rename'} track={track} onClose={close} />
      <ArchiveTrackModal opened={open === 'archive'} track={track} archived={archived} onClose={close} />
    </>
  );
}
