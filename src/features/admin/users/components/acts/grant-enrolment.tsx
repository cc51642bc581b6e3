import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { useGrantEnrolment } from '../../api/enrolment-acts';
import type { PersonDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

export function GrantEnrolment({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const [opened, setOpened] = useState(false);
  return (
    <div>
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpened(true)}>
        {t('grant.open')}
      </Button>
      {opened && <GrantDialog person={person} onClose={() => setOpened(false)} />}
    </div>
  );
}

function GrantDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useGrantEnrolment();
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const [track, setTrack] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <ActModal
      title={t('grant.title', { name: person.full_name || t('noName') })}
      body={t('grant.body')}
      confirmLabel={t('grant.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return track === '' ? null : { personId: person.id, trackId: track, until: until || null, reason };
      }}
      refusal={refusal}
      done={t('grant.done')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('grant.track')}
        required
        data={[{ value: '', label: t('grant.choose') }, ...tracks.map(({ id, name }) => ({ value: id, label: name }))]}
        value={track}
        error={tried && track === '' ? t('grant.trackNeeded') : null}
        onChange={({ currentTarget }) => setTrack(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('grant.until')}
        description={t('grant.untilHint')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ActModal>
  );
}
