import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The one alias table; Vitest reads it too. */
export const alias = {
  '~': inProject('./src'),
  '@contracts': inProject('./supabase/functions/_shared/contracts'),
};

/**
 * Gives `zod/mini` its own copy of zod's core. Shared with the full zod of the contracts, which only some pages load, the core
 * could not be shaken and would put 10 kB on every first screen.
 */
function keepZodMiniSmall(): Plugin {
  const mark = '?mini';
  return {
    name: 'keep-zod-mini-small',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      const inside = importer?.endsWith(mark) === true;
      if (source !== 'zod/mini' && !inside) return null;
      const resolved = await this.resolve(source, importer?.replace(mark, ''), { skipSelf: true });
      return resolved === null ? null : { ...resolved, id: `${resolved.id}${mark}` };
    },
  };
}

/** Parts of Mantine that the first screens of visitors and learners show, with what they need. What only staff meet comes with their pages. */
const firstScreenParts =
  /@mantine\/core\/esm\/(core\/(MantineProvider|Box|factory|styles-api)|components\/(ActionIcon|Alert|Anchor|Button|CloseButton|Group|Input|InputBase|Loader|PasswordInput|Stack|Text|TextInput|Title|Transition|UnstyledButton))\//;

export default defineConfig(({ command }) => ({
  plugins: [keepZodMiniSmall(), react()],
  resolve: {
    alias: {
      ...alias,
      ...(command === 'build' ? { '@supabase/realtime-js': inProject('./src/lib/supabase/no-realtime.ts') } : {}),
    },
  },
  server: { host: '127.0.0.1', strictPort: true },
  preview: { host: '127.0.0.1', strictPort: true },
  build: {
    target: 'es2023',
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Without groups the first screen of the app is a hundred files of a kilobyte. Public pages must not meet the last two.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\//, priority: 3 },
            { name: 'ui', test: firstScreenParts, priority: 2 },
            { name: 'cards', test: /@mantine\/core\/esm\/components\/(Badge|Skeleton|ThemeIcon)\//, priority: 1 },
            {
              name: 'query',
              test: /@tanstack\/(query-core|react-query\/build\/modern\/(use|Query))/,
              minShareCount: 8,
            },
          ],
        },
      },
    },
  },
}));
