import type { BenchmarkRow } from './row.ts';

type Suite = { name: string; load: () => Promise<{ run: () => Promise<BenchmarkRow[]> }> };

/** Each suite is loaded only when it runs; its rows begin with its name. */
export const suites: readonly Suite[] = [
  { name: 'js', load: () => import('./bundle-size.ts') },
  { name: 'certificate', load: () => import('./certificate-pdf.ts') },
  { name: 'certificates', load: () => import('./certificates-zip.ts') },
  { name: 'csv', load: () => import('./csv-import.ts') },
  { name: 'webhook', load: () => import('./webhook.ts') },
  { name: 'start', load: () => import('./warm-start.ts') },
  { name: 'rls', load: () => import('./row-level-security.ts') },
  { name: 'admin', load: () => import('./admin-console.ts') },
  { name: 'answers', load: () => import('./answer-saves.ts') },
  { name: 'grade', load: () => import('./grading.ts') },
];
