import { Alert, Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { FormErrorSummary } from '~/components/form-error-summary';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { gstStates } from '~/lib/gst-states';
import { toAppError } from '~/lib/supabase/errors';
import { useEditLead } from '../../api/edit-lead';
import {
  changesOf,
  leadFields,
  leadFormSchema,
  toLeadForm,
  type LeadField,
  type LeadForm,
} from '../../model/lead-form';
import { leadKinds, type LeadDetail } from '../../schemas';
import { useFormTexts } from '../use-form-texts';
import { useEditErrorText } from './use-edit-error-text';

/** All details of the enquiry. Only what was changed is sent; the server says which field it refuses. */
export function DetailsForm({ lead, onDone }: { lead: LeadDetail; onDone: () => void }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const sentence = useFormTexts();
  const errorText = useEditErrorText();
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const edit = useEditLead();
  const [attempt, setAttempt] = useState(0);
  const form = useForm<LeadForm>({
    initialValues: toLeadForm(lead),
    validate: schemaResolver(leadFormSchema, { sync: true }),
  });

  const refuse = (error: unknown) => {
    const { code } = toAppError(error);
    const field = leadFields.find((name) => code === `invalid_${name}`);
    if (field !== undefined) form.setFieldError(field, 'fault.refused');
    setAttempt((count) => count + 1);
  };
  const save = (values: LeadForm) => {
    const changes = changesOf(values, lead);
    if (Object.keys(changes).length === 0) onDone();
    else
      edit.mutate(
        { leadId: lead.id, changes },
        {
          onSuccess: () => {
            announce(t('plan.saved'));
            onDone();
          },
          onError: refuse,
        },
      );
  };
  const id = (name: string) => `lead-field-${name}`;
  const field = (name: Exclude<LeadField, 'track_ids'>) => {
    const { error, ...input } = form.getInputProps(name);
    return { ...input, id: id(name), label: t(`field.${name}`), error: sentence(error) };
  };
  const problems = Object.entries(form.errors).map(([name, message]) => ({
    fieldId: id(name),
    message: `${t(`field.${leadFields.find((each) => each === name) ?? 'kind'}`)}: ${sentence(message) ?? ''}`,
  }));

  return (
    <form noValidate onSubmit={form.onSubmit(save, () => setAttempt((count) => count + 1))}>
      <Stack gap="sm">
        <FormErrorSummary problems={problems} attempt={attempt} />
        {edit.isError && problems.length === 0 && (
          <Alert color="red" role="alert">
            {errorText(edit.error)}
          </Alert>
        )}
        <TextInput withAsterisk maxLength={200} {...field('institution_name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            data={leadKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            {...field('kind')}
          />
          <TextInput inputMode="numeric" {...field('expected_students')} />
          <TextInput withAsterisk autoComplete="off" {...field('contact_name')} />
          <TextInput autoComplete="off" {...field('designation')} />
          <TextInput type="email" withAsterisk autoComplete="off" {...field('contact_email')} />
          <TextInput type="tel" withAsterisk autoComplete="off" {...field('contact_phone')} />
          <TextInput autoComplete="off" {...field('city')} />
          <NativeSelect
            data={[
              { value: '', label: t('contact.noState') },
              ...gstStates.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            {...field('state')}
          />
        </SimpleGrid>
        <Textarea rows={2} {...field('address')} />
        <TextInput type="url" inputMode="url" autoComplete="off" {...field('website')} />
        <Checkbox.Group
          size="md"
          label={t('field.track_ids')}
          value={form.values.track_ids}
          onChange={(value) => form.setFieldValue('track_ids', value)}
        >
          <Stack gap="xs" mt={4}>
            {tracks.map((track) => (
              <Checkbox key={track.id} value={track.id} label={track.name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone} disabled={edit.isPending}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={edit.isPending}>
            {t('contact.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
