import { type MailTemplate, type MailWords, previewMailResponseSchema } from '@contracts/mail-templates.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { settingsKeys } from './keys';

async function previewMail(template: MailTemplate, words: MailWords | null, signal: AbortSignal) {
  const { invoke } = await import('~/lib/supabase/invoke');
  return invoke('preview-mail', { template, words }, previewMailResponseSchema, signal);
}

/** The mail with sample data, in these words or, with null, in its built-in ones. */
export const mailPreviewQueryOptions = (template: MailTemplate, words: MailWords | null) =>
  queryOptions({
    queryKey: settingsKeys.preview(template, words),
    queryFn: ({ signal }) => previewMail(template, words, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
