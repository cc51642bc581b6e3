import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

/** For a part of a page that could not be loaded. `text` says a feature's own codes better than the shared texts. */
export function ErrorState(props: { error: unknown; text?: string; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  const { requestId } = toAppError(props.error);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={t('states.errorTitle')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{props.text ?? errorText(t, props.error)}</Text>
        {requestId !== null && (
          <Text size="sm" c="dimmed">
            {t('reference', { requestId })}
          </Text>
        )}
        {props.onRetry !== undefined && (
          <Button variant="default" size="sm" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
