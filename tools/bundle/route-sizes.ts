import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

const texts = (...areas: string[]) => areas.map((area) => `src/lib/i18n/locales/en/${area}.json`);
const app = 'src/app/layouts/app-root.tsx';

/**
 * First screens: the modules that are loaded lazily before one stands, and their weight (kB, gzip, script and style together): the goal,
 * and the ceiling over which the build fails. A ceiling only ever goes down.
 */
const routeBudgets = [
  {
    route: 'landing',
    modules: ['src/features/site/components/landing-page.tsx', ...texts('common', 'site')],
    goalKb: 90,
    ceilingKb: 146,
  },
  {
    route: 'login',
    modules: [
      app,
      'src/app/routes/auth-routes.tsx',
      'src/app/layouts/auth-layout.tsx',
      'src/features/auth/components/login-page.tsx',
      ...texts('common', 'auth'),
    ],
    goalKb: 190,
    ceilingKb: 192,
  },
  {
    route: 'dashboard',
    modules: [
      app,
      'src/app/routes/learner-routes.tsx',
      'src/app/layouts/learner-layout.tsx',
      'src/app/routes/dashboard.tsx',
      'src/lib/supabase/client.ts',
      ...texts('common', 'dashboard', 'learning', 'tests', 'exam', 'certificates'),
    ],
    goalKb: 200,
    ceilingKb: 250,
  },
];

export type RouteSize = { route: string; kb: number; goalKb: number; ceilingKb: number };

function readManifest(dist: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')));
}

/** Every file that must be there before the module runs: its own, what it imports, and the styles of all of them. */
function filesBefore(manifest: Manifest, start: string, seen = new Set<string>()): Set<string> {
  const files = new Set<string>();
  if (seen.has(start)) return files;
  seen.add(start);
  const chunk = manifest[start];
  if (!chunk) throw new Error(`The build has no module ${start}.`);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) for (const file of filesBefore(manifest, imported, seen)) files.add(file);
  return files;
}

/** What each route's first screen downloads, in kB (1,000 bytes) after gzip. */
export function routeSizes(dist: string): RouteSize[] {
  const manifest = readManifest(dist);
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (!entry) throw new Error(`${dist} has no entry; was it built?`);
  return routeBudgets.map(({ route, modules, goalKb, ceilingKb }) => {
    const files = new Set([entry, ...modules].flatMap((module) => [...filesBefore(manifest, module)]));
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
      0,
    );
    return { route, kb: bytes / 1000, goalKb, ceilingKb };
  });
}
