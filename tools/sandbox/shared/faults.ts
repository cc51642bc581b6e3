import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { SandboxEnv } from './http.ts';

export const faultSchema = z.strictObject({
  mode: z.enum(['none', 'slow', 'error500', 'cut', 'wrong_json']),
  /** How slow, in milliseconds. */
  ms: z.number().int().min(0).max(120_000).default(3000),
  /** How many requests it hits; without it, all until cleared. */
  times: z.number().int().min(1).optional(),
  /** Only requests whose path begins with this. */
  path: z.string().startsWith('/').optional(),
});
export type Fault = z.infer<typeof faultSchema>;

export type Faults = {
  readonly current: Fault;
  set(fault: Fault): void;
  middleware: MiddlewareHandler<SandboxEnv>;
};

type FaultOptions = {
  /** Paths that belong to the vendor's API; pages and controls are never hit unless a prefix names them. */
  isApi(path: string): boolean;
  serverError(): unknown;
};

/**
 * Makes the vendor misbehave. `slow` and `error500` act before the request is handled; `cut` and `wrong_json` after it,
 * so the caller cannot know whether its request took effect, which is what it has to survive.
 */
export function createFaults(options: FaultOptions): Faults {
  let fault: Fault = faultSchema.parse({ mode: 'none' });

  const take = (path: string): Fault | null => {
    const { mode, path: prefix, times } = fault;
    if (mode === 'none' || path.startsWith('/_control')) return null;
    if (prefix ? !path.startsWith(prefix) : !options.isApi(path)) return null;
    const taken = fault;
    if (times !== undefined) fault = times > 1 ? { ...fault, times: times - 1 } : faultSchema.parse({ mode: 'none' });
    return taken;
  };

  return {
    get current() {
      return fault;
    },
    set(next) {
      fault = next;
    },
    async middleware(c, next) {
      const hit = take(c.req.path);
      if (!hit) return next();
      if (hit.mode === 'error500') return c.json(options.serverError(), 500);
      if (hit.mode === 'slow') await delay(hit.ms);
      await next();
      if (hit.mode === 'wrong_json') {
        c.res = undefined;
        c.res = c.json({ unexpected: ['shape'] });
      }
      if (hit.mode === 'cut') {
        const { outgoing } = c.env;
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
        outgoing.write('{"id":"', () => outgoing.destroy());
        c.res = undefined;
        c.res = RESPONSE_ALREADY_SENT;
      }
    },
  };
}
