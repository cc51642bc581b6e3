import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { isAppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { useSaveSetting } from '../api/save-setting';
import { draftOf, readDraft, type Draft } from '../model/setting-draft';
import { settingFields, type SettingKey } from '../model/setting-fields';
import type { Setting } from '../schemas';
import { SettingField } from './setting-field';
import { SettingPreview } from './setting-preview';
import classes from './settings.module.css';
import { useRefusalText } from './use-refusal-text';

type Props = { settingKey: SettingKey; setting: Setting; onFresh: () => void };

export function SettingForm({ settingKey, setting, onFresh }: Props) {
  const { t } = useTranslation('adminSettings');
  // What was seen when the form was opened: a newer one must not be overwritten without being looked at.
  const [seen] = useState(setting);
  const [draft, setDraft] = useState<Draft>(() => draftOf(settingKey, setting.value));
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveSetting();
  const { value, faults } = readDraft(settingKey, draft);
  const refused = save.isError ? toAppError(save.error).code : null;
  const fields = settingFields[settingKey];
  const wrong = fields.filter(({ name }) => (attempt > 0 && faults.includes(name)) || refused === `invalid_${name}`);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(settingKey, seen.value));
  return (
    <div className={classes.beside}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt((count) => count + 1);
          save.reset();
          if (faults.length === 0) setAsking(true);
        }}
      >
        <Stack>
          <FormErrorSummary
            attempt={attempt}
            problems={wrong.map(({ name }) => ({ fieldId: `setting-${name}`, message: t(`fault.${name}`) }))}
          />
          {save.isError && wrong.length === 0 && <Refusal error={save.error} onFresh={onFresh} />}
          {fields.map((field) => (
            <SettingField
              key={field.name}
              field={field}
              value={draft[field.name] ?? ''}
              error={wrong.includes(field) ? t(`fault.${field.name}`) : undefined}
              onChange={(next) => {
                save.reset();
                setDraft({ ...draft, [field.name]: next });
              }}
            />
          ))}
          <Group>
            <Button type="submit" disabled={!changed}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <SettingPreview settingKey={settingKey} before={seen.value} after={faults.length === 0 ? value : null} />
      <ReasonModal
        opened={asking}
        title={t('saveTitle', { setting: t(`title.${settingKey}`) })}
        confirmLabel={t('save')}
        busy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          save.mutate(
            { key: settingKey, value, version: seen.version, reason },
            {
              onSuccess: () => {
                void notify('success', t('saved'));
                onFresh();
              },
              onSettled: () => setAsking(false),
            },
          )
        }
      >
        {t(`saveBody.${settingKey}`)}
      </ReasonModal>
    </div>
  );
}

function Refusal({ error, onFresh }: { error: unknown; onFresh: () => void }) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  return (
    <Alert color="red" role="alert">
      {refusal(error)}
      {isAppError(error, 'changed_meanwhile') && (
        <Button variant="default" size="sm" mt="sm" display="block" onClick={onFresh}>
          {t('showNewest')}
        </Button>
      )}
    </Alert>
  );
}
