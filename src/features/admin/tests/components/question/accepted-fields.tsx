import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../../model/document';
import { longestAccepted, type QuestionFault } from '../../model/faults';
import { useFaultText } from '../use-fault-text';
import classes from './key-fields.module.css';

type Props = { question: DraftQuestion; faults: QuestionFault[]; onChange: (question: DraftQuestion) => void };

const mostAccepted = 20;

export function AcceptedFields({ question, faults, onChange }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  const texts = question.correct.length === 0 ? [''] : question.correct;
  const set = (correct: string[]) => onChange({ ...question, correct });
  const found = at(faults, 'correct') ?? at(faults, 'options');
  return (
    <fieldset className={classes.set}>
      <legend>{t('question.accepted')}</legend>
      <p className={classes.hint}>{t('question.acceptedHint')}</p>
      <div className={classes.lines}>
        {texts.map((text, index) => (
          // Fields of a list that is only ever added to at its end keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.line} data-bare>
            <TextInput
              aria-label={t('question.acceptedText', { number: index + 1 })}
              autoComplete="off"
              maxLength={longestAccepted}
              value={text}
              onChange={({ currentTarget: { value } }) => set(texts.map((each, at) => (at === index ? value : each)))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              disabled={texts.length === 1}
              aria-label={t('question.removeAccepted', { number: index + 1 })}
              onClick={() => set(texts.filter((_, at) => at !== index))}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
      </div>
      {found !== undefined && <p className={classes.fault}>{found}</p>}
      <Button
        mt="xs"
        size="sm"
        variant="default"
        disabled={texts.length >= mostAccepted}
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => set([...texts, ''])}
      >
        {t('question.addAccepted')}
      </Button>
    </fieldset>
  );
}
