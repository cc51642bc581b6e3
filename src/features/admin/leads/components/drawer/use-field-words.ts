import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { formatDate } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import { gstStates } from '~/lib/gst-states';
import { leadKinds } from '../../schemas';

const named = [
  'kind',
  'institution_name',
  'contact_name',
  'contact_email',
  'contact_phone',
  'designation',
  'website',
  'address',
  'city',
  'state',
  'expected_students',
  'track_ids',
  'estimated_value',
  'follow_up_date',
] as const;

type Change = { from?: unknown; to?: unknown };

/** Changes of fields in words: "City: Pune → Nashik". Fields that have no name on the screen are left out. */
export function useFieldWords() {
  const { t } = useTranslation('leads');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];

  const wordsOf = (field: (typeof named)[number], value: unknown): string => {
    if (Array.isArray(value)) {
      const names = value.map((id) => tracks.find((track) => track.id === id)?.name ?? String(id));
      return names.join(', ') || t('history.nothing');
    }
    if (value === null || value === undefined || value === '') return t('history.nothing');
    if (field === 'estimated_value' && typeof value === 'number') return formatPaise(value);
    if (field === 'follow_up_date') return formatDate(String(value), 'UTC');
    if (field === 'state') return gstStates.find(({ code }) => code === value)?.name ?? String(value);
    const kind = field === 'kind' ? leadKinds.find((each) => each === value) : undefined;
    return kind === undefined ? String(value) : t(`kind.${kind}`);
  };

  const list = (changes: Record<string, Change>): string[] =>
    named.flatMap((field) => {
      const change = changes[field];
      if (change === undefined) return [];
      const to = wordsOf(field, change.to);
      const name = t(`field.${field}`);
      return 'from' in change
        ? [t('history.change', { field: name, from: wordsOf(field, change.from), to })]
        : [t('history.given', { field: name, to })];
    });
  return { list };
}
