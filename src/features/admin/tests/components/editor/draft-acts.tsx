import { Button, Group, Text } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useDiscardDraft } from '../../api/discard-draft';
import { usePublishTest } from '../../api/publish-test';
import { draftChanges } from '../../model/document';
import { isComplete } from '../../model/faults';
import type { TestDetail, TestModule } from '../../schemas';
import { useTestErrorText } from '../use-test-error-text';
import { Problems } from './problems';
import type { TestDraft } from './use-test-draft';

type Props = { test: TestDetail; draft: TestDraft; modules: TestModule[] };

/** Publishing and discarding act on what is kept, so the last changes are saved first. */
export function DraftActs({ test, draft, modules }: Props) {
  const { t } = useTranslation('adminTests');
  const [asked, setAsked] = useState<'publish' | 'discard' | 'problems' | null>(null);
  const { document, saver } = draft;
  if (!draft.hasDraft || test.state === 'archived') return null;
  const ask = async (what: 'publish' | 'discard') => {
    if (!(await saver.flush())) return;
    const moduleIds = modules.map(({ id }) => id);
    setAsked(what === 'publish' && !isComplete(document, moduleIds) ? 'problems' : what);
  };
  return (
    <>
      <Group gap="sm">
        {test.track_fixed && (
          <Button
            variant="default"
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            onClick={() => void ask('discard')}
          >
            {t('editor.discard.open')}
          </Button>
        )}
        <Button leftSection={<IconSend size={18} aria-hidden="true" />} onClick={() => void ask('publish')}>
          {t('editor.publish.open')}
        </Button>
      </Group>
      {asked === 'problems' && <Problems document={document} modules={modules} onClose={() => setAsked(null)} />}
      {asked === 'publish' && <PublishModal test={test} draft={draft} onClose={() => setAsked(null)} />}
      {asked === 'discard' && <DiscardModal test={test} draft={draft} onClose={() => setAsked(null)} />}
    </>
  );
}

type ModalProps = { test: TestDetail; draft: TestDraft; onClose: () => void };

function PublishModal({ test, draft, onClose }: ModalProps) {
  const { t } = useTranslation('adminTests');
  const act = usePublishTest();
  const refusal = useTestErrorText();
  const { settings, ...counts } = draftChanges(test.published, draft.document);
  return (
    <ActModal
      title={t('editor.publish.title', { title: draft.document.settings.title })}
      body={t('editor.publish.body')}
      confirmLabel={t('editor.publish.confirm')}
      act={act}
      variables={(reason) => ({ testId: test.id, version: draft.saver.version, reason })}
      refusal={refusal}
      done={t('editor.publish.done')}
      onClose={onClose}
    >
      <Text fw={600}>{t('editor.publish.changes', counts)}</Text>
      {settings && <Text fw={600}>{t('editor.publish.settings')}</Text>}
    </ActModal>
  );
}

function DiscardModal({ test, draft, onClose }: ModalProps) {
  const { t } = useTranslation('adminTests');
  const act = useDiscardDraft();
  const refusal = useTestErrorText();
  return (
    <ActModal
      title={t('editor.discard.title')}
      body={t('editor.discard.body')}
      confirmLabel={t('editor.discard.confirm')}
      destructive
      act={act}
      variables={(reason) => ({ testId: test.id, version: draft.saver.version, reason })}
      refusal={refusal}
      done={t('editor.discard.done')}
      onClose={onClose}
    />
  );
}
