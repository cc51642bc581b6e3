import { randomUUID } from 'node:crypto';
import type { Caller } from './callers.ts';

/**
 * Gap: Lite verifies HS256 tokens only and looks for a user of its own auth service. The gateway already knows the
 * caller, so each request enters Lite with a ticket in place of the API key, valid while that request runs.
 */
export function callerTickets() {
  const tickets = new Map<string, Caller>();

  return {
    resolver: async (ticket: string) => {
      const caller = tickets.get(ticket);
      return caller ? { type: 'publishable' as const, claims: { ...caller.claims } } : null;
    },
    async as(caller: Caller, headers: Headers, run: () => Response | Promise<Response>): Promise<Response> {
      const ticket = randomUUID();
      tickets.set(ticket, caller);
      headers.set('apikey', ticket);
      try {
        return await run();
      } finally {
        tickets.delete(ticket);
      }
    },
  };
}
