import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useReprocessEvent } from '../api/reprocess-event';
import { useOperationWords } from './use-operation-words';

/** For an event that was not acted upon. */
export function ReprocessEvent({ eventId }: { eventId: string }) {
  const { t } = useTranslation('adminOperations');
  const [asking, setAsking] = useState(false);
  return (
    <Alert color="gray" icon={<IconInfoCircle aria-hidden="true" />}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('event.again')}</Text>
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {t('event.reprocess')}
        </Button>
      </Stack>
      {asking && <Ask eventId={eventId} onClose={() => setAsking(false)} />}
    </Alert>
  );
}

function Ask({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const { t } = useTranslation('adminOperations');
  const { refusal } = useOperationWords();
  return (
    <ActModal
      title={t('event.reprocessTitle')}
      body={t('event.reprocessBody')}
      confirmLabel={t('event.reprocess')}
      act={useReprocessEvent()}
      variables={(reason) => ({ eventId, reason })}
      refusal={refusal}
      done={t('event.reprocessed')}
      onClose={onClose}
    />
  );
}
