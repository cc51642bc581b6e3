// Runs under Deno and serves every folder of supabase/functions at /<name>, as the hosted edge runtime does.
import process from 'node:process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface EdgeFunction {
  fetch(request: Request): Response | Promise<Response>;
}

declare const Deno: {
  serve(
    options: { hostname: string; port: number; onListen(): void },
    handler: (request: Request) => Promise<Response>,
  ): unknown;
  exit(code: number): never;
};

const folder = process.env.STACK_FUNCTIONS_DIR ?? '';
const port = Number(process.env.STACK_FUNCTIONS_PORT);
const loaded = new Map<string, Promise<EdgeFunction>>();

Object.assign(globalThis, {
  EdgeRuntime: { waitUntil: (promise: Promise<unknown>) => void promise.catch(() => undefined) },
});

function load(name: string): Promise<EdgeFunction> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = import(pathToFileURL(join(folder, name, 'index.ts')).href).then((module: unknown) => {
    const entry = typeof module === 'object' && module !== null && 'default' in module ? module.default : null;
    if (isEdgeFunction(entry)) return entry;
    throw new Error(`${name}/index.ts has no default export with a fetch function`);
  });
  loaded.set(name, loading);
  return loading;
}

function isEdgeFunction(value: unknown): value is EdgeFunction {
  return typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function';
}

const names = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name);

async function answer(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.split('/')[1] ?? '';
  if (name === '_health') return Response.json({ ok: true });
  if (!names().includes(name))
    return Response.json({ code: 'NOT_FOUND', message: 'Requested function was not found' }, { status: 404 });
  let entry: EdgeFunction;
  try {
    entry = await load(name);
  } catch (error) {
    loaded.delete(name);
    console.error(`function ${name} does not load:`, error);
    return Response.json(
      { code: 'BOOT_ERROR', message: 'Function failed to start (please check logs)' },
      { status: 503 },
    );
  }
  try {
    return await entry.fetch(request);
  } catch (error) {
    console.error(`function ${name} failed:`, error);
    return Response.json(
      { code: 'WORKER_ERROR', message: 'Function exited due to an error (please check logs)' },
      { status: 500 },
    );
  }
}

Deno.serve({ hostname: '127.0.0.1', port, onListen: () => undefined }, answer);

// The first call of each should not pay for loading it; one after the other, so that the rest of the stack can start.
for (const name of names()) await load(name).catch(() => loaded.delete(name));

// The stack holds the other end: when it dies, however it dies, so do we.
for await (const _ of process.stdin);
Deno.exit(0);
