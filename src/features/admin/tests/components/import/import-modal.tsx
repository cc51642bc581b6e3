import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { type CheckedFile, type CheckedQuestion, takeQuestions } from '../../model/import/check-import';
import type { TestModule } from '../../schemas';
import type { TestDraft } from '../editor/use-test-draft';
import { CheckedQuestions } from './checked-questions';
import { FileForm } from './file-form';

type Props = { draft: TestDraft; modules: TestModule[]; onClose: () => void };

/** First what the file holds and what is wrong with it; only then, and only what was chosen, it comes into the draft. */
export function ImportModal({ draft, modules, onClose }: Props) {
  const { t } = useTranslation('adminTests');
  const { t: common } = useTranslation('common');
  const [checked, setChecked] = useState<CheckedFile | null>(null);
  const { questions } = draft.document;
  const add = (chosen: CheckedQuestion[]) => {
    draft.setQuestions((now) => takeQuestions(now, chosen, () => crypto.randomUUID()));
    void notify('success', t('import.added', { count: chosen.length }));
    onClose();
  };
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      {checked === null ? (
        <FileForm questions={questions} modules={modules} onChecked={setChecked} />
      ) : (
        <CheckedQuestions file={checked} draft={questions} onAdd={add} onAgain={() => setChecked(null)} />
      )}
    </Modal>
  );
}
