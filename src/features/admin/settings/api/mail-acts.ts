import type { MailTemplate, MailWords } from '@contracts/mail-templates.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { settingsKeys } from './keys';

/** `version` is null for the first own words of a mail. */
type Save = { template: MailTemplate; words: MailWords; version: string | null; reason: string };

async function saveWords({ template, words, version, reason }: Save) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('save_mail_template', {
      p_template: template,
      p_subject: words.subject,
      p_paragraphs: words.paragraphs,
      p_version: version ?? undefined,
      p_reason: reason,
    }),
  );
}

async function resetWords({ template, version, reason }: { template: MailTemplate; version: string; reason: string }) {
  const supabase = await getSupabase();
  await done(supabase.rpc('reset_mail_template', { p_template: template, p_version: version, p_reason: reason }));
}

async function sendTestMail({ template, words }: { template: MailTemplate; words: MailWords }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('send_test_mail', {
      p_template: template,
      p_subject: words.subject,
      p_paragraphs: words.paragraphs,
    }),
  );
}

function useWordsAct<Variables>(act: (variables: Variables) => Promise<void>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: settingsKeys.words() }),
  });
}

export const useSaveWords = () => useWordsAct(saveWords);
export const useResetWords = () => useWordsAct(resetWords);
export const useSendTestMail = () => useMutation({ mutationFn: sendTestMail });
