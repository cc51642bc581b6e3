import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actorsQueryOptions } from '../api/find-actors';

type Props = { actor: string | null; onChange: (actor: string | null) => void };

/** A person is chosen by name or e-mail; the server searches. */
export function ActorField({ actor, onChange }: Props) {
  const { t } = useTranslation('adminAudit');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery(actorsQueryOptions(search)).data ?? [];
  const chosen = useQuery({ ...actorsQueryOptions('', actor), enabled: actor !== null }).data ?? [];
  const people = [...chosen.filter(({ id }) => id === actor), ...found.filter(({ id }) => id !== actor)];
  return (
    <Select
      label={t('filters.actor')}
      placeholder={t('filters.actorHint')}
      searchable
      clearable
      // The server has filtered already, also by e-mail.
      filter={({ options }) => options}
      nothingFoundMessage={t('filters.actorNothing')}
      data={people.map(({ id, full_name, email }) => ({ value: id, label: `${full_name} (${email})` }))}
      value={actor}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  );
}
