import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A colleague was faster: nothing more is saved from here. */
export function ConflictNotice({ reload }: { reload: () => void }) {
  const { t } = useTranslation('adminTests');
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />} title={t('editor.conflict.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('editor.conflict.body')}</Text>
        <Button variant="default" size="sm" onClick={reload}>
          {t('editor.conflict.load')}
        </Button>
      </Stack>
    </Alert>
  );
}
