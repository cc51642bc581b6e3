import { Button, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Panel } from '~/components/panel';
import { ReasonModal } from '~/components/reason-modal';
import { paths } from '~/lib/paths';
import { useCreateBulk } from '../api/create-bulk';
import type { BulkRequest } from '../model/bulk-form';
import type { BulkPreview as Preview } from '../schemas';
import { useBulkTexts } from './use-bulk-texts';

const shown = (count: number) => count.toLocaleString('en-IN');

/** Whom it reaches, and the way to begin it. */
export function BulkPreview({ request, preview }: { request: BulkRequest; preview: Preview }) {
  const { t } = useTranslation('adminBulk');
  const [asking, setAsking] = useState(false);
  const { found, unknown } = preview;
  return (
    <Panel title={t('preview.title')}>
      <Stack gap="md" role="status">
        <div>
          <Text fw={600}>{t('preview.found', { count: found, shown: shown(found) })}</Text>
          <List>
            {preview.sample.map(({ name, email }) => (
              <List.Item key={email}>{name === '' ? email : `${name} · ${email}`}</List.Item>
            ))}
          </List>
        </div>
        {unknown > 0 && (
          <div>
            <Text fw={600}>{t('preview.unknown', { count: unknown, shown: shown(unknown) })}</Text>
            <List>
              {preview.unknown_sample.map((email) => (
                <List.Item key={email}>{email}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Text c="dimmed">{t('preview.nothing')}</Text>
      </Stack>
      {found > 0 && (
        <Button mt="md" onClick={() => setAsking(true)}>
          {t(`preview.start.${request.kind}`, { count: found, shown: shown(found) })}
        </Button>
      )}
      {asking && <Confirm request={request} found={found} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function Confirm({ request, found, onClose }: { request: BulkRequest; found: number; onClose: () => void }) {
  const { t } = useTranslation('adminBulk');
  const { refusal } = useBulkTexts();
  const navigate = useNavigate();
  const create = useCreateBulk();
  const [requestKey] = useState(() => crypto.randomUUID());
  const label = t(`preview.start.${request.kind}`, { count: found, shown: shown(found) });
  return (
    <ReasonModal
      opened
      title={label}
      confirmLabel={label}
      busy={create.isPending}
      onClose={onClose}
      onConfirm={(reason) =>
        create.mutate({ request, reason, requestKey }, { onSuccess: (id) => void navigate(paths.adminBulkJob(id)) })
      }
    >
      <Text>{t('preview.body')}</Text>
      {create.error !== null && (
        <Text c="var(--bad-ink)" role="alert" mt="sm">
          {refusal(create.error)}
        </Text>
      )}
    </ReasonModal>
  );
}
