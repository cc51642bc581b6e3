import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notify } from './notify';
import { ReasonModal } from './reason-modal';

type Act<Variables> = {
  isPending: boolean;
  error: unknown;
  reset: () => void;
  mutate: (variables: Variables, options: { onSuccess: () => void }) => void;
};
type Props<Variables> = {
  title: string;
  /** What the act does, in a sentence. */
  body: string;
  confirmLabel: string;
  destructive?: boolean;
  warning?: string;
  size?: string;
  act: Act<Variables>;
  /** What is sent with this reason; null while a field is wrong, which then says so itself. */
  variables: (reason: string) => Variables | null;
  refusal: (error: unknown) => string;
  /** Said when it is done. */
  done: string;
  onClose: () => void;
  children?: ReactNode;
};

/** An act of staff: what it does, why it is done, and why it could not be done. It is shown while it is rendered. */
export function ActModal<Variables>({ act, body, children, ...props }: Props<Variables>) {
  const close = () => {
    act.reset();
    props.onClose();
  };
  return (
    <ReasonModal
      opened
      title={props.title}
      confirmLabel={props.confirmLabel}
      destructive={props.destructive}
      warning={props.warning}
      size={props.size}
      busy={act.isPending}
      onClose={close}
      onConfirm={(reason) => {
        const variables = props.variables(reason);
        if (variables === null) return;
        act.mutate(variables, {
          onSuccess: () => {
            void notify('success', props.done);
            props.onClose();
          },
        });
      }}
    >
      <Stack gap="sm">
        <Text>{body}</Text>
        {act.error !== null && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
            {props.refusal(act.error)}
          </Alert>
        )}
        {children}
      </Stack>
    </ReasonModal>
  );
}
