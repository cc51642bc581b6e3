import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { useCurrentUser } from '~/entities/session/use-session';

/** Which institutions this account manages, as the database says it now. */
export default function InstitutionHome() {
  const { t } = useTranslation('institution');
  const { email } = useCurrentUser();
  const access = useAccess();
  return (
    <>
      <PageHeader title={t('home.title')} description={t('home.description', { email })} />
      <Card>
        <DataState query={access}>
          {({ institutions }) => (
            <Stack gap="sm">
              <Title order={2}>{t('home.institutions', { count: institutions.length })}</Title>
              {institutions.length === 0 ? (
                <Text c="dimmed">{t('home.none')}</Text>
              ) : (
                <List spacing="xs">
                  {institutions.map((institution) => (
                    <List.Item key={institution.id}>{institution.name}</List.Item>
                  ))}
                </List>
              )}
            </Stack>
          )}
        </DataState>
      </Card>
    </>
  );
}
