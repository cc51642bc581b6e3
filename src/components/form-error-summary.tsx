import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export type FieldProblem = { fieldId: string; message: string };

/**
 * What is wrong, above the form, each a link to its field. Takes the focus when `attempt` grows (count the submits), so that a
 * screen reader hears it and the keyboard is near.
 */
export function FormErrorSummary({ problems, attempt }: { problems: FieldProblem[]; attempt: number }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('form.summaryTitle', { count: problems.length })}
    >
      <List size="sm">
        {problems.map((problem) => (
          <List.Item key={`${problem.fieldId}:${problem.message}`}>
            <Anchor
              href={`#${problem.fieldId}`}
              inherit
              c="inherit"
              underline="always"
              className="tap"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.fieldId)?.focus();
              }}
            >
              {problem.message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
