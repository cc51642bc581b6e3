import { Alert, Button, Card, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { notify } from '~/components/notify';
import type { Profile } from '~/entities/profile/get-profile';
import { profileKeys } from '~/entities/profile/keys';
import { updateProfile } from '../api/update-profile';
import { profileSchema, type ProfileForm } from '../schemas';
import { useProfileTexts } from './use-profile-texts';

export function DetailsForm({ profile }: { profile: Profile }) {
  const { t } = useTranslation('profile');
  const { fieldText, failureText } = useProfileTexts();
  const queryClient = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const form = useForm<ProfileForm>({
    initialValues: {
      full_name: profile.full_name,
      phone: profile.phone ?? '',
      organization: profile.organization ?? '',
      designation: profile.designation ?? '',
      location: profile.location ?? '',
      bio: profile.bio ?? '',
    },
    validate: schemaResolver(profileSchema, { sync: true }),
  });
  const save = useMutation({
    mutationFn: (values: ProfileForm) => updateProfile(profile.user_id, profileSchema.parse(values)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: profileKeys.all });
      form.resetDirty();
      await notify('success', t('details.saved'));
    },
  });
  const field = (name: keyof ProfileForm) => {
    const { error, ...input } = form.getInputProps(name);
    return { ...input, id: `profile-${name}`, error: fieldText(error) };
  };
  const problems = Object.entries(form.errors).map(([name, message]) => ({
    fieldId: `profile-${name}`,
    message: fieldText(message) ?? '',
  }));

  return (
    <Card component="section">
      <Title order={2} size="h3" mb="md">
        {t('details.title')}
      </Title>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => save.mutate(values),
          () => setAttempt((count) => count + 1),
        )}
      >
        <Stack>
          <FormErrorSummary problems={problems} attempt={attempt} />
          {save.isError && (
            <Alert color="red" role="alert">
              {failureText(save.error)}
            </Alert>
          )}
          <TextInput
            label={t('details.fullName')}
            description={t('details.fullNameHint')}
            autoComplete="name"
            withAsterisk
            {...field('full_name')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('details.email')} description={t('details.emailHint')} value={profile.email} readOnly />
            <TextInput
              type="tel"
              label={t('details.phone')}
              description={t('details.phoneHint')}
              autoComplete="tel"
              {...field('phone')}
            />
            <TextInput label={t('details.organization')} autoComplete="organization" {...field('organization')} />
            <TextInput label={t('details.designation')} autoComplete="organization-title" {...field('designation')} />
            <TextInput label={t('details.location')} autoComplete="address-level2" {...field('location')} />
          </SimpleGrid>
          <Textarea label={t('details.bio')} rows={3} maxLength={1000} {...field('bio')} />
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
            {t('details.save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
