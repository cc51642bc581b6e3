import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isNumeric, typedSelection } from './answer-rules';
import type { AnswerFieldsProps } from './answer-fields';
import classes from './answer-fields.module.css';

/** Keeps what is typed as it is typed; only what it means is handed on. */
export function TypedField({ question, selected, disabled, labelledBy, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('tests');
  const given = selected[0] ?? '';
  const [text, setText] = useState(given);
  const [seen, setSeen] = useState(given);
  // Another tab or the server changed the answer.
  if (seen !== given) {
    setSeen(given);
    if (text.trim() !== given) setText(given);
  }
  const numeric = question.kind === 'numeric';
  const error = numeric && text.trim() !== '' && !isNumeric(text) ? t('question.notANumber') : undefined;
  return (
    <TextInput
      className={classes.short}
      aria-labelledby={labelledBy}
      description={t(numeric ? 'question.typeNumber' : 'question.typeText')}
      inputMode={numeric ? 'decimal' : 'text'}
      maxLength={numeric ? 60 : 500}
      autoComplete="off"
      value={text}
      disabled={disabled}
      error={error}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        onChange(typedSelection(value));
      }}
    />
  );
}
