import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { leadQueryOptions } from '../../api/get-lead';
import type { Contract } from '../../model/contract';
import type { Lead } from '../../schemas';
import { ConvertForm } from './convert-form';
import { Converted } from './converted';

type Done = { leadId: string; contract: Contract };

/** From the enquiry to the institution: its details, what it buys, and who will manage it. */
export function ConvertDialog({ lead, onClose }: { lead: Lead | null; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [done, setDone] = useState<Done | null>(null);
  const [busy, setBusy] = useState(false);
  const finished = lead !== null && done?.leadId === lead.id;
  return (
    <Modal
      opened={lead !== null}
      // Whoever closes it while the server works would not learn what became of it.
      onClose={busy ? () => {} : onClose}
      title={t(finished ? 'converted.title' : 'convert.title')}
      size="57rem"
      padding={narrow ? 'md' : 'lg'}
      fullScreen={narrow}
      radius={narrow ? 0 : undefined}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      {lead !== null &&
        (finished ? (
          <Converted contract={done.contract} onClose={onClose} />
        ) : (
          <ConvertLoader
            key={lead.id}
            leadId={lead.id}
            onBusy={setBusy}
            onClose={onClose}
            onDone={(contract) => setDone({ leadId: lead.id, contract })}
          />
        ))}
    </Modal>
  );
}

function ConvertLoader(props: {
  leadId: string;
  onBusy: (busy: boolean) => void;
  onDone: (contract: Contract) => void;
  onClose: () => void;
}) {
  const lead = useQuery(leadQueryOptions(props.leadId));
  const tracks = useQuery(tracksQueryOptions());
  return (
    <DataState query={lead}>
      {(details) => (
        <DataState query={tracks}>{(offered) => <ConvertForm {...props} lead={details} tracks={offered} />}</DataState>
      )}
    </DataState>
  );
}
