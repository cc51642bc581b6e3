import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ReorderList } from '~/components/reorder-list';
import { type DraftQuestion, moveItem } from '../../model/document';
import type { TestModule } from '../../schemas';
import { QuestionRow } from './question-row';

export type ChangeQuestions = (update: (questions: DraftQuestion[]) => DraftQuestion[]) => void;
type Props = {
  questions: DraftQuestion[];
  modules: TestModule[];
  locked: boolean;
  onChange: ChangeQuestions;
  onOpen: (ref: string) => void;
};

/** Five hundred rows are drawn only when a question or their order has changed. */
export const QuestionList = memo(function QuestionList({ questions, modules, locked, onChange, onOpen }: Props) {
  const { t } = useTranslation('adminTests');
  return (
    <ReorderList
      label={t('questions.list')}
      items={questions}
      keyOf={({ ref }) => ref}
      nameOf={(_, index) => t('questions.name', { number: index + 1 })}
      disabled={locked}
      onMove={(from, to) => onChange((now) => moveItem(now, from, to))}
    >
      {(question, index) => (
        <QuestionRow
          question={question}
          number={index + 1}
          total={questions.length}
          modules={modules}
          locked={locked}
          onChange={onChange}
          onOpen={onOpen}
        />
      )}
    </ReorderList>
  );
});
