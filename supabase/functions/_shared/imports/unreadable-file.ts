import type { ImportProblem } from '../contracts/bulk-enrol.ts';

export type ProblemDetails = { limit?: number; row?: number; columns?: string[] };

/** The file cannot be read as a list of students; reading it again will not help. */
export class UnreadableFile extends Error {
  readonly problem: ImportProblem;
  readonly details: ProblemDetails | null;

  constructor(problem: ImportProblem, details: ProblemDetails | null = null) {
    super(problem);
    this.name = 'UnreadableFile';
    this.problem = problem;
    this.details = details;
  }
}
