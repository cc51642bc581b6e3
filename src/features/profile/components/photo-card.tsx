import '@mantine/core/styles/Avatar.layer.css';
import { Avatar, Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import type { Profile } from '~/entities/profile/get-profile';
import { profileKeys } from '~/entities/profile/keys';
import { photoUrlQueryOptions } from '../api/get-photo-url';
import { uploadPhoto } from '../api/upload-photo';
import { checkPhoto } from '../schemas';
import { useProfileTexts } from './use-profile-texts';

export function PhotoCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation('profile');
  const { failureText } = useProfileTexts();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<'wrongType' | 'tooLarge' | null>(null);
  const url = useQuery({ ...photoUrlQueryOptions(profile.photo_path ?? ''), enabled: profile.photo_path !== null });
  const upload = useMutation({
    mutationFn: ({ file, extension }: { file: File; extension: string }) =>
      uploadPhoto(profile.user_id, file, extension),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: profileKeys.all });
      await notify('success', t('photo.saved'));
    },
  });

  function choose(file: File | null) {
    if (file === null) return;
    const checked = checkPhoto(file);
    setProblem('problem' in checked ? checked.problem : null);
    if ('extension' in checked) upload.mutate({ file, extension: checked.extension });
  }

  return (
    <Card component="section">
      <Title order={2} size="h3" mb="md">
        {t('photo.title')}
      </Title>
      <Group wrap="nowrap">
        <Avatar src={url.data ?? null} alt={url.data ? t('photo.alt') : t('photo.none')} size={72} radius="xl" />
        <Stack gap="xs" align="flex-start">
          <FileButton accept="image/jpeg,image/png,image/webp" onChange={choose}>
            {(props) => (
              <Button variant="default" size="sm" loading={upload.isPending} {...props}>
                {t('photo.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('photo.hint')}
          </Text>
          <Text size="sm" c="var(--bad-ink)" role="alert">
            {problem !== null && t(`photo.${problem}`)}
            {upload.isError && failureText(upload.error)}
          </Text>
        </Stack>
      </Group>
    </Card>
  );
}
