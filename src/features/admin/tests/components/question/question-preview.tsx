import { useId, useState } from 'react';
import { AnswerFields } from '~/entities/question/answer-fields';
import type { DraftQuestion } from '../../model/document';
import classes from './question-preview.module.css';

/** The question with the fields that learners answer it by. What is answered here goes nowhere. */
export function QuestionPreview({ question, heading }: { question: DraftQuestion; heading?: string }) {
  const promptId = useId();
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <article aria-labelledby={promptId}>
      {heading !== undefined && <span className={classes.count}>{heading}</span>}
      <h3 id={promptId} className={classes.prompt}>
        {question.prompt}
      </h3>
      <AnswerFields
        key={question.kind}
        question={{ ...question, id: `preview-${question.ref}` }}
        selected={selected}
        disabled={false}
        labelledBy={promptId}
        onChange={setSelected}
      />
    </article>
  );
}
