import type { ReviewedQuestion } from '../schemas';

export type ModuleResult = {
  moduleId: string | null;
  title: string | null;
  correct: number;
  total: number;
  points: number;
  maxPoints: number;
};

/** Results by the module that each question belongs to, in the order of first appearance. */
export function resultsByModule(questions: readonly ReviewedQuestion[]): ModuleResult[] {
  const results = new Map<string | null, ModuleResult>();
  for (const question of questions) {
    const moduleId = question.module_id ?? null;
    const result = results.get(moduleId) ?? {
      moduleId,
      title: question.module_title ?? null,
      correct: 0,
      total: 0,
      points: 0,
      maxPoints: 0,
    };
    results.set(moduleId, {
      moduleId,
      title: result.title,
      correct: result.correct + (question.is_correct === true ? 1 : 0),
      total: result.total + 1,
      points: result.points + (question.points_awarded ?? 0),
      maxPoints: result.maxPoints + question.points,
    });
  }
  return [...results.values()];
}

/** Per cent 0–100, rounded; 0 when nothing could be gained. */
export function sharePercent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.max(0, Math.round((part / whole) * 100));
}

/** Null means without limit. */
export function attemptsLeft(allowed: number | null, used: number): number | null {
  return allowed === null ? null : Math.max(0, allowed - used);
}

export type OptionMark = 'right' | 'missed' | 'wrong' | 'none';

/** How an option of a reviewed question stands: chosen and right, right but not chosen, chosen but wrong, neither. */
export function optionMark(question: Pick<ReviewedQuestion, 'selected' | 'correct'>, optionId: string): OptionMark {
  const chosen = question.selected.includes(optionId);
  if (question.correct.includes(optionId)) return chosen ? 'right' : 'missed';
  return chosen ? 'wrong' : 'none';
}
