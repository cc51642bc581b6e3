import { Container, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { profileQueryOptions } from '~/entities/profile/get-profile';
import { useCurrentUser } from '~/entities/session/use-session';
import { DetailsForm } from './details-form';
import { PasswordCard } from './password-card';
import { PhotoCard } from './photo-card';

/** The person's own account. Its children are what other features add to it. */
export function ProfilePage({ back, children }: { back: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('profile');
  const user = useCurrentUser();
  const profile = useQuery(profileQueryOptions(user.id));
  return (
    <Container size="md" px={0}>
      {back}
      <PageHeader title={t('title')} description={t('description')} />
      <Stack gap="lg">
        <DataState query={profile}>
          {(data) => (
            <>
              <DetailsForm profile={data} />
              <PhotoCard profile={data} />
              <PasswordCard email={data.email} />
            </>
          )}
        </DataState>
        {children}
      </Stack>
    </Container>
  );
}
