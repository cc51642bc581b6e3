import { Button, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useCorrectName } from '../../api/account-acts';
import type { PersonDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

export function CorrectName({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPencil size={16} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {t('rename.open')}
      </Button>
      {opened && <NameDialog person={person} onClose={() => setOpened(false)} />}
    </>
  );
}

function NameDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useCorrectName();
  const [name, setName] = useState(person.full_name);
  const [tried, setTried] = useState(false);
  const given = name.trim().replaceAll(/\s+/g, ' ');
  const fault = given.length < 2 ? t('refusal.invalid_name') : given === person.full_name ? t('rename.same') : null;
  return (
    <ActModal
      title={t('rename.title')}
      body={t(person.certified ? 'rename.bodyCertified' : 'rename.body')}
      confirmLabel={t('rename.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return fault === null ? { personId: person.id, name: given, reason } : null;
      }}
      refusal={refusal}
      done={t('rename.done')}
      onClose={onClose}
    >
      <TextInput
        label={t('rename.name')}
        required
        maxLength={200}
        autoComplete="off"
        value={name}
        error={tried ? fault : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ActModal>
  );
}
