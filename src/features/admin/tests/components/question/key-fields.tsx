import '@mantine/core/styles/Radio.layer.css';
import { Group, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../../model/document';
import type { QuestionFault } from '../../model/faults';
import { useFaultText } from '../use-fault-text';
import { AcceptedFields } from './accepted-fields';
import { OptionFields } from './option-fields';

type Props = { question: DraftQuestion; faults: QuestionFault[]; onChange: (question: DraftQuestion) => void };

/** What is right, asked for as the kind needs it. */
export function KeyFields(props: Props) {
  switch (props.question.kind) {
    case 'true_false':
      return <TruthField {...props} />;
    case 'numeric':
      return <NumberFields {...props} />;
    case 'short_answer':
      return <AcceptedFields {...props} />;
    default:
      return <OptionFields {...props} />;
  }
}

function TruthField({ question, faults, onChange }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  return (
    <Radio.Group
      label={t('question.truth')}
      value={question.correct[0] ?? ''}
      error={at(faults, 'correct') ?? at(faults, 'options')}
      onChange={(value) => onChange({ ...question, correct: [value] })}
    >
      <Group mt={4}>
        <Radio value="true" label={t('question.true')} />
        <Radio value="false" label={t('question.false')} />
      </Group>
    </Radio.Group>
  );
}

function NumberFields({ question, faults, onChange }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  const [value = '', tolerance = ''] = question.correct;
  const set = (number: string, off: string) =>
    onChange({ ...question, correct: off.trim() === '' ? (number === '' ? [] : [number]) : [number, off] });
  const wrongTolerance = faults.some(({ code }) => code === 'invalid_tolerance');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        required
        label={t('question.value')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        value={value}
        error={wrongTolerance ? undefined : at(faults, 'correct')}
        onChange={({ currentTarget }) => set(currentTarget.value, tolerance)}
      />
      <TextInput
        label={t('question.tolerance')}
        description={t('question.toleranceHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        value={tolerance}
        error={wrongTolerance ? at(faults, 'correct') : undefined}
        onChange={({ currentTarget }) => set(value, currentTarget.value)}
      />
    </SimpleGrid>
  );
}
