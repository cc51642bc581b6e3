import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { enquiryFields, type EnquiryField, type EnquiryForm, type EnquiryText } from '../../model/enquiry-form';

/** Props of the fields with their faults as sentences, and the same sentences for the summary. */
export function useEnquiryFields(form: UseFormReturnType<EnquiryForm>) {
  const { t } = useTranslation('registration');
  const errorOf = (field: EnquiryField): string | null => {
    const code = form.errors[field];
    if (code === undefined || code === null) return null;
    if (code === 'too_long') return t('enquiry.faults.too_long', { field: t(`enquiry.fields.${field}`) });
    if (code === 'too_many') return t('enquiry.faults.too_many', { field: t(`enquiry.fields.${field}`) });
    return t(`enquiry.faults.${field}`);
  };
  const textField = (name: EnquiryText) => ({ ...form.getInputProps(name), id: name, error: errorOf(name) });
  const problems = enquiryFields.flatMap((fieldId) => {
    const message = errorOf(fieldId);
    return message === null ? [] : [{ fieldId, message }];
  });
  return { form, errorOf, textField, problems };
}

export type EnquiryFieldsApi = ReturnType<typeof useEnquiryFields>;
