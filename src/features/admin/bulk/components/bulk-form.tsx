import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { Alert, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconListCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Panel } from '~/components/panel';
import { usePreviewBulk } from '../api/preview-bulk';
import { type BulkForm as Form, type BulkFault, type BulkRequest, faultsOf, requestOf } from '../model/bulk-form';
import { type BulkKind, bulkKinds } from '../schemas';
import { ActFields } from './act-fields';
import { BulkPreview } from './bulk-preview';
import { PeopleFields } from './people-fields';
import { useBulkTexts } from './use-bulk-texts';

const dayInIndia = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(new Date());

export function BulkForm({ kinds, initial }: { kinds: BulkKind[]; initial: Form }) {
  const { t } = useTranslation('adminBulk');
  const { refusal } = useBulkTexts();
  const preview = usePreviewBulk();
  const [form, setForm] = useState(initial);
  const [faults, setFaults] = useState<BulkFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [checked, setChecked] = useState<BulkRequest | null>(null);
  const faultText = (field: BulkFault['field']) => {
    const fault = faults.find((each) => each.field === field)?.fault;
    return fault === undefined ? undefined : t(`form.fault.${fault}` as 'form.fault.track');
  };
  // What was checked is no longer what would happen.
  const change = (changes: Partial<Form>) => {
    setForm((before) => ({ ...before, ...changes }));
    setChecked(null);
    preview.reset();
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(form, dayInIndia());
    setFaults(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    const request = requestOf(form);
    preview.mutate(request, { onSuccess: () => setChecked(request) });
  };
  return (
    <Stack gap="lg">
      <form onSubmit={check} noValidate>
        <Stack gap="lg">
          <FormErrorSummary
            attempt={attempt}
            problems={faults.map(({ field }) => ({ fieldId: `bulk-${field}`, message: faultText(field) ?? '' }))}
          />
          <Panel title={t('form.what')}>
            <Stack gap="md">
              <SegmentedControl
                aria-label={t('kind.label')}
                data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
                value={form.kind}
                onChange={(value) => change({ kind: bulkKinds.find((kind) => kind === value) ?? form.kind })}
              />
              <Text c="dimmed">{t(`form.hints.${form.kind}`)}</Text>
              <ActFields form={form} change={change} faultText={faultText} />
            </Stack>
          </Panel>
          <Panel title={t('form.who')}>
            <PeopleFields form={form} change={change} faultText={faultText} />
          </Panel>
          {preview.error !== null && (
            <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
              {refusal(preview.error)}
            </Alert>
          )}
          {checked === null && (
            <div>
              <Button
                type="submit"
                loading={preview.isPending}
                leftSection={<IconListCheck size={18} aria-hidden="true" />}
              >
                {t('form.check')}
              </Button>
            </div>
          )}
        </Stack>
      </form>
      {checked !== null && preview.data !== undefined && <BulkPreview request={checked} preview={preview.data} />}
    </Stack>
  );
}
