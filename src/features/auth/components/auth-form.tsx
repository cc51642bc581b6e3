import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { FormErrorSummary, type FieldProblem } from '~/components/form-error-summary';

type Props = {
  children: ReactNode;
  submit: string;
  busy: boolean;
  problems: FieldProblem[];
  attempt: number;
  /** What the server said no to, in words. */
  refusal: string | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

export function AuthForm(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.refusal !== null) box.current?.focus();
  }, [props.refusal]);
  return (
    <form noValidate onSubmit={props.onSubmit}>
      <Stack gap="lg">
        <FormErrorSummary problems={props.problems} attempt={props.attempt} />
        {props.refusal !== null && (
          <Alert ref={box} tabIndex={-1} role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
            {props.refusal}
          </Alert>
        )}
        {props.children}
        <Button type="submit" size="lg" fullWidth loading={props.busy}>
          {props.submit}
        </Button>
      </Stack>
    </form>
  );
}
