import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { EnquiryKind } from '@contracts/submit-enquiry.ts';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import { FormSection } from './form-section';
import { KindChoice } from './kind-choice';
import type { EnquiryFieldsApi } from './use-enquiry-fields';

const states = gstStates.map(({ code, name }) => ({ value: code, label: name }));

type Props = { fields: EnquiryFieldsApi; kind: EnquiryKind | null; onKind: (kind: string) => void };

export function InstitutionSection({ fields: { textField, errorOf }, kind, onKind }: Props) {
  const { t } = useTranslation('registration');
  return (
    <FormSection title={t('enquiry.institution.title')} hint={t('enquiry.institution.hint')}>
      <KindChoice value={kind} error={errorOf('kind')} onChange={onKind} />
      <TextInput
        label={t('enquiry.fields.institutionName')}
        autoComplete="organization"
        withAsterisk
        {...textField('institutionName')}
      />
      <TextInput
        label={t('enquiry.fields.website')}
        type="text"
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t('enquiry.institution.websiteExample')}
        {...textField('website')}
      />
      <Textarea label={t('enquiry.fields.address')} autoComplete="street-address" rows={2} {...textField('address')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('enquiry.fields.city')} autoComplete="address-level2" {...textField('city')} />
        <NativeSelect
          label={t('enquiry.fields.state')}
          data={[{ value: '', label: t('enquiry.institution.noState') }, ...states]}
          {...textField('state')}
        />
      </SimpleGrid>
    </FormSection>
  );
}
