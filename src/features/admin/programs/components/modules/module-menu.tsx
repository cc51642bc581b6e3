import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueState } from '../../schemas';
import { ArchiveModuleModal } from './archive-module-modal';
import { NewModuleModal } from './new-module-modal';

type Props = { module: { id: string; title: string; state: CatalogueState; tracks: { name: string }[] } };

/** What is done to a whole module. */
export function ModuleMenu({ module }: Props) {
  const { t } = useTranslation('programs');
  const [open, setOpen] = useState<'copy' | 'archive' | null>(null);
  const close = () => setOpen(null);
  const archived = module.state === 'archived';
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actions.more', { name: module.title })}>
            <IconDotsVertical size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={18} aria-hidden="true" />} onClick={() => setOpen('copy')}>
            {t('actions.duplicate')}
          </Menu.Item>
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
      <NewModuleModal opened={open === 'copy'} trackId={null} copyOf={module} onClose={close} />
      <ArchiveModuleModal opened={open === 'archive'} module={module} archived={archived} onClose={close} />
    </>
  );
}
