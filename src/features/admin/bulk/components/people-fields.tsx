import { NativeSelect, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { addressesIn, type BulkFault, type BulkForm, type PeopleFilter } from '../model/bulk-form';
import classes from './bulk.module.css';

type Props = {
  form: BulkForm;
  change: (changes: Partial<BulkForm>) => void;
  faultText: (field: BulkFault['field']) => string | undefined;
};

export function PeopleFields({ form, change, faultText }: Props) {
  const { t } = useTranslation('adminBulk');
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('form.by')}
        data={[
          { value: 'filter', label: t('form.byFilter') },
          { value: 'addresses', label: t('form.byAddresses') },
        ]}
        value={form.by}
        onChange={(by) => change({ by: by === 'addresses' ? 'addresses' : 'filter' })}
      />
      {form.by === 'filter' ? (
        <FilterFields filter={form.filter} change={(filter) => change({ filter: { ...form.filter, ...filter } })} />
      ) : (
        <AddressField text={form.addresses} change={change} fault={faultText('addresses')} />
      )}
    </Stack>
  );
}

const choices = {
  kind: ['learner', 'institution', 'staff'],
  status: ['active', 'suspended'],
  enrolment: ['active', 'completed', 'expired', 'revoked'],
  identity: ['waiting', 'verified', 'refused', 'none'],
} as const;

function FilterFields({ filter, change }: { filter: PeopleFilter; change: (changes: Partial<PeopleFilter>) => void }) {
  const { t } = useTranslation('adminBulk');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const any = { value: '', label: t('form.filters.any') };
  const choice = (name: keyof typeof choices) => (
    <NativeSelect
      label={t(`form.filters.${name}`)}
      data={[any, ...choices[name].map((value) => ({ value, label: t(`form.filters.values.${value}`) }))]}
      value={filter[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <div className={classes.columns}>
        <TextInput
          label={t('form.filters.q')}
          maxLength={200}
          value={filter.q}
          onChange={({ currentTarget }) => change({ q: currentTarget.value })}
        />
        {choice('kind')}
        {choice('status')}
        <NativeSelect
          label={t('form.filters.track')}
          data={[any, ...tracks.map(({ id, name }) => ({ value: id, label: name }))]}
          value={filter.track}
          onChange={({ currentTarget }) => change({ track: currentTarget.value })}
        />
        {choice('enrolment')}
        {choice('identity')}
      </div>
      {Object.values(filter).every((value) => value.trim() === '') && <Text c="dimmed">{t('form.everybody')}</Text>}
    </>
  );
}

function AddressField(props: { text: string; change: Props['change']; fault: string | undefined }) {
  const { t } = useTranslation('adminBulk');
  const count = addressesIn(props.text).length;
  return (
    <div>
      <Textarea
        id="bulk-addresses"
        label={t('form.addresses')}
        description={t('form.addressesHint')}
        required
        autosize
        minRows={5}
        maxRows={14}
        value={props.text}
        error={props.fault}
        onChange={({ currentTarget }) => props.change({ addresses: currentTarget.value })}
      />
      {count > 0 && (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {t('form.addressesCount', { count, shown: count.toLocaleString('en-IN') })}
        </Text>
      )}
    </div>
  );
}
