import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ScheduleExamRequest, scheduleExamResponseSchema } from '@contracts/schedule-exam.ts';
import { invoke } from '~/lib/supabase/invoke';
import { examKeys } from './keys';

const scheduleExam = (appointment: ScheduleExamRequest) =>
  invoke('schedule-exam', appointment, scheduleExamResponseSchema);

/** Also when it fails: a second click may have been refused because the first one went through. */
export function useScheduleExam() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: scheduleExam,
    onSettled: () => queryClient.invalidateQueries({ queryKey: examKeys.all }),
  });
}
