import { ActionIcon, Group, UnstyledButton } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { ConfirmModal } from '~/components/confirm-modal';
import { StatusBadge } from '~/components/status-badge';
import type { DraftQuestion } from '../../model/document';
import { mostQuestions, questionFaults } from '../../model/faults';
import type { TestModule } from '../../schemas';
import classes from './question-row.module.css';
import type { TestDraft } from './use-test-draft';

type Props = {
  question: DraftQuestion;
  number: number;
  draft: TestDraft;
  modules: TestModule[];
  locked: boolean;
  onOpen: () => void;
};

export function QuestionRow({ question, number, draft, modules, locked, onOpen }: Props) {
  const { t } = useTranslation('adminTests');
  const faults = questionFaults(
    question,
    modules.map(({ id }) => id),
  ).length;
  const module = modules.find(({ id }) => id === question.module_id)?.title;
  return (
    <div className={classes.row}>
      <UnstyledButton className={classes.open} aria-label={t('questions.open', { number })} onClick={onOpen}>
        <span className={classes.text}>{`${number}. ${question.prompt.trim() || t('questions.untitled')}`}</span>
        <span className={classes.meta}>
          {[t(`kind.${question.kind}`), t('questions.points', { count: question.points ?? 0 }), module]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap">
        {faults > 0 && <StatusBadge tone="warning" label={t('questions.faults', { count: faults })} />}
        <RowActs question={question} number={number} draft={draft} locked={locked} />
      </Group>
    </div>
  );
}

function RowActs({ question, number, draft, locked }: Pick<Props, 'question' | 'number' | 'draft' | 'locked'>) {
  const { t } = useTranslation('adminTests');
  const [asking, setAsking] = useState(false);
  const { questions } = draft.document;
  const copy = { ...question, ref: crypto.randomUUID(), id: null };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        disabled={locked || questions.length >= mostQuestions}
        aria-label={t('questions.duplicate', { number })}
        onClick={() => draft.setQuestions([...questions.slice(0, number), copy, ...questions.slice(number)])}
      >
        <IconCopy size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        size={44}
        disabled={locked}
        aria-label={t('questions.delete', { number })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
      <ConfirmModal
        opened={asking}
        title={t('questions.deleteTitle', { number })}
        confirmLabel={t('questions.deleteConfirm')}
        destructive
        onConfirm={() => {
          setAsking(false);
          draft.setQuestions(questions.filter(({ ref }) => ref !== question.ref));
          announce(t('questions.deleted'));
        }}
        onClose={() => setAsking(false)}
      >
        {t('questions.deleteBody')}
      </ConfirmModal>
    </>
  );
}
