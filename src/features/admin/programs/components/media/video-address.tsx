import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideoAddress } from '../../model/media-file';

/** A video that lies elsewhere on the web, by the address of the file itself. */
export function VideoAddress({ present, onChange }: { present: string; onChange: (address: string) => void }) {
  const { t } = useTranslation('programs');
  const [address, setAddress] = useState(present);
  const [refused, setRefused] = useState(false);
  const use = () => {
    const good = isVideoAddress(address.trim());
    setRefused(!good);
    if (good) onChange(address.trim());
  };
  return (
    <Group align="flex-end" gap="xs" mt="md">
      <TextInput
        type="url"
        inputMode="url"
        autoComplete="off"
        style={{ flex: '1 1 16rem' }}
        label={t('media.address')}
        description={t('media.addressHint')}
        placeholder="https://"
        value={address}
        error={refused ? t('media.addressFault') : undefined}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          use();
        }}
      />
      <Button variant="default" onClick={use} disabled={address.trim() === '' || address.trim() === present}>
        {t('media.useAddress')}
      </Button>
    </Group>
  );
}
