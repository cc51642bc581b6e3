import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZodType } from 'zod';
import type { DraftKeeper, DraftState } from '../../model/draft-keeper';
import { useFaultText } from '../use-fault-text';
import type { Json } from '~/types/database.types';

type Rules<Form> = { [Name in keyof Form]: ZodType<Json, string> };

/** Fields that are checked as they are typed; what is right is kept, what is not says so and is not sent. */
export function useDraftForm<Form extends Record<string, string>>(
  initial: Form,
  rules: Rules<Form>,
  keeper: DraftKeeper,
  draft: DraftState,
) {
  const { t } = useTranslation('programs');
  const faultText = useFaultText();
  const [form, setForm] = useState(initial);
  const [faults, setFaults] = useState<Partial<Record<keyof Form, string>>>({});

  const set = (name: keyof Form & string, value: string) => {
    setForm((now) => ({ ...now, [name]: value }));
    const answer = rules[name].safeParse(value);
    setFaults((now) => ({ ...now, [name]: answer.success ? undefined : answer.error.issues[0]?.message }));
    if (answer.success) keeper.set(name, answer.data);
    else keeper.drop(name);
  };
  const field = (name: keyof Form & string) => ({
    id: `field-${name}`,
    value: form[name],
    error: faultText(faults[name]) ?? (draft.refused.includes(name) ? t('fault.refused') : undefined),
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      set(name, currentTarget.value),
  });
  return { form, field, faulty: Object.values(faults).some((fault) => fault !== undefined) };
}
