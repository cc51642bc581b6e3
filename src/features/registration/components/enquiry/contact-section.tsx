import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from './form-section';
import type { EnquiryFieldsApi } from './use-enquiry-fields';

export function ContactSection({ fields: { textField } }: { fields: EnquiryFieldsApi }) {
  const { t } = useTranslation('registration');
  return (
    <FormSection title={t('enquiry.contact.title')} hint={t('enquiry.contact.hint')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('enquiry.fields.contactName')}
          autoComplete="name"
          withAsterisk
          {...textField('contactName')}
        />
        <TextInput
          label={t('enquiry.fields.designation')}
          autoComplete="organization-title"
          {...textField('designation')}
        />
        <TextInput
          type="email"
          label={t('enquiry.fields.email')}
          autoComplete="email"
          withAsterisk
          {...textField('email')}
        />
        <TextInput
          type="tel"
          label={t('enquiry.fields.phone')}
          autoComplete="tel"
          withAsterisk
          {...textField('phone')}
        />
      </SimpleGrid>
    </FormSection>
  );
}
