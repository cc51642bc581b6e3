import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { Panel } from '~/components/panel';
import type { DraftQuestion } from '../../model/document';
import { QuestionPreview } from '../question/question-preview';

export function PreviewPanel({ questions }: { questions: DraftQuestion[] }) {
  const { t } = useTranslation('adminTests');
  return (
    <Panel title={t('preview.title')} note={t('preview.note')}>
      {questions.length === 0 && <EmptyState title={t('preview.none')} />}
      <Stack gap="xl">
        {questions.map((question, index) => (
          <QuestionPreview
            key={question.ref}
            question={question}
            heading={t('preview.count', { number: index + 1, total: questions.length })}
          />
        ))}
      </Stack>
    </Panel>
  );
}
