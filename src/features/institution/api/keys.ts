type Filters = Record<string, unknown>;

/** Everything a manager sees of one institution stands under `of`: what changes its students changes most of it. */
export const institutionKeys = {
  all: ['institution'] as const,
  of: (institutionId: string) => [...institutionKeys.all, institutionId] as const,
  overview: (institutionId: string) => [...institutionKeys.of(institutionId), 'overview'] as const,
  students: (institutionId: string, filters: Filters) =>
    [...institutionKeys.of(institutionId), 'students', filters] as const,
  certificates: (institutionId: string, filters: Filters) =>
    [...institutionKeys.of(institutionId), 'certificates', filters] as const,
  imports: (institutionId: string, filters: Filters) =>
    [...institutionKeys.of(institutionId), 'imports', filters] as const,
  importDetail: (institutionId: string, importId: string) =>
    [...institutionKeys.of(institutionId), 'import', importId] as const,
  importRows: (institutionId: string, importId: string, filters: Filters) =>
    [...institutionKeys.importDetail(institutionId, importId), 'rows', filters] as const,
  team: (institutionId: string) => [...institutionKeys.of(institutionId), 'team'] as const,
};
