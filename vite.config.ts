import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The one alias table; Vitest reads it too. */
export const alias = {
  '~': inProject('./src'),
  '@contracts': inProject('./supabase/functions/_shared/contracts'),
};

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  server: { host: '127.0.0.1', strictPort: true },
  preview: { host: '127.0.0.1', strictPort: true },
  build: { target: 'es2023', sourcemap: false, manifest: true, chunkSizeWarningLimit: 400 },
});
