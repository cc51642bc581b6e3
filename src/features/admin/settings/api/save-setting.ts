import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { SettingValue } from '../model/setting-draft';
import type { SettingKey } from '../model/setting-fields';
import { settingsKeys } from './keys';

type Save = { key: SettingKey; value: SettingValue; version: string; reason: string };

async function saveSetting({ key, value, version, reason }: Save) {
  const supabase = await getSupabase();
  await done(supabase.rpc('save_setting', { p_key: key, p_value: value, p_version: version, p_reason: reason }));
}

/** Codes: invalid_<field>, changed_meanwhile, reason_needed. */
export function useSaveSetting() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: saveSetting,
    onSettled: () => queryClient.invalidateQueries({ queryKey: settingsKeys.values() }),
  });
}
