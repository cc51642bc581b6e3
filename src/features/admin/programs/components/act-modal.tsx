import { Alert } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { useErrorText } from './use-error-text';

type Props<Values, Answer> = {
  opened: boolean;
  title: string;
  confirmLabel: string;
  /** Said when it is done. */
  done: string;
  destructive?: boolean;
  warning?: string;
  act: UseMutationResult<Answer, Error, Values>;
  values: (reason: string) => Values;
  onClose: () => void;
  onDone?: (answer: Answer) => void;
  children?: ReactNode;
};

/** Asks for a reason and acts; what the server refuses stands in the dialog. */
export function ActModal<Values, Answer>({ act, values, done, onDone, children, ...modal }: Props<Values, Answer>) {
  const errorText = useErrorText();
  const close = () => {
    act.reset();
    modal.onClose();
  };
  return (
    <ReasonModal
      {...modal}
      busy={act.isPending}
      onClose={close}
      onConfirm={(reason) => {
        // What was done is read anew first, and may put another page in the place of this dialog: a promise goes on, a callback would not.
        act.mutateAsync(values(reason)).then(
          (answer) => {
            void notify('success', done);
            close();
            onDone?.(answer);
          },
          () => undefined,
        );
      }}
    >
      {children}
      {act.isError && (
        <Alert color="red" role="alert" mt="sm">
          {errorText(act.error)}
        </Alert>
      )}
    </ReasonModal>
  );
}
