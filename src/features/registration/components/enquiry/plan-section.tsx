import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { FormSection } from './form-section';
import type { EnquiryFieldsApi } from './use-enquiry-fields';

/** None of it is needed to send the form: it only makes the first answer a better one. */
export function PlanSection({ fields: { form, textField, errorOf } }: { fields: EnquiryFieldsApi }) {
  const { t } = useTranslation('registration');
  const tracks = useQuery(tracksQueryOptions());
  return (
    <FormSection title={t('enquiry.plan.title')} hint={t('enquiry.plan.hint')}>
      <TextInput
        label={t('enquiry.fields.expectedStudents')}
        description={t('enquiry.plan.studentsHint')}
        inputMode="numeric"
        autoComplete="off"
        styles={{ wrapper: { maxWidth: '14rem' } }}
        {...textField('expectedStudents')}
      />
      <Checkbox.Group
        size="md"
        label={t('enquiry.fields.trackIds')}
        value={form.values.trackIds}
        onChange={(ids) => form.setFieldValue('trackIds', ids)}
        error={errorOf('trackIds')}
      >
        <DataState query={tracks} loading={<LoadingState lines={3} height={24} />} empty={<NoTracks />}>
          {(list) => (
            <Stack gap="sm" mt="xs">
              {list.map((track, index) => (
                <Checkbox
                  key={track.id}
                  id={index === 0 ? 'trackIds' : undefined}
                  value={track.id}
                  label={track.name}
                  description={track.tagline}
                />
              ))}
            </Stack>
          )}
        </DataState>
      </Checkbox.Group>
      <Textarea
        label={t('enquiry.fields.message')}
        description={t('enquiry.plan.messageHint')}
        rows={4}
        {...textField('message')}
      />
    </FormSection>
  );
}

function NoTracks() {
  const { t } = useTranslation('registration');
  return <Text c="dimmed">{t('course.empty')}</Text>;
}
