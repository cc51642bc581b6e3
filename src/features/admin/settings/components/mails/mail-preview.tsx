import type { MailTemplate, MailWords } from '@contracts/mail-templates.ts';
import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { Section } from '~/components/section';
import { mailPreviewQueryOptions } from '../../api/preview-mail';
import classes from '../settings.module.css';

type Props = { template: MailTemplate; /** Null while a field is wrong. */ words: MailWords | null };

/** How the mail would arrive, written by the code that writes the real ones. */
export function MailPreview({ template, words }: Props) {
  const { t } = useTranslation('adminSettings');
  // As text, so that the same words are the same value.
  const [settled] = useDebouncedValue(words === null ? null : JSON.stringify(words), 400);
  if (words === null) {
    return (
      <Section title={t('mail.preview')}>
        <Text c="dimmed">{t('preview.wrong')}</Text>
      </Section>
    );
  }
  const same = settled === null || settled === JSON.stringify(words);
  return <Rendered template={template} words={words} asks={same} />;
}

function Rendered({ template, words, asks }: { template: MailTemplate; words: MailWords; asks: boolean }) {
  const { t } = useTranslation('adminSettings');
  const preview = useQuery({ ...mailPreviewQueryOptions(template, words), enabled: asks });
  return (
    <Section title={t('mail.preview')}>
      <DataState query={preview}>
        {({ subject, html, text }) => (
          <Stack aria-busy={!asks || preview.isPlaceholderData}>
            <Text>
              <Text span fw={650}>
                {t('mail.subjectNamed')}
              </Text>{' '}
              {subject}
            </Text>
            {/* No scripts, no forms, no way out: the frame may do nothing. */}
            <iframe className={classes.mail} title={t('mail.frame')} sandbox="" srcDoc={html} />
            <Text fw={650} component="h4">
              {t('mail.plain')}
            </Text>
            <pre className={classes.plain}>{text}</pre>
          </Stack>
        )}
      </DataState>
    </Section>
  );
}
