import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActModal } from '~/components/act-modal';
import { paths } from '~/lib/paths';
import { useArchiveTest } from '../../api/archive-test';
import type { TestRow } from '../../schemas';
import { useTestErrorText } from '../use-test-error-text';
import { NewTestModal } from './new-test-modal';

export function TestMenu({ test }: { test: TestRow }) {
  const { t } = useTranslation('adminTests');
  const [asked, setAsked] = useState<'copy' | 'archive' | null>(null);
  const archived = test.state === 'archived';
  const ArchiveIcon = archived ? IconArchiveOff : IconArchive;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('menu.open', { title: test.title })}>
            <IconDots size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={paths.adminTest(test.id)}
            leftSection={<IconPencil size={18} aria-hidden="true" />}
          >
            {t('menu.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={18} aria-hidden="true" />} onClick={() => setAsked('copy')}>
            {t('menu.duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<ArchiveIcon size={18} aria-hidden="true" />} onClick={() => setAsked('archive')}>
            {t(archived ? 'menu.restore' : 'menu.archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'copy' && <NewTestModal trackId={test.track_id} copyOf={test} onClose={() => setAsked(null)} />}
      {asked === 'archive' && <ArchiveModal test={test} onClose={() => setAsked(null)} />}
    </>
  );
}

function ArchiveModal({ test, onClose }: { test: TestRow; onClose: () => void }) {
  const { t } = useTranslation('adminTests');
  const act = useArchiveTest();
  const refusal = useTestErrorText();
  const archive = test.state !== 'archived';
  const name = archive ? 'archive' : 'restore';
  return (
    <ActModal
      title={t(`${name}.title`, { title: test.title })}
      body={t(`${name}.body`)}
      confirmLabel={t(`${name}.confirm`)}
      destructive={archive}
      warning={t('archive.warning')}
      act={act}
      variables={(reason) => ({ testId: test.id, archive, reason })}
      refusal={refusal}
      done={t(`${name}.done`)}
      onClose={onClose}
    />
  );
}
