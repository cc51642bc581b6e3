export type Difficulty = 'beginner' | 'intermediate' | 'advanced';
export type ProgressStatus = 'not_started' | 'in_progress' | 'completed';

export type ModuleSummary = {
  id: string;
  title: string;
  description: string;
  durationMinutes: number;
  difficulty: Difficulty;
  position: number;
};

export type ModuleProgress = { moduleId: string; status: ProgressStatus; completedAt: string | null };

export type CourseModule = ModuleSummary & { number: number; status: ProgressStatus; completedAt: string | null };

/** The modules in their order, numbered from 1, each with the learner's own progress. */
export function courseModules(modules: readonly ModuleSummary[], progress: readonly ModuleProgress[]): CourseModule[] {
  const byModule = new Map(progress.map((entry) => [entry.moduleId, entry]));
  return [...modules]
    .sort((a, b) => a.position - b.position)
    .map((module, index) => {
      const entry = byModule.get(module.id);
      return {
        ...module,
        number: index + 1,
        status: entry?.status ?? 'not_started',
        completedAt: entry?.completedAt ?? null,
      };
    });
}

/** Where to go on: what was begun first, else the first that is not done; null when all are done. */
export function nextModule(modules: readonly CourseModule[]): CourseModule | null {
  return (
    modules.find((module) => module.status === 'in_progress') ??
    modules.find((module) => module.status === 'not_started') ??
    null
  );
}

export type Neighbours = { previous: CourseModule | null; next: CourseModule | null };

export function neighbours(modules: readonly CourseModule[], moduleId: string): Neighbours {
  const index = modules.findIndex((module) => module.id === moduleId);
  if (index < 0) return { previous: null, next: null };
  return { previous: modules[index - 1] ?? null, next: modules[index + 1] ?? null };
}

export type CourseProgress = { completed: number; total: number; percent: number; minutesLeft: number };

/** Per cent is rounded down, so that 100 means that all is done. */
export function courseProgress(modules: readonly CourseModule[]): CourseProgress {
  const open = modules.filter((module) => module.status !== 'completed');
  const completed = modules.length - open.length;
  return {
    completed,
    total: modules.length,
    percent: modules.length === 0 ? 0 : Math.floor((completed / modules.length) * 100),
    minutesLeft: open.reduce((minutes, module) => minutes + module.durationMinutes, 0),
  };
}
