import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { useCurrentUser } from '~/entities/session/use-session';

/** What this account is and may do, as the database says it now. */
export default function AdminRights() {
  const { t } = useTranslation('admin');
  const { email } = useCurrentUser();
  const access = useAccess();
  const allowed: Record<string, string> = t('home.allowed', { returnObjects: true });
  const textOf = (permission: string) => allowed[permission.replace('.', '_')] ?? permission;
  return (
    <>
      <PageHeader title={t('home.title')} description={t('home.description', { email })} />
      <Card>
        <DataState query={access}>
          {({ permissions }) => (
            <Stack gap="sm">
              <Title order={2} size="h3">
                {t('home.permissions', { count: permissions.length })}
              </Title>
              {permissions.length === 0 ? (
                <Text c="dimmed">{t('home.none')}</Text>
              ) : (
                <List style={{ columns: '20rem', columnGap: '2rem' }} spacing="xs">
                  {permissions
                    .map(textOf)
                    .toSorted()
                    .map((text) => (
                      <List.Item key={text}>{text}</List.Item>
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
