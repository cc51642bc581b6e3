import { Loader, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { useEditLead } from '../../api/edit-lead';
import type { LeadDetail } from '../../schemas';
import { useEditErrorText } from './use-edit-error-text';

type Read = { value: string | number | null } | { fault: 'fault.price' };

type Props = {
  lead: LeadDetail;
  field: 'follow_up_date' | 'estimated_value';
  label: string;
  /** What the server holds, as the field shows it. */
  kept: string;
  read: (text: string) => Read;
  type?: 'date';
  inputMode?: 'decimal';
  leftSection?: ReactNode;
};

/** A field that is kept when it is left or by Enter, and goes back by Escape. */
export function KeptField({ lead, field, kept, read, ...input }: Props) {
  const { t } = useTranslation('leads');
  const errorText = useEditErrorText();
  const edit = useEditLead();
  const [text, setText] = useState(kept);
  const [shown, setShown] = useState(kept);
  const [fault, setFault] = useState<'fault.price' | null>(null);
  // A colleague changed it: what the server holds now counts, unless this person is typing.
  if (kept !== shown) {
    setShown(kept);
    if (text === shown) setText(kept);
  }

  const keep = () => {
    if (text === kept) return;
    const answer = read(text);
    setFault('fault' in answer ? answer.fault : null);
    if ('fault' in answer) return;
    edit.mutate(
      { leadId: lead.id, changes: { [field]: answer.value } },
      { onSuccess: () => announce(t('plan.saved')) },
    );
  };
  const error = fault ? t(fault) : edit.isError && text !== kept ? errorText(edit.error) : undefined;
  return (
    <TextInput
      {...input}
      value={text}
      error={error}
      rightSection={edit.isPending ? <Loader size={16} /> : undefined}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && text !== kept) {
          event.stopPropagation();
          setText(kept);
          setFault(null);
        }
      }}
    />
  );
}
