export const learningKeys = {
  all: ['learning'] as const,
  modules: (trackId: string) => [...learningKeys.all, 'modules', trackId] as const,
  module: (moduleId: string) => [...learningKeys.all, 'module', moduleId] as const,
  progress: (enrolmentId: string) => [...learningKeys.all, 'progress', enrolmentId] as const,
  /** One signed address; short-lived, so it is a query of its own. */
  media: (path: string) => [...learningKeys.all, 'media', path] as const,
};
