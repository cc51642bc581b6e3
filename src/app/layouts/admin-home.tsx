import { Card, Code, List, Stack, Text, Title } from '@mantine/core';
import '@mantine/core/styles/Code.layer.css';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { useCurrentUser } from '~/entities/session/use-session';

/** What this account is and may do, as the database says it now. */
export default function AdminHome() {
  const { t } = useTranslation('admin');
  const { email } = useCurrentUser();
  const access = useAccess();
  return (
    <>
      <PageHeader title={t('home.title')} description={t('home.description', { email })} />
      <Card>
        <DataState query={access}>
          {({ permissions }) => (
            <Stack gap="sm">
              <Title order={2}>{t('home.permissions', { count: permissions.length })}</Title>
              {permissions.length === 0 ? (
                <Text c="dimmed">{t('home.none')}</Text>
              ) : (
                <List listStyleType="none" style={{ columns: '15rem', padding: 0 }} spacing="xs">
                  {permissions.toSorted().map((permission) => (
                    <List.Item key={permission}>
                      <Code>{permission}</Code>
                    </List.Item>
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
