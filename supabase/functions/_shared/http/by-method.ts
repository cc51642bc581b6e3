import { HttpError } from './errors.ts';
import { createHandler, type Handler } from './handler.ts';

/** One function with a kind of caller for each method: every handler declares its own. */
export function byMethod(name: string, handlers: Record<string, Handler>): Handler {
  const table = new Map(Object.entries(handlers));
  const others = createHandler({
    name,
    methods: [...table.keys()],
    auth: { kind: 'none' },
    run: async ({ request }) => {
      throw new HttpError(405, 'method_not_allowed', `${request.method} is not served here.`);
    },
  });
  return async (request) => await (table.get(request.method) ?? others)(request);
}
