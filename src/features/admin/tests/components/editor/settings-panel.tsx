import '@mantine/core/styles/NumberInput.layer.css';
import { Checkbox, NativeSelect, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { reviewPolicies } from '../../model/document';
import { settingsFaults } from '../../model/faults';
import type { TestDetail } from '../../schemas';
import { useFaultText } from '../use-fault-text';
import classes from '../question/key-fields.module.css';
import type { TestDraft } from './use-test-draft';

type Props = { test: TestDetail; draft: TestDraft; locked: boolean };

export function SettingsPanel({ test, draft, locked }: Props) {
  const { t } = useTranslation('adminTests');
  const { at } = useFaultText();
  const { settings } = draft.document;
  const faults = settingsFaults(settings);
  const set = draft.setSettings;
  const number = (field: 'duration_minutes' | 'passing_score' | 'attempts_allowed', max: number) => ({
    min: 1,
    max,
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: 'none' as const,
    value: settings[field] ?? '',
    error: at(faults, field),
    onChange: (value: string | number) => set({ [field]: typeof value === 'number' ? value : null }),
  });
  return (
    <Panel title={t('editor.tabs.settings')}>
      <fieldset className={classes.set} disabled={locked}>
        <Stack gap="sm" maw="44rem">
          <TextInput
            required
            label={t('settings.title')}
            maxLength={200}
            value={settings.title}
            error={at(faults, 'title')}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          />
          <Textarea
            label={t('settings.description')}
            description={t('settings.descriptionHint')}
            autosize
            minRows={2}
            maxLength={2000}
            value={settings.description}
            error={at(faults, 'description')}
            onChange={({ currentTarget }) => set({ description: currentTarget.value })}
          />
          <NativeSelect
            label={t('settings.track')}
            description={test.track_fixed ? t('settings.trackFixed') : undefined}
            disabled={test.track_fixed}
            data={test.tracks.map(({ id, name }) => ({ value: id, label: name }))}
            value={settings.track_id}
            error={at(faults, 'track_id')}
            onChange={({ currentTarget }) => set({ track_id: currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <NumberInput label={t('settings.duration')} {...number('duration_minutes', 600)} />
            <NumberInput label={t('settings.passing')} {...number('passing_score', 100)} />
            <NumberInput
              label={t('settings.attempts')}
              description={t('settings.attemptsHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...number('attempts_allowed', 1000)}
            />
          </SimpleGrid>
          <NativeSelect
            label={t('settings.review')}
            data={reviewPolicies.map((policy) => ({ value: policy, label: t(`settings.policy.${policy}`) }))}
            value={settings.review}
            onChange={({ currentTarget }) =>
              set({ review: reviewPolicies.find((policy) => policy === currentTarget.value) ?? settings.review })
            }
          />
          <Checkbox
            label={t('settings.shuffle')}
            checked={settings.shuffle}
            onChange={({ currentTarget }) => set({ shuffle: currentTarget.checked })}
          />
        </Stack>
      </fieldset>
    </Panel>
  );
}
