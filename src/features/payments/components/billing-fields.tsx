import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import type { BillingForm } from '../schemas';

const states = gstStates.map(({ code, name }) => ({ value: code, label: name }));

type Props = { form: UseFormReturnType<BillingForm>; disabled: boolean; errorOf: (message: ReactNode) => string };

export function BillingFields({ form, disabled, errorOf }: Props) {
  const { t } = useTranslation('payments');
  const field = (name: keyof BillingForm) => {
    const { error, ...input } = form.getInputProps(name);
    return { ...input, id: name, disabled, error: error ? errorOf(error) : null };
  };
  return (
    <Stack gap="md">
      <TextInput label={t('billing.name')} autoComplete="name" withAsterisk {...field('name')} />
      <Textarea
        label={t('billing.address')}
        autoComplete="street-address"
        rows={2}
        withAsterisk
        {...field('address')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('billing.state')}
          description={t('billing.stateHint')}
          data={[{ value: '', label: t('billing.statePlaceholder') }, ...states]}
          withAsterisk
          {...field('state')}
        />
        <TextInput
          label={t('billing.gstin')}
          description={t('billing.gstinHint')}
          maxLength={15}
          autoCapitalize="characters"
          spellCheck={false}
          {...field('gstin')}
        />
      </SimpleGrid>
    </Stack>
  );
}
