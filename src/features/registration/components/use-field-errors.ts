import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { DetailsForm } from '../schemas';

const keys = [
  'errors.fullName',
  'errors.email',
  'errors.phone',
  'errors.password',
  'errors.passwordLong',
  'errors.tooLong',
  'errors.consent',
] as const;

/** Fields with the schema's message keys turned into sentences, and the same sentences for the summary. */
export function useFieldErrors(form: UseFormReturnType<DetailsForm>) {
  const { t } = useTranslation('registration');
  const sentence = (message: unknown) => {
    const key = keys.find((each) => each === message);
    return key === undefined ? null : t(key);
  };
  const field = (name: keyof DetailsForm, type: 'input' | 'checkbox' = 'input') => {
    const { error, ...input } = form.getInputProps(name, { type });
    return { ...input, id: name, error: sentence(error) };
  };
  const problems = Object.entries(form.errors).flatMap(([fieldId, message]) => {
    const text = sentence(message);
    return text === null ? [] : [{ fieldId, message: text }];
  });
  return { field, problems };
}
