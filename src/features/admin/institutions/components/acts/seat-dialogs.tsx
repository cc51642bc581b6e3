import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useAddSeats, useChangeSeats } from '../../api/seat-acts';
import { faultsIn } from '../../model/faults';
import { noSeats, seatFormSchema, toBlock, toSeatForm } from '../../model/seat-form';
import { today } from '../../model/today';
import type { InstitutionDetail, SeatBlock } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { SeatFields } from './seat-fields';

export function AddSeatsDialog({ institution, onClose }: { institution: InstitutionDetail; onClose: () => void }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useAddSeats();
  const [values, setValues] = useState(noSeats);
  const [tried, setTried] = useState(false);
  const [seen] = useState(institution.blocks.length);
  const checked = seatFormSchema(0, today()).safeParse(values);
  return (
    <ActModal
      title={t('addSeats.title')}
      body={t('addSeats.body')}
      confirmLabel={t('addSeats.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return checked.success ? { institutionId: institution.id, block: toBlock(values), seen, reason } : null;
      }}
      refusal={refusal}
      done={t('addSeats.done')}
      onClose={onClose}
    >
      <SeatFields
        values={values}
        faults={tried ? faultsIn(checked) : {}}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
    </ActModal>
  );
}

export function ChangeSeatsDialog({ block, onClose }: { block: SeatBlock; onClose: () => void }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useChangeSeats();
  const [values, setValues] = useState(() => toSeatForm(block));
  const [tried, setTried] = useState(false);
  const checked = seatFormSchema(block.used, today(), block.valid_until).safeParse(values);
  return (
    <ActModal
      title={t('changeSeats.title', { track: block.track_name })}
      body={t('changeSeats.body', { count: block.used })}
      confirmLabel={t('changeSeats.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return checked.success ? { blockId: block.id, block: toBlock(values), reason } : null;
      }}
      refusal={refusal}
      done={t('changeSeats.done')}
      onClose={onClose}
    >
      <SeatFields
        values={values}
        faults={tried ? faultsIn(checked) : {}}
        fixedTrack
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
    </ActModal>
  );
}
