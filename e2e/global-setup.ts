import { mkdirSync, writeFileSync } from 'node:fs';
import { startStack } from '../tools/stack/stack.ts';
import { stackFile } from './support/stack.ts';

/** Starts a stack of its own, with demo data, on free ports and throw-away data; stops it at the end. */
export default async function globalSetup() {
  const { stop, runScheduled: _runScheduled, ...info } = await startStack({ app: true, seed: 'demo', schedule: true });
  mkdirSync('test-results', { recursive: true });
  writeFileSync(stackFile, JSON.stringify(info));
  return () => stop();
}
