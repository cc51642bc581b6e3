import { Button, Group, Title } from '@mantine/core';
import { IconEye, IconRocket, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '~/lib/use-page-title';
import type { DraftState } from '../../model/draft-keeper';
import type { CatalogueState } from '../../schemas';
import { StateBadge } from '../state-badge';
import classes from './editor.module.css';
import { SaveStatus } from './save-status';

type Props = {
  title: string;
  state: CatalogueState;
  draft: DraftState;
  faulty: boolean;
  onPreview: () => void;
  onPublish: () => void;
  onDiscard: () => void;
  menu: ReactNode;
  children?: ReactNode;
};

/** What is edited, whether it is kept, and what can be done with it as a whole. */
export function EditorHead({ title, state, draft, faulty, menu, children, ...act }: Props) {
  const { t } = useTranslation('programs');
  usePageTitle(title);
  const archived = state === 'archived';
  const changed = Object.keys(draft.changes).length > 0 || draft.state === 'waiting' || draft.state === 'saving';
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Group gap="sm">
          <StateBadge state={archived || state === 'draft' ? state : changed ? 'changed' : 'published'} />
          {!archived && <SaveStatus draft={draft} faulty={faulty} />}
        </Group>
        {children}
      </div>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconEye size={18} aria-hidden="true" />} onClick={act.onPreview}>
          {t('actions.preview')}
        </Button>
        {!archived && (
          <>
            {changed && (
              <Button
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden="true" />}
                onClick={act.onDiscard}
              >
                {t('actions.discard')}
              </Button>
            )}
            <Button
              leftSection={<IconRocket size={18} aria-hidden="true" />}
              disabled={!changed && state !== 'draft'}
              onClick={act.onPublish}
            >
              {t('actions.publish')}
            </Button>
          </>
        )}
        {menu}
      </Group>
    </header>
  );
}
