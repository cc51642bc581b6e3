import '@mantine/core/styles/Radio.layer.css';
import { ActionIcon, Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ReorderList } from '~/components/reorder-list';
import { changeOptions, type DraftQuestion, freeOptionId, moveItem } from '../../model/document';
import { longestOption, mostOptions, type QuestionFault } from '../../model/faults';
import { useFaultText } from '../use-fault-text';
import classes from './key-fields.module.css';

type Props = { question: DraftQuestion; faults: QuestionFault[]; onChange: (question: DraftQuestion) => void };

/** Options in the order of the author, each marked right or not; for an ordering that order is the answer. */
export function OptionFields({ question, faults, onChange }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  const { kind, options } = question;
  const set = (next: DraftQuestion['options']) => onChange(changeOptions(question, next));
  const hint = kind === 'multiple' || kind === 'ordering' ? kind : 'single';
  const found = at(faults, 'options') ?? at(faults, 'correct');
  return (
    <fieldset className={classes.set}>
      <legend>{t('question.options')}</legend>
      <p className={classes.hint}>{t(`question.optionsHint.${hint}`)}</p>
      <ReorderList
        label={t('question.options')}
        items={options}
        keyOf={({ id }) => id}
        nameOf={({ text }, index) => text.trim() || t('question.option', { number: index + 1 })}
        onMove={(from, to) => set(moveItem(options, from, to))}
      >
        {(option, index) => (
          <div className={classes.line} data-bare={kind === 'ordering' || undefined}>
            {kind !== 'ordering' && <RightMark question={question} index={index} onChange={onChange} />}
            <TextInput
              aria-label={t('question.option', { number: index + 1 })}
              autoComplete="off"
              maxLength={longestOption}
              value={option.text}
              onChange={({ currentTarget: { value } }) =>
                set(options.map((each) => (each.id === option.id ? { ...each, text: value } : each)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              disabled={options.length <= 2}
              aria-label={t('question.removeOption', { number: index + 1 })}
              onClick={() => set(options.filter(({ id }) => id !== option.id))}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </div>
        )}
      </ReorderList>
      {found !== undefined && <p className={classes.fault}>{found}</p>}
      <Button
        mt="xs"
        size="sm"
        variant="default"
        disabled={options.length >= mostOptions}
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => set([...options, { id: freeOptionId(options), text: '' }])}
      >
        {t('question.addOption')}
      </Button>
    </fieldset>
  );
}

function RightMark({ question, index, onChange }: Pick<Props, 'question' | 'onChange'> & { index: number }) {
  const { t } = useTranslation('adminTests');
  const group = useId();
  const id = question.options[index]?.id ?? '';
  const right = question.correct.includes(id);
  const label = t('question.right', { number: index + 1 });
  if (question.kind === 'multiple') {
    const without = question.correct.filter((each) => each !== id);
    return (
      <Checkbox
        aria-label={label}
        checked={right}
        onChange={() =>
          onChange(
            changeOptions({ ...question, correct: right ? without : [...question.correct, id] }, question.options),
          )
        }
      />
    );
  }
  return (
    <Radio
      // Each has a group of its own: what is checked comes from the question.
      name={`${group}-${question.ref}`}
      aria-label={label}
      checked={right}
      onChange={() => onChange({ ...question, correct: [id] })}
    />
  );
}
