import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { paiseToRupees } from '~/lib/format/rupees';
import type { SeatForm } from '../../model/seat-form';
import { useFaultText } from './use-fault-text';

type Props = {
  values: SeatForm;
  faults: Record<string, string>;
  /** A block that is there keeps its track. */
  fixedTrack?: boolean;
  onChange: (change: Partial<SeatForm>) => void;
};

export function SeatFields({ values, faults, fixedTrack = false, onChange }: Props) {
  const { t } = useTranslation('adminInstitutions');
  const faultText = useFaultText();
  const tracks = useQuery({ ...tracksQueryOptions(), enabled: !fixedTrack }).data ?? [];
  const choose = (id: string) => {
    const track = tracks.find((each) => each.id === id);
    // A price that nobody has agreed on yet is the track's.
    onChange({ track_id: id, ...(values.price === '' && track && { price: paiseToRupees(track.price) }) });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {!fixedTrack && (
        <NativeSelect
          label={t('blocks.track')}
          required
          data={[
            { value: '', label: t('blocks.choose') },
            ...tracks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={values.track_id}
          error={faultText(faults.track_id)}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      <TextInput
        label={t('blocks.count')}
        inputMode="numeric"
        required
        value={values.seats}
        error={faultText(faults.seats)}
        onChange={(event) => onChange({ seats: event.currentTarget.value })}
      />
      <TextInput
        label={t('blocks.price')}
        inputMode="decimal"
        leftSection="₹"
        required
        value={values.price}
        error={faultText(faults.price)}
        onChange={(event) => onChange({ price: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('blocks.until')}
        required
        value={values.valid_until}
        error={faultText(faults.valid_until)}
        onChange={(event) => onChange({ valid_until: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
