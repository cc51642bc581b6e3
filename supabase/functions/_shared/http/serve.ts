import { corsHeaders } from './cors.ts';
import { HttpError } from './errors.ts';
import { errorResponse, type Handler } from './handler.ts';
import { consoleLog, safeMessage } from './log.ts';

/**
 * Builds the handler at the first request, so that a missing variable is an answer and a log line that names it,
 * not a function that fails to start.
 */
export function serve(name: string, build: () => Handler): { fetch: Handler } {
  let handler: Handler | null = null;
  return {
    async fetch(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders });
      try {
        handler ??= build();
      } catch (error) {
        const requestId = crypto.randomUUID();
        consoleLog({ fn: name, requestId, status: 500, code: 'misconfigured', error: safeMessage(error) });
        const response = errorResponse(
          new HttpError(500, 'misconfigured', 'The service is not set up yet.'),
          requestId,
        );
        for (const [header, value] of Object.entries(corsHeaders)) response.headers.set(header, value);
        return response;
      }
      return await handler(request);
    },
  };
}
