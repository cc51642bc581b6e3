import { useTranslation } from 'react-i18next';
import { choose } from './answer-rules';
import type { AskedQuestion } from './question';
import classes from './answer-fields.module.css';
import { OrderingField } from './ordering-field';
import { TypedField } from './typed-field';

export type AnswerFieldsProps = {
  question: AskedQuestion;
  selected: readonly string[];
  disabled: boolean;
  /** Element that holds the question's text. */
  labelledBy: string;
  onChange: (selected: string[]) => void;
};

export function AnswerFields(props: AnswerFieldsProps) {
  switch (props.question.kind) {
    case 'ordering':
      return <OrderingField {...props} />;
    case 'numeric':
    case 'short_answer':
      return <TypedField {...props} />;
    default:
      return <OptionFields {...props} />;
  }
}

function OptionFields({ question, selected, disabled, labelledBy, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('tests');
  const several = question.kind === 'multiple';
  const options =
    question.kind === 'true_false' && question.options.length === 0
      ? [
          { id: 'true', text: t('question.true') },
          { id: 'false', text: t('question.false') },
        ]
      : question.options;
  return (
    <>
      <p className={classes.hint}>{t(several ? 'question.chooseSeveral' : 'question.chooseOne')}</p>
      <fieldset className={classes.set} aria-labelledby={labelledBy} disabled={disabled}>
        {options.map((option) => (
          <label key={option.id} className={classes.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={question.id}
              checked={selected.includes(option.id)}
              onChange={() => onChange(choose(question.kind, selected, option.id))}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
