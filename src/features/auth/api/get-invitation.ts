import { lookAtInviteResponseSchema } from '@contracts/accept-invite.ts';
import { queryOptions } from '@tanstack/react-query';
import { invoke } from '~/lib/supabase/invoke';

export const invitationQueryOptions = (token: string) =>
  queryOptions({
    queryKey: ['auth', 'invitation', token],
    queryFn: ({ signal }) => invoke('accept-invite', { action: 'look', token }, lookAtInviteResponseSchema, signal),
    refetchOnWindowFocus: false,
  });
