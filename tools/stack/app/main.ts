import { build, createServer, preview } from 'vite';
import { projectDir } from '../../db/supabase-cli.ts';
import { endWithParent } from '../parent-watch.ts';

/** Serves the app: from its sources with Vite's development server, or built as it would be deployed. */
endWithParent();
const port = Number(process.env.STACK_APP_PORT);
const outDir = process.env.STACK_APP_BUILD;
const place = { host: '127.0.0.1', port, strictPort: true };

if (outDir) {
  await build({
    root: projectDir,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  await preview({ root: projectDir, logLevel: 'warn', build: { outDir }, preview: place });
} else {
  const server = await createServer({
    root: projectDir,
    clearScreen: false,
    logLevel: 'warn',
    server: { ...place, warmup: { clientFiles: ['./src/app/main.tsx'] } },
  });
  await server.listen();
}
