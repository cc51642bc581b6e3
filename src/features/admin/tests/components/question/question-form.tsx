import '@mantine/core/styles/NumberInput.layer.css';
import { NativeSelect, NumberInput, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { questionKinds } from '~/entities/question/question';
import { changeKind, type DraftQuestion } from '../../model/document';
import { longestPrompt, type QuestionFault } from '../../model/faults';
import type { TestModule } from '../../schemas';
import { useFaultText } from '../use-fault-text';
import { KeyFields } from './key-fields';
import classes from './key-fields.module.css';

type Props = {
  question: DraftQuestion;
  modules: TestModule[];
  faults: QuestionFault[];
  locked: boolean;
  onChange: (question: DraftQuestion) => void;
};

export function QuestionForm({ question, modules, faults, locked, onChange }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  const set = (change: Partial<DraftQuestion>) => onChange({ ...question, ...change });
  const mark = (field: 'points' | 'negative_points') => ({
    min: 0,
    max: 100,
    allowNegative: false,
    clampBehavior: 'none' as const,
    value: question[field] ?? '',
    error: at(faults, field),
    onChange: (value: string | number) => set({ [field]: typeof value === 'number' ? value : null }),
  });
  return (
    <fieldset className={classes.set} disabled={locked}>
      <Stack gap="sm">
        <NativeSelect
          label={t('question.kind')}
          data={questionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={question.kind}
          onChange={({ currentTarget }) =>
            onChange(changeKind(question, questionKinds.find((kind) => kind === currentTarget.value) ?? question.kind))
          }
        />
        <Textarea
          required
          label={t('question.prompt')}
          description={t('question.promptHint')}
          autosize
          minRows={3}
          maxLength={longestPrompt}
          value={question.prompt}
          error={at(faults, 'prompt')}
          onChange={({ currentTarget }) => set({ prompt: currentTarget.value })}
        />
        <KeyFields question={question} faults={faults} onChange={onChange} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <NumberInput label={t('question.points')} allowDecimal={false} {...mark('points')} />
          <NumberInput label={t('question.negative')} decimalScale={2} step={0.25} {...mark('negative_points')} />
          <NativeSelect
            label={t('question.module')}
            data={[
              { value: '', label: t('question.noModule') },
              ...modules.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            value={question.module_id ?? ''}
            error={at(faults, 'module_id')}
            onChange={({ currentTarget }) => set({ module_id: currentTarget.value || null })}
          />
        </SimpleGrid>
        <Textarea
          label={t('question.explanation')}
          description={t('question.explanationHint')}
          autosize
          minRows={2}
          maxLength={longestPrompt}
          value={question.explanation}
          error={at(faults, 'explanation')}
          onChange={({ currentTarget }) => set({ explanation: currentTarget.value })}
        />
      </Stack>
    </fieldset>
  );
}
