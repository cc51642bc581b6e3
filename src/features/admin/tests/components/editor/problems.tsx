import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { List, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TestDocument } from '../../model/document';
import { questionFaults, settingsFaults } from '../../model/faults';
import type { TestModule } from '../../schemas';
import { useFaultText } from '../use-fault-text';

type Props = { document: TestDocument; modules: TestModule[]; onClose: () => void };

/** Everything that stands between the draft and learners. */
export function Problems({ document, modules, onClose }: Props) {
  const { t } = useTranslation('adminTests');
  const { t: common } = useTranslation('common');
  const { sentence } = useFaultText();
  const moduleIds = modules.map(({ id }) => id);
  const found = [
    ...settingsFaults(document.settings).map((fault) => t('editor.problems.settings', { fault: sentence(fault) })),
    ...(document.questions.length === 0 ? [t('editor.problems.noQuestions')] : []),
    ...document.questions.flatMap((question, index) =>
      questionFaults(question, moduleIds).map((fault) =>
        t('editor.problems.question', { number: index + 1, fault: sentence(fault) }),
      ),
    ),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('editor.problems.title', { count: found.length })}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <List size="sm" spacing={6}>
        {found.map((problem) => (
          <List.Item key={problem}>{problem}</List.Item>
        ))}
      </List>
    </Modal>
  );
}
