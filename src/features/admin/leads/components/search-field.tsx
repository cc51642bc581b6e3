import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const pauseMs = 300;

/** Searches when the person pauses. What the address says from outside (back, a cleared filter) is taken over. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (value: string) => void }) {
  const { t } = useTranslation('leads');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = (next: string) => {
    sent.current = next;
    onSearch(next);
  };
  const sendLater = useDebouncedCallback(send, pauseMs);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  const clear = () => {
    setText('');
    sendLater.cancel();
    send('');
  };
  return (
    <TextInput
      type="search"
      role="searchbox"
      label={t('filters.search')}
      placeholder={t('filters.searchHint')}
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={text !== '' && <CloseButton aria-label={t('filters.clearSearch')} onClick={clear} />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        sendLater(currentTarget.value.trim());
      }}
    />
  );
}
