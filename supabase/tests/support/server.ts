import type { TestProject } from 'vitest/node';
import { startTestDatabase } from '../../../tools/db/test-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One Postgres for the run, migrated once; every test file works in a clone of the template. */
export default async function setup(project: TestProject) {
  const server = await startTestDatabase({ seed: 'reference' });
  const template = await server.cloneDatabase('test_template');
  project.provide('templateUrl', template.url);
  return () => server.stop();
}
