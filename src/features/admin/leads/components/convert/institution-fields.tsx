import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import { leadKinds } from '../../schemas';
import { type ContractFormState, useContractField } from './contract-fields';
import { FormPart } from './form-part';

export function InstitutionFields({ form }: { form: ContractFormState }) {
  const { t } = useTranslation('leads');
  const field = useContractField(form);
  const states = gstStates.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FormPart title={t('convert.institutionTitle')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('field.institution_name')}
          maxLength={200}
          withAsterisk
          data-autofocus
          {...field('institution.name')}
        />
        <NativeSelect
          label={t('field.kind')}
          data={leadKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...field('institution.kind')}
        />
        <TextInput label={t('field.contact_name')} autoComplete="off" {...field('institution.contact_name')} />
        <TextInput
          type="email"
          label={t('field.contact_email')}
          autoComplete="off"
          withAsterisk
          {...field('institution.contact_email')}
        />
        <TextInput
          type="tel"
          label={t('field.contact_phone')}
          autoComplete="off"
          {...field('institution.contact_phone')}
        />
        <NativeSelect
          label={t('field.state')}
          data={[{ value: '', label: t('contact.noState') }, ...states]}
          {...field('institution.state')}
        />
        <Textarea label={t('field.address')} rows={1} resize="vertical" {...field('institution.address')} />
        <TextInput
          label={t('convert.gstin')}
          maxLength={15}
          autoCapitalize="characters"
          spellCheck={false}
          {...field('institution.gstin')}
        />
      </SimpleGrid>
    </FormPart>
  );
}
