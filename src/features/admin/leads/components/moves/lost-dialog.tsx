import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { useMoveLead } from '../../api/move-lead';
import type { Lead } from '../../schemas';
import { useMoveErrorText } from './use-move-error-text';

const longest = 500;

/** Asks why: what is learnt from a lost lead is worth the question. */
export function LostDialog({ lead, onClose }: { lead: Lead | null; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  return (
    <Modal
      opened={lead !== null}
      onClose={onClose}
      title={t('lost.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      {lead !== null && <LostForm lead={lead} onClose={onClose} />}
    </Modal>
  );
}

function LostForm({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const errorText = useMoveErrorText();
  const move = useMoveLead();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setMissing(given === '');
    if (given === '') return;
    move.mutate(
      { leadId: lead.id, to: 'lost', reason: given },
      {
        onSuccess: () => {
          announce(t('move.done', { name: lead.institution_name, status: t('status.lost') }));
          onClose();
        },
      },
    );
  };

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{t('lost.body', { name: lead.institution_name })}</Text>
        {move.isError && (
          <Alert color="red" role="alert">
            {errorText(move.error, lead.institution_name)}
          </Alert>
        )}
        <Textarea
          label={t('lost.reason')}
          description={t('lost.hint')}
          rows={3}
          maxLength={longest}
          withAsterisk
          required
          data-autofocus
          value={reason}
          error={missing ? t('fault.reason') : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={move.isPending}>
            {t('lost.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
