import type { MailTemplate, MailWords } from '@contracts/mail-templates.ts';
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { useSendTestMail } from '../../api/mail-acts';
import { useRefusalText } from '../use-refusal-text';

type Props = { template: MailTemplate; /** Null while a field is wrong. */ words: MailWords | null };

/** To the own address, in the words of the form, saved or not. */
export function SendTest({ template, words }: Props) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  const send = useSendTestMail();
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={18} aria-hidden="true" />}
      disabled={words === null}
      loading={send.isPending}
      onClick={() => {
        if (words === null) return;
        send.mutate(
          { template, words },
          {
            onSuccess: () => void notify('success', t('mail.testSent')),
            onError: (error) => void notify('error', refusal(error)),
          },
        );
      }}
    >
      {t('mail.sendTest')}
    </Button>
  );
}
