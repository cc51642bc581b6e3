import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trackKeys } from '~/entities/track/keys';
import { programKeys } from './keys';

/** An act on the catalogue: afterwards every list and page of it is read anew, the public ones too. */
export function useAct<Values, Answer>(run: (values: Values) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: programKeys.all }),
        queryClient.invalidateQueries({ queryKey: trackKeys.all }),
      ]),
  });
}
