import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { Panel } from '~/components/panel';
import { emptyQuestion } from '../../model/document';
import { mostQuestions } from '../../model/faults';
import type { TestModule } from '../../schemas';
import { ImportModal } from '../import/import-modal';
import { QuestionDrawer } from '../question/question-drawer';
import { ExportQuestions } from './export-questions';
import { QuestionList } from './question-list';
import type { TestDraft } from './use-test-draft';

type Props = { draft: TestDraft; modules: TestModule[]; locked: boolean; title: string };

export function QuestionsPanel({ draft, modules, locked, title }: Props) {
  const { t } = useTranslation('adminTests');
  const [opened, setOpened] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const { questions } = draft.document;
  // Each letter is seen at once where it is typed; the list behind follows when there is time.
  const listed = useDeferredValue(questions);
  const full = questions.length >= mostQuestions;
  const add = () => {
    const question = emptyQuestion(crypto.randomUUID());
    draft.setQuestions((now) => [...now, question]);
    setOpened(question.ref);
  };
  const points = questions.reduce((sum, question) => sum + (question.points ?? 0), 0);
  return (
    <Panel title={t('questions.title')} note={t('questions.total', { count: questions.length, points })}>
      <Group gap="sm" mb="md">
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} disabled={locked || full} onClick={add}>
          {t('questions.add')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden="true" />}
          disabled={locked || full}
          onClick={() => setImporting(true)}
        >
          {t('questions.import')}
        </Button>
        {questions.length > 0 && <ExportQuestions questions={questions} modules={modules} title={title} />}
        {full && <span>{t('questions.full')}</span>}
      </Group>
      {questions.length === 0 ? (
        <EmptyState title={t('questions.none')} body={t('questions.noneBody')} />
      ) : (
        <QuestionList
          questions={listed}
          modules={modules}
          locked={locked}
          onChange={draft.setQuestions}
          onOpen={setOpened}
        />
      )}
      {opened !== null && (
        <QuestionDrawer
          key={opened}
          questionRef={opened}
          draft={draft}
          modules={modules}
          onOpen={setOpened}
          onClose={() => setOpened(null)}
        />
      )}
      {importing && <ImportModal draft={draft} modules={modules} onClose={() => setImporting(false)} />}
    </Panel>
  );
}
