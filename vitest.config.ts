import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { alias } from './vite.config.ts';

const shared = { plugins: [react()], resolve: { alias } };

export default defineConfig({
  test: {
    // Two cores: more workers only make each other late.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'app',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['src/testing/setup.ts'],
          restoreMocks: true,
          env: {
            VITE_SUPABASE_URL: 'http://supabase.test',
            VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
            VITE_RAZORPAY_KEY_ID: 'rzp_test_key',
            VITE_APP_URL: 'http://app.test',
            TZ: 'Asia/Kolkata',
          },
        },
      },
      {
        ...shared,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tools/**/*.test.ts', 'supabase/functions/**/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          globalSetup: ['supabase/tests/support/server.ts'],
          environment: 'node',
          include: ['supabase/tests/**/*.test.ts', 'supabase/seeds/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
