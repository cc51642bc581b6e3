import type { ErrorBody } from '../contracts/error.ts';
import { requireSecret, requireUser, type Caller, type VerifyUser } from './auth.ts';
import { decodeUtf8, defaultBodyLimit, readBody } from './body.ts';
import { corsHeaders } from './cors.ts';
import { HttpError } from './errors.ts';
import { consoleLog, safeMessage, type Log, type LogFields } from './log.ts';
import { VendorError } from './vendor-fetch.ts';

export type Handler = (request: Request) => Promise<Response>;

/** Who may call. `none` is for webhooks, which prove themselves by a signature in their own handler. */
export type Auth =
  { kind: 'user'; verifyUser: VerifyUser } | { kind: 'secret'; secretKeys: readonly string[] } | { kind: 'none' };

export type Context<A extends Auth> = {
  request: Request;
  requestId: string;
  url: URL;
  /** The body as it came, already limited in size. */
  rawBody: Uint8Array<ArrayBuffer>;
  text: () => string;
  caller: A extends { kind: 'user' } ? Caller : null;
  /** Adds ids, codes and counts to the request's one log line. */
  note: (fields: LogFields) => void;
};

export type HandlerOptions<A extends Auth> = {
  name: string;
  methods?: readonly string[];
  auth: A;
  maxBytes?: number;
  log?: Log;
  run: (context: Context<A>) => Promise<Response>;
};

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

/** Wraps a function's work: request id, CORS, who may call, body limit, one error shape, one log line. */
export function createHandler<A extends Auth>(options: HandlerOptions<A>): Handler {
  const { name, methods = ['POST'], auth, maxBytes = defaultBodyLimit, log = consoleLog, run } = options;
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders });
    const startedAt = performance.now();
    const requestId = incomingRequestId(request) ?? crypto.randomUUID();
    const notes: LogFields = {};
    let response: Response;
    try {
      if (!methods.includes(request.method)) {
        throw new HttpError(405, 'method_not_allowed', `Use ${methods.join(' or ')}.`);
      }
      const caller = await authenticate(request, auth);
      const rawBody = await readBody(request, maxBytes);
      response = await run({
        request,
        requestId,
        url: new URL(request.url),
        rawBody,
        text: () => decodeUtf8(rawBody),
        caller,
        note: (fields) => Object.assign(notes, fields),
      });
    } catch (error) {
      const known = toHttpError(error);
      if (known.status >= 500) notes.error = safeMessage(error);
      notes.code = known.code;
      response = errorResponse(known, requestId);
    }
    for (const [header, value] of Object.entries(corsHeaders)) response.headers.set(header, value);
    response.headers.set('x-request-id', requestId);
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
    log({
      fn: name,
      requestId,
      method: request.method,
      status: response.status,
      ms: Math.round(performance.now() - startedAt),
      ...notes,
    });
    return response;
  };
}

async function authenticate<A extends Auth>(request: Request, auth: A): Promise<Context<A>['caller']>;
async function authenticate(request: Request, auth: Auth): Promise<Caller | null> {
  if (auth.kind === 'user') return await requireUser(request, auth.verifyUser);
  if (auth.kind === 'secret') requireSecret(request, auth.secretKeys);
  return null;
}

/** Taken over only when it looks like an id, so that nobody writes into our log. */
function incomingRequestId(request: Request): string | null {
  const given = request.headers.get('x-request-id') ?? '';
  return /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : null;
}

function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof VendorError) {
    return new HttpError(
      503,
      'vendor_unavailable',
      'A partner service cannot be reached at the moment. Try again shortly.',
    );
  }
  return new HttpError(500, 'internal', 'Something went wrong on our side. Try again.');
}

export function errorResponse(error: HttpError, requestId: string): Response {
  const body: ErrorBody = {
    error: { code: error.code, message: error.message, requestId, ...(error.fields ? { fields: error.fields } : {}) },
  };
  const response = json(body, error.status);
  if (error.status === 429 || error.status === 503) response.headers.set('retry-after', '30');
  return response;
}
