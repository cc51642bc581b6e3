import { schemaResolver, useForm, type FormErrors } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '~/components/form-error-summary';
import { errorText } from '~/lib/i18n/error-text';
import { authErrorKey } from '../model/sign-in-error';

type Options<Values> = {
  initialValues: Values;
  schema: Parameters<typeof schemaResolver>[0];
  send: (values: Values) => Promise<unknown>;
  onDone?: (values: Values) => void;
};

const texts = [
  'emailRequired',
  'emailWrong',
  'passwordRequired',
  'passwordShort',
  'passwordLong',
  'repeatWrong',
  'nameRequired',
  'nameLong',
  'consentRequired',
] as const;

/** What the sign-in forms share: checking, sending, and telling what is wrong where it is wrong. */
export function useAuthForm<Values extends Record<string, string | boolean>>(options: Options<Values>) {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<FieldProblem[]>([]);

  const say = (message: unknown) => {
    const known = texts.find((key) => `errors.${key}` === message);
    return known === undefined ? '' : t(`errors.${known}`);
  };
  const check = schemaResolver(options.schema, { sync: true });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: options.initialValues,
    validate: (values) =>
      Object.fromEntries(Object.entries(check(values)).map(([field, message]) => [field, say(message)])),
  });
  const sending = useMutation({ mutationFn: options.send, onSuccess: (_answer, values) => options.onDone?.(values) });

  const onSubmit = form.onSubmit(
    (values) => {
      setProblems([]);
      sending.mutate(values);
    },
    (errors: FormErrors) => {
      sending.reset();
      setProblems(Object.entries(errors).map(([field, message]) => ({ fieldId: field, message: String(message) })));
      setAttempt((count) => count + 1);
    },
  );
  const key = sending.isError ? authErrorKey(sending.error) : null;
  const refusal = sending.isError ? (key === null ? errorText(common, sending.error) : t(key)) : null;
  return { form, onSubmit, problems, attempt, refusal, busy: sending.isPending, done: sending.isSuccess };
}
