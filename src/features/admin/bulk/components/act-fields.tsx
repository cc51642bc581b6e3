import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import type { BulkFault, BulkForm } from '../model/bulk-form';
import classes from './bulk.module.css';

type Props = {
  form: BulkForm;
  change: (changes: Partial<BulkForm>) => void;
  faultText: (field: BulkFault['field']) => string | undefined;
};

/** What the operation needs to know beside for whom it is. */
export function ActFields(props: Props) {
  if (props.form.kind === 'mail') return <MailFields {...props} />;
  return props.form.kind === 'export' ? null : <EnrolmentFields {...props} />;
}

function EnrolmentFields({ form, change, faultText }: Props) {
  const { t } = useTranslation('adminBulk');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const extends_ = form.kind === 'extend';
  return (
    <div className={classes.columns}>
      <NativeSelect
        id="bulk-track"
        label={t('form.track')}
        required
        data={[
          { value: '', label: t('form.chooseTrack') },
          ...tracks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.track}
        error={faultText('track')}
        onChange={({ currentTarget }) => change({ track: currentTarget.value })}
      />
      <TextInput
        id="bulk-until"
        type="date"
        label={t('form.until')}
        description={t(extends_ ? 'form.untilExtend' : 'form.untilEnrol')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required={extends_}
        value={form.until}
        error={faultText('until')}
        onChange={({ currentTarget }) => change({ until: currentTarget.value })}
      />
    </div>
  );
}

function MailFields({ form, change, faultText }: Props) {
  const { t } = useTranslation('adminBulk');
  return (
    <Stack gap="md">
      <TextInput
        id="bulk-subject"
        label={t('form.subject')}
        required
        maxLength={150}
        value={form.subject}
        error={faultText('subject')}
        onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
      />
      <Textarea
        id="bulk-body"
        label={t('form.body')}
        description={t('form.bodyHint')}
        required
        autosize
        minRows={6}
        maxLength={5000}
        value={form.body}
        error={faultText('body')}
        onChange={({ currentTarget }) => change({ body: currentTarget.value })}
      />
    </Stack>
  );
}
