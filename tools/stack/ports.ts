import { freePort, portBecomesFree } from '../db/free-port.ts';

const names = ['app', 'api', 'database', 'mailbox', 'razorpay', 'talview', 'credly', 'functions'] as const;
export type Ports = Record<(typeof names)[number], number>;

const titles: Record<keyof Ports, string> = {
  app: 'the app',
  api: 'the API',
  database: 'Postgres',
  mailbox: 'the mailbox',
  razorpay: 'the Razorpay sandbox',
  talview: 'the Talview sandbox',
  credly: 'the Credly sandbox',
  functions: 'the edge functions',
};

export function portsFrom(base: number): Ports {
  const at = (name: (typeof names)[number]) => base + names.indexOf(name);
  return {
    app: at('app'),
    api: at('api'),
    database: at('database'),
    mailbox: at('mailbox'),
    razorpay: at('razorpay'),
    talview: at('talview'),
    credly: at('credly'),
    functions: at('functions'),
  };
}

export async function freePorts(): Promise<Ports> {
  const found = new Set<number>();
  while (found.size < names.length) found.add(await freePort());
  const [app = 0, api = 0, database = 0, mailbox = 0, razorpay = 0, talview = 0, credly = 0, functions = 0] = found;
  return { app, api, database, mailbox, razorpay, talview, credly, functions };
}

export async function requireFree(ports: Ports, wanted: (keyof Ports)[]): Promise<void> {
  // Two seconds of patience: the stack that ran a moment ago may be letting go of them.
  const free = await Promise.all(wanted.map((name) => portBecomesFree(ports[name], 2000)));
  const taken = wanted.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const list = taken.map((name) => `${ports[name]} (${titles[name]})`).join(', ');
  throw new Error(
    `Taken: port ${list}. Stop what listens there, or move the whole stack to eight other ports:\n  PORT_BASE=${ports.app + 100} npm start`,
  );
}
