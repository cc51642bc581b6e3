import { Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { questionFaults } from '../../model/faults';
import type { TestModule } from '../../schemas';
import type { TestDraft } from '../editor/use-test-draft';
import { QuestionForm } from './question-form';
import { QuestionPreview } from './question-preview';

type Props = {
  questionRef: string;
  draft: TestDraft;
  modules: TestModule[];
  onOpen: (ref: string) => void;
  onClose: () => void;
};

/** One question of the draft. What is written is kept at once; closing is never a loss. */
export function QuestionDrawer({ questionRef, draft, modules, onOpen, onClose }: Props) {
  const { t } = useTranslation('adminTests');
  const { questions } = draft.document;
  const index = questions.findIndex(({ ref }) => ref === questionRef);
  const question = questions[index];
  // A new question is not blamed for being empty before anybody wrote in it.
  const [checked, setChecked] = useState(question?.id !== null || question.prompt !== '');
  if (question === undefined) return null;
  const faults = questionFaults(
    question,
    modules.map(({ id }) => id),
  );
  const neighbour = (by: 1 | -1) => questions[index + by]?.ref;
  const step = (by: 1 | -1) => {
    const ref = neighbour(by);
    if (ref !== undefined) onOpen(ref);
  };
  return (
    <SideDrawer title={t('question.title', { number: index + 1 })} size="46rem" onClose={onClose}>
      <Stack gap="lg">
        <QuestionForm
          question={question}
          modules={modules}
          faults={checked ? faults : []}
          locked={draft.saveState === 'conflict'}
          onChange={draft.setQuestion}
        />
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              disabled={neighbour(-1) === undefined}
              leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
              onClick={() => step(-1)}
            >
              {t('question.previous')}
            </Button>
            <Button
              variant="default"
              disabled={neighbour(1) === undefined}
              rightSection={<IconArrowRight size={18} aria-hidden="true" />}
              onClick={() => step(1)}
            >
              {t('question.next')}
            </Button>
          </Group>
          <Button
            onClick={() => {
              setChecked(true);
              if (faults.length === 0 || checked) onClose();
            }}
          >
            {t('question.done')}
          </Button>
        </Group>
        <Section title={t('question.preview')}>
          <QuestionPreview question={question} />
        </Section>
      </Stack>
    </SideDrawer>
  );
}
