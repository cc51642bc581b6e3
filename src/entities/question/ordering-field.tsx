import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { moved, orderedOptionIds } from './answer-rules';
import type { AnswerFieldsProps } from './answer-fields';
import classes from './answer-fields.module.css';

/** Put in order by buttons, which work by keyboard, touch and screen reader alike. */
export function OrderingField({ question, selected, disabled, labelledBy, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('tests');
  const order = orderedOptionIds(
    question.options.map((option) => option.id),
    selected,
  );
  const textOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? id;
  const move = (index: number, by: -1 | 1) => {
    const next = moved(order, index, by);
    onChange(next);
    announce(t('question.movedTo', { option: textOf(order[index] ?? ''), place: index + by + 1, total: order.length }));
  };
  return (
    <>
      <p className={classes.hint}>{t('question.putInOrder')}</p>
      <ol className={classes.set} aria-labelledby={labelledBy}>
        {order.map((id, index) => (
          <li key={id} className={classes.row}>
            <span className={classes.place} aria-hidden="true">
              {`${index + 1}.`}
            </span>
            <span>{textOf(id)}</span>
            <span className={classes.moves}>
              <ActionIcon
                variant="default"
                size={44}
                disabled={disabled || index === 0}
                aria-label={t('question.moveUp', { option: textOf(id) })}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={20} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={44}
                disabled={disabled || index === order.length - 1}
                aria-label={t('question.moveDown', { option: textOf(id) })}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={20} aria-hidden="true" />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      {selected.length === 0 && (
        <Button
          className={classes.confirm}
          variant="default"
          disabled={disabled}
          leftSection={<IconCheck size={18} aria-hidden="true" />}
          onClick={() => onChange(order)}
        >
          {t('question.keepOrder')}
        </Button>
      )}
    </>
  );
}
