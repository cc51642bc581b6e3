import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  placeholder?: string;
  /** What is searched for now, as the address says. */
  value: string;
  onSearch: (text: string) => void;
};

/** Searches while a person types, a moment after the last letter; Enter does not wait. */
export function SearchField({ label, placeholder, value, onSearch }: Props) {
  const { t } = useTranslation('common');
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const field = useRef<HTMLInputElement>(null);
  const search = (text: string) => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onSearch(wanted);
  };
  const searchSoon = useDebouncedCallback(search, 300);

  // The address may also change by itself: back, or filters cleared. An own search that arrives there changes nothing.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    searchSoon.cancel();
    setTyped(value);
  }, [value, searchSoon]);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchSoon.cancel();
        search(typed);
      }}
    >
      <TextInput
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          searchSoon(event.currentTarget.value);
        }}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={
          typed !== '' && (
            <CloseButton
              aria-label={t('search.clear')}
              onClick={() => {
                searchSoon.cancel();
                setTyped('');
                search('');
                field.current?.focus();
              }}
            />
          )
        }
      />
    </form>
  );
}
