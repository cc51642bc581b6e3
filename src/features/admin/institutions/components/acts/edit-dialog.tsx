import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useEditInstitution } from '../../api/institution-acts';
import { changesOf, detailsSchema, toDetails } from '../../model/details';
import { faultsIn } from '../../model/faults';
import type { InstitutionDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { DetailFields } from './detail-fields';

export function EditDialog({ institution, onClose }: { institution: InstitutionDetail; onClose: () => void }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useEditInstitution();
  const [values, setValues] = useState(() => toDetails(institution));
  const [tried, setTried] = useState(false);
  const checked = detailsSchema.safeParse(values);
  return (
    <ActModal
      title={t('edit.title')}
      body={t('edit.body')}
      confirmLabel={t('edit.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return checked.success
          ? { institutionId: institution.id, changes: changesOf(values, institution), reason }
          : null;
      }}
      refusal={refusal}
      done={t('edit.done')}
      onClose={onClose}
    >
      <DetailFields
        values={values}
        faults={tried ? faultsIn(checked) : {}}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
    </ActModal>
  );
}
