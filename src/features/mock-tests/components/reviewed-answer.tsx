import { IconCheck, IconCircle, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import { type OptionMark, optionMark } from '../model/results';
import type { ReviewedQuestion } from '../schemas';
import classes from './attempt-review.module.css';

/** One question with the own answer, the right one and why. */
export function ReviewedAnswer({ question, number }: { question: ReviewedQuestion; number: number }) {
  const { t } = useTranslation('tests');
  const blank = question.selected.length === 0;
  const right = question.is_correct === true;
  return (
    <article>
      <div className={classes.head}>
        <span>{t('palette.question', { number })}</span>
        <StatusBadge
          tone={right ? 'good' : blank ? 'neutral' : 'bad'}
          label={t(right ? 'review.right' : blank ? 'review.blank' : 'review.notRight')}
        />
        <span>{t('result.pointsOf', { points: question.points_awarded ?? 0, max: question.points })}</span>
      </div>
      <h3 className={classes.prompt}>{question.prompt}</h3>
      {question.kind === 'ordering' || question.options.length === 0 ? (
        <Written question={question} />
      ) : (
        <Options question={question} />
      )}
      {question.explanation !== null && question.explanation !== '' && (
        <p className={classes.why}>
          <strong>{t('review.why')}</strong>
          {question.explanation}
        </p>
      )}
    </article>
  );
}

const icons = { right: IconCheck, missed: IconCircleDashed, wrong: IconX, none: IconCircle };

function Options({ question }: { question: ReviewedQuestion }) {
  return (
    <ul className={classes.options}>
      {question.options.map((option) => (
        <OptionRow key={option.id} text={option.text} mark={optionMark(question, option.id)} />
      ))}
    </ul>
  );
}

function OptionRow({ text, mark }: { text: string; mark: OptionMark }) {
  const { t } = useTranslation('tests');
  const Icon = icons[mark];
  return (
    <li className={classes.option} data-mark={mark}>
      <span className={classes.icon}>
        <Icon size={18} stroke={mark === 'none' ? 1.2 : 2.4} aria-hidden="true" />
      </span>
      <span>{text}</span>
      {mark !== 'none' && <span className={classes.mark}>{t(`review.mark.${mark}`)}</span>}
    </li>
  );
}

/** Typed answers, and orders, stand as text: yours and the right one. */
function Written({ question }: { question: ReviewedQuestion }) {
  const { t } = useTranslation('tests');
  const textOf = (value: string) => question.options.find((option) => option.id === value)?.text ?? value;
  const join = (values: readonly string[]) =>
    values.map(textOf).join(question.kind === 'ordering' ? ' → ' : t('review.or'));
  // A second number is the tolerance, not another answer.
  const correct = question.kind === 'numeric' ? question.correct.slice(0, 1) : question.correct;
  return (
    <dl className={classes.typed}>
      <div>
        <dt>{t('review.yours')}</dt>
        <dd>{question.selected.length === 0 ? t('review.blank') : join(question.selected)}</dd>
      </div>
      <div>
        <dt>{t('review.rightAnswer')}</dt>
        <dd>{join(correct)}</dd>
      </div>
    </dl>
  );
}
