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
import type { ChangeQuestions } from './question-list';

type Props = {
  question: DraftQuestion;
  number: number;
  /** How many there are. */
  total: number;
  modules: TestModule[];
  locked: boolean;
  onChange: ChangeQuestions;
  onOpen: (ref: string) => void;
};

export function QuestionRow({ question, number, total, modules, locked, onChange, onOpen }: Props) {
  const { t } = useTranslation('adminTests');
  const faults = questionFaults(
    question,
    modules.map(({ id }) => id),
  ).length;
  const module = modules.find(({ id }) => id === question.module_id)?.title;
  return (
    <div className={classes.row}>
      <UnstyledButton
        className={classes.open}

        onClick={() => onOpen(question.ref)}
      >
        <span className={classes.text}>{`${number}. ${question.prompt.trim() || t('questions.untitled')}`}</span>
        <span className={classes.meta}>
          {[t(`kind.${question.kind}`), t('questions.points', { count: question.points ?? 0 }), module]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap">
        {faults > 0 && <StatusBadge tone="warning" label={t('questions.faults', { count: faults })} />}
        <RowActs question={question} number={number} total={total} locked={locked} onChange={onChange} />
      </Group>
    </div>
  );
}

function RowActs({ question, number, total, locked, onChange }: Omit<Props, 'modules' | 'onOpen'>) {
  const { t } = useTranslation('adminTests');
  const [asking, setAsking] = useState(false);
  const copy = () =>
    onChange((now) =>
      now.flatMap((each) =>
        each.ref === question.ref ? [each, { ...each, ref: crypto.randomUUID(), id: null }] : [each],
      ),
    );
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        disabled={locked || total >= mostQuestions}
        aria-label={t('questions.duplicate', { number })}
        onClick={copy}
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
          onChange((now) => now.filter(({ ref }) => ref !== question.ref));
          announce(t('questions.deleted'));
        }}
        onClose={() => setAsking(false)}
      >
        {t('questions.deleteBody')}
      </ConfirmModal>
    </>
  );
}
