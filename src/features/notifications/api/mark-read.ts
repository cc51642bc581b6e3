import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { notificationKeys } from './keys';

/** Marks one own notification as read, or all of them. */
async function markRead(id: string | 'all'): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await (id === 'all'
    ? supabase.rpc('mark_all_notifications_read')
    : supabase.rpc('mark_notification_read', { p_id: id }));
  if (error) throw toAppError(error);
}

export function useMarkRead() {
  const { t } = useTranslation('common');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: notificationKeys.all }),
    onError: (error) => notify('error', errorText(t, error)),
  });
}
