import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareCluster, roleUrl } from '../db/cluster.ts';
import { migrate, seed, type Seed } from '../db/migrate.ts';
import { endOrphanPostgres, startPostgres, type Postgres } from '../db/postgres.ts';
import { tailOf } from '../db/process.ts';
import { projectDir } from '../db/supabase-cli.ts';
import { childRunner, type Child } from './children.ts';
import { uploadDemoMedia } from './demo-media.ts';
import { apiConfig, appEnvironment, functionsEnvironment, local, sandboxConfig, type Setting } from './environment.ts';
import { lockDataDir } from './lock.ts';
import { freePorts, portsFrom, requireFree, type Ports } from './ports.ts';
import { startReloading } from './reloading.ts';
import { scheduler } from './schedule.ts';
import { secretsOf } from './secrets.ts';

export interface StackOptions {
  portBase?: number;
  dataDir?: string;
  app?: boolean;
  seed?: Seed;
  schedule?: boolean;
  /** Overrides for the edge functions' environment. */
  env?: Record<string, string>;
  /** Restarts the edge functions when one of their files changes. */
  watch?: boolean;
}

export interface StackInfo {
  appUrl: string;
  apiUrl: string;
  dbUrl: string;
  mailboxUrl: string;
  publishableKey: string;
  secretKey: string;
  accounts: { email: string; password: string; kind: string }[];
  sandboxes: { razorpay: string; talview: string; credly: string; email: string };
}

export type Stack = StackInfo & {
  stop(): Promise<void>;
  runScheduled(): Promise<void>;
  /** Settles with a report when a part of the stack ends without being asked to. */
  died: Promise<string>;
};

const demoAccounts = [
  { email: 'learner@example.com', password: 'Learn-AI-2026', kind: 'learner' },
  { email: 'ready@example.com', password: 'Learn-AI-2026', kind: 'learner' },
  { email: 'manager@example.com', password: 'Learn-AI-2026', kind: 'institution' },
  { email: 'admin@example.com', password: 'Learn-AI-2026', kind: 'staff' },
];

/** Boots everything that the product needs, without Docker. Without a data folder it is thrown away at the end. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const disposable = options.dataDir === undefined;
  const dataDir = resolve(options.dataDir ?? mkdtempSync(join(tmpdir(), 'ai-ready-stack-')));
  mkdirSync(join(dataDir, 'sandbox'), { recursive: true });
  // Postgres may run as another account and must be able to pass through; what is secret in here has its own mode.
  chmodSync(dataDir, 0o711);
  const unlock = lockDataDir(dataDir);
  const which = options.seed ?? 'demo';
  const children: Child[] = [];
  const runner = childRunner(dataDir);
  const cleanups: (() => void)[] = [];
  let postgres: Postgres | null = null;

  const stop = async () => {
    for (const cleanup of cleanups.splice(0)) cleanup();
    await Promise.all(children.splice(0).map((child) => child.stop()));
    await postgres?.stop();
    unlock();
    if (disposable) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  try {
    await Promise.all([runner.endOrphans(), endOrphanPostgres(join(dataDir, 'db'))]);
    const ports = options.portBase === undefined ? await freePorts() : portsFrom(options.portBase);
    const setting: Setting = { dataDir, ports, secrets: await secretsOf(dataDir), overrides: options.env ?? {} };
    const parts: (keyof Ports)[] = ['api', 'database', 'mailbox', 'razorpay', 'talview', 'credly', 'functions'];
    await requireFree(ports, options.app === false ? parts : ['app', ...parts]);

    let report: (text: string) => void = () => undefined;
    const died = new Promise<string>((settle) => (report = settle));
    const begin = async (starting: Promise<Child>) => {
      const child = await starting;
      children.push(child);
      void child.died.then(report);
    };
    const settled = await Promise.allSettled([
      startDatabase(dataDir, ports, disposable, which, (server) => (postgres = server)).then(async (server) => {
        void server.exited.then(() =>
          report(`Postgres ended. End of ${server.logFile}:\n${tailOf(server.logFile, 25)}`),
        );
        await begin(runner.start(apiPart(setting, server)));
      }),
      begin(runner.start(sandboxPart(setting))),
      begin(startFunctions(runner, setting, options.watch ?? false)),
      ...(options.app === false ? [] : [begin(runner.start(appPart(setting, disposable)))]),
    ]);
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    if (!postgres) throw new Error('Postgres is missing');

    const info: StackInfo = {
      appUrl: local(ports.app),
      apiUrl: local(ports.api),
      dbUrl: roleUrl(postgres, 'postgres'),
      mailboxUrl: local(ports.mailbox),
      publishableKey: setting.secrets.publishableKey,
      secretKey: setting.secrets.secretKey,
      accounts: which === 'demo' ? demoAccounts : [],
      sandboxes: {
        razorpay: local(ports.razorpay),
        talview: local(ports.talview),
        credly: local(ports.credly),
        email: local(ports.mailbox),
      },
    };
    if (which === 'demo') await uploadDemoMedia(info.apiUrl, info.secretKey, info.dbUrl);
    writeFileSync(join(dataDir, 'stack.json'), `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 });
    const schedule = scheduler(info.apiUrl, info.secretKey);
    cleanups.push(schedule.stop);
    if (options.schedule ?? true) schedule.start();
    return { ...info, stop, died, runScheduled: schedule.runOnce };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(
  dataDir: string,
  ports: Ports,
  disposable: boolean,
  which: Seed,
  started: (server: Postgres) => void,
): Promise<Postgres> {
  const server = await startPostgres({ dataDir: join(dataDir, 'db'), port: ports.database, disposable });
  started(server);
  await prepareCluster(server);
  await migrate(roleUrl(server, 'postgres'));
  await seed(roleUrl(server, 'postgres'), which);
  return server;
}

const script = (path: string) => ({ command: process.execPath, args: [join(projectDir, path)] });

function apiPart(setting: Setting, server: Postgres) {
  return {
    name: 'api',
    ...script('tools/stack/api/main.ts'),
    env: { STACK_API_CONFIG: JSON.stringify(apiConfig(setting, server)) },
    readyUrl: `${local(setting.ports.api)}/health`,
  };
}

function sandboxPart(setting: Setting) {
  return {
    name: 'sandboxes',
    ...script('tools/sandbox/main.ts'),
    env: { STACK_SANDBOX_CONFIG: JSON.stringify(sandboxConfig(setting)) },
    readyUrl: `${local(setting.ports.credly)}/_control/state`,
  };
}

function appPart(setting: Setting, built: boolean) {
  return {
    name: 'app',
    ...script('tools/stack/app/main.ts'),
    env: {
      ...appEnvironment(setting),
      STACK_APP_PORT: String(setting.ports.app),
      // Tests meet the app as it would be deployed; development gets hot reloading.
      ...(built ? { STACK_APP_BUILD: join(setting.dataDir, 'app'), NODE_ENV: 'production' } : {}),
    },
    readyUrl: local(setting.ports.app),
    readyWithinMs: 180_000,
  };
}

function startFunctions(runner: ReturnType<typeof childRunner>, setting: Setting, watching: boolean): Promise<Child> {
  const folder = join(projectDir, 'supabase/functions');
  const part = {
    name: 'functions',
    command: join(projectDir, 'node_modules/.bin/deno'),
    // Everything comes from node_modules: no registry is asked, nothing is downloaded.
    args: [
      'run',
      '--no-prompt',
      '--no-remote',
      '--cached-only',
      '--node-modules-dir=manual',
      '--no-lock',
      '--no-check',
      '--allow-net',
      '--allow-env',
      '--allow-read',
      '--allow-sys',
      join(projectDir, 'tools/stack/functions/main.ts'),
    ],
    env: {
      ...functionsEnvironment(setting),
      STACK_FUNCTIONS_DIR: folder,
      STACK_FUNCTIONS_PORT: String(setting.ports.functions),
      DENO_NO_UPDATE_CHECK: '1',
      DENO_DIR: join(projectDir, 'node_modules/.cache/deno'),
    },
    readyUrl: `${local(setting.ports.functions)}/_health`,
  };
  const start = () => runner.start(part);
  return watching
    ? startReloading({ name: part.name, folder, start, report: (text) => console.error(`\n${text}`) })
    : start();
}
