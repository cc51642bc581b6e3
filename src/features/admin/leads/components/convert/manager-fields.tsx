import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ContractFormState, useContractField } from './contract-fields';
import { FormPart } from './form-part';

export function ManagerFields({ form }: { form: ContractFormState }) {
  const { t } = useTranslation('leads');
  const field = useContractField(form);
  return (
    <FormPart title={t('convert.managerTitle')} hint={t('convert.managerHint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('convert.managerName')}
          maxLength={200}
          autoComplete="off"
          withAsterisk
          {...field('manager.full_name')}
        />
        <TextInput
          type="email"
          label={t('convert.managerEmail')}
          autoComplete="off"
          withAsterisk
          {...field('manager.email')}
        />
      </SimpleGrid>
    </FormPart>
  );
}
