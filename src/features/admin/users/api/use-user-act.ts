import { useMutation, useQueryClient } from '@tanstack/react-query';
import { userKeys } from './keys';

/** An act on a person; whatever is shown of people is read anew, also when it was refused: it may have been done meanwhile. */
export function useUserAct<Variables, Answer = void>(act: (variables: Variables) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: userKeys.all }),
  });
}
