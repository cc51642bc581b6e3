import { useMutation, useQueryClient } from '@tanstack/react-query';
import { institutionKeys } from './keys';

/** An act on an institution; whatever is shown of institutions is read anew, also when it was refused: it may have been done meanwhile. */
export function useInstitutionAct<Variables, Answer = void>(act: (variables: Variables) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.all }),
  });
}
