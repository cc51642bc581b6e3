import { z } from 'zod';
import { supabaseCli } from './supabase-cli.ts';
import { startTestDatabase } from './test-database.ts';

/** `npm run db:advisors`: Supabase's own advisors on the migrated and seeded database. Anything they say is a failure. */
const answer = z.object({
  results: z.array(z.object({ name: z.string(), level: z.string(), title: z.string(), detail: z.string() })),
});

// On a database that nobody has queried yet, every index counts as unused.
const meaningless = new Set(['unused_index']);

const server = await startTestDatabase({ seed: 'reference' });
try {
  const { url } = await server.cloneDatabase('advisors');
  const { stdout, stderr } = await supabaseCli(
    ['db', 'advisors', '--type', 'all', '--level', 'info', '--output-format', 'json'],
    url,
  );
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`supabase db advisors gave no answer:\n${stderr.trim()}\n${stdout.trim()}`);
  const findings = answer
    .parse(JSON.parse(stdout.slice(start)))
    .results.filter((finding) => !meaningless.has(finding.name));
  for (const { level, title, detail } of findings)
    console.error(`${level}  ${title}: ${detail.replaceAll(/\s+/g, ' ')}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await server.stop();
}
