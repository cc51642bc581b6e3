import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconFlag, IconFlagFilled } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerFields } from '~/entities/question/answer-fields';
import type { Answer } from '../model/answers';
import type { Question } from '../schemas';
import classes from './question-card.module.css';

type Props = {
  question: Question;
  number: number;
  total: number;
  answer: Answer | undefined;
  disabled: boolean;
  refused: boolean;
  onAnswer: (selected: string[]) => void;
  onFlag: (flagged: boolean) => void;
  onGo: (index: number) => void;
};

export function QuestionCard({ question, number, total, answer, disabled, refused, onAnswer, onFlag, onGo }: Props) {
  const { t } = useTranslation('tests');
  const promptId = useId();
  const prompt = useRef<HTMLHeadingElement>(null);
  const shown = useRef(question.id);
  const flagged = answer?.flagged ?? false;
  // Moving to another question moves the reader there; the first one does not take the focus.
  useEffect(() => {
    if (shown.current === question.id) return;
    shown.current = question.id;
    prompt.current?.focus();
  }, [question.id]);

  return (
    <div>
      <article className={classes.card} aria-labelledby={promptId}>
        <div className={classes.head}>
          <span className={classes.count}>
            {`${t('question.count', { number, total })} · ${t('question.points', { count: question.points })}`}
          </span>
          <Button
            variant={flagged ? 'light' : 'subtle'}
            size="sm"
            px="xs"
            color={flagged ? 'accent' : 'gray'}
            aria-pressed={flagged}
            disabled={disabled}
            leftSection={
              flagged ? <IconFlagFilled size={18} aria-hidden="true" /> : <IconFlag size={18} aria-hidden="true" />
            }
            onClick={() => onFlag(!flagged)}
          >
            {t(flagged ? 'question.unflag' : 'question.flag')}
          </Button>
        </div>
        <h2 id={promptId} ref={prompt} tabIndex={-1} className={classes.prompt}>
          {question.prompt}
        </h2>
        <AnswerFields
          key={question.id}
          question={question}
          selected={answer?.selected ?? []}
          disabled={disabled}
          labelledBy={promptId}
          onChange={onAnswer}
        />
        {refused && <p role="alert">{t('question.refused')}</p>}
      </article>
      <div className={classes.steps}>
        <Button
          variant="default"
          disabled={number === 1}
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => onGo(number - 2)}
        >
          {t('question.previous')}
        </Button>
        <Button
          variant={number === total ? 'default' : 'filled'}
          disabled={number === total}
          rightSection={<IconArrowRight size={18} aria-hidden="true" />}
          onClick={() => onGo(number)}
        >
          {t('question.next')}
        </Button>
      </div>
    </div>
  );
}
