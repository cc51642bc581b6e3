import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endOrphanPostgres } from '../db/postgres.ts';
import { placeForPostgres } from '../db/postgres-place.ts';
import { projectDir } from '../db/supabase-cli.ts';
import { childRunner } from './children.ts';
import { lockDataDir } from './lock.ts';

/** `npm run reset`: throws the local data away; the next start makes it anew. */
const dataDir = process.env.STACK_DATA ?? join(projectDir, '.stack');
if (!existsSync(dataDir)) {
  console.log('There is no local data.');
} else if (!existsSync(join(dataDir, 'secrets.json'))) {
  // Mistyped STACK_DATA must not cost anybody a folder.
  console.error(`${dataDir} does not look like a data folder of the stack; nothing was removed.`);
  process.exitCode = 1;
} else {
  lockDataDir(dataDir);
  await childRunner(dataDir).endOrphans();
  const { dataDir: database } = await placeForPostgres(join(dataDir, 'db'));
  await endOrphanPostgres(join(dataDir, 'db'));
  rmSync(database, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`Removed ${dataDir}. The next start makes fresh data.`);
}
