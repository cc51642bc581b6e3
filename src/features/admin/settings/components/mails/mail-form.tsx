import { mailLimits, mailPlaceholders, type MailTemplate, type MailWords } from '@contracts/mail-templates.ts';
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { isAppError } from '~/lib/supabase/app-error';
import { useSaveWords } from '../../api/mail-acts';
import { mailDraftOf, mailFaultsOf, wordsOf } from '../../model/mail-draft';
import type { OwnWords } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { MailPreview } from './mail-preview';
import { ResetWords } from './reset-words';
import { SendTest } from './send-test';

type Props = { template: MailTemplate; own: OwnWords | null; builtIn: MailWords; onFresh: () => void };

export function MailForm({ template, own, builtIn, onFresh }: Props) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  // What was seen when the form was opened: newer words must not be overwritten without being looked at.
  const [seen] = useState(own);
  const [initial] = useState(() => mailDraftOf(own ?? builtIn));
  const [draft, setDraft] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveWords();
  const words = wordsOf(draft);
  const faults = mailFaultsOf(template, draft);
  const good = faults.subject === null && faults.body === null;
  const problems = (['subject', 'body'] as const).flatMap((field) => {
    const fault = faults[field];
    return fault === null || attempt === 0
      ? []
      : [{ fieldId: `mail-${field}`, message: t(`mail.fault.${field}.${fault}`) }];
  });
  const errorOf = (field: 'subject' | 'body') => problems.find(({ fieldId }) => fieldId === `mail-${field}`)?.message;
  const change = (next: typeof draft) => {
    save.reset();
    setDraft(next);
  };
  return (
    <Stack gap="xl">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt((count) => count + 1);
          save.reset();
          if (good) setAsking(true);
        }}
      >
        <Stack>
          <Text c="dimmed">{t(`mail.when.${template}`)}</Text>
          <FormErrorSummary attempt={attempt} problems={problems} />
          {save.isError && (
            <Alert color="red" role="alert">
              {refusal(save.error)}
              {isAppError(save.error, 'changed_meanwhile') && (
                <Button variant="default" size="sm" mt="sm" display="block" onClick={onFresh}>
                  {t('showNewest')}
                </Button>
              )}
            </Alert>
          )}
          <TextInput
            id="mail-subject"
            label={t('mail.subject')}
            required
            maxLength={mailLimits.subject}
            autoComplete="off"
            value={draft.subject}
            error={errorOf('subject')}
            onChange={({ currentTarget }) => change({ ...draft, subject: currentTarget.value })}
          />
          <Textarea
            id="mail-body"
            label={t('mail.body')}
            description={t('mail.bodyHint')}
            required
            autosize
            minRows={5}
            value={draft.body}
            error={errorOf('body')}
            onChange={({ currentTarget }) => change({ ...draft, body: currentTarget.value })}
          />
          <Text size="sm">
            {t('mail.placeholders')}{' '}
            {mailPlaceholders[template].map((name) => (
              <span key={name}>
                <code>{`{{${name}}}`}</code> {t(`mail.placeholder.${name}`)}
                {'. '}
              </span>
            ))}
          </Text>
          <Group>
            <Button type="submit" disabled={JSON.stringify(draft) === JSON.stringify(initial)}>
              {t('save')}
            </Button>
            <SendTest template={template} words={good ? words : null} />
            {seen !== null && <ResetWords own={seen} onDone={onFresh} />}
          </Group>
        </Stack>
      </form>
      <MailPreview template={template} words={good ? words : null} />
      <ReasonModal
        opened={asking}
        title={t('saveTitle', { setting: t(`mail.name.${template}`) })}
        confirmLabel={t('save')}
        busy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          save.mutate(
            { template, words, version: seen?.version ?? null, reason },
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
        {t('mail.saveBody')}
      </ReasonModal>
    </Stack>
  );
}
