import type { z } from 'zod';

export type VendorFailure = 'timeout' | 'network' | 'status' | 'invalid_answer';

/** A vendor did not do what was asked. `transient` says whether asking again later may help. */
export class VendorError extends Error {
  readonly vendor: string;
  readonly failure: VendorFailure;
  readonly status: number | null;
  /** The vendor's own words, for deciding (for example on a duplicate) and for staff. */
  readonly detail: string;

  constructor(vendor: string, failure: VendorFailure, status: number | null, detail: string) {
    super(`${vendor}: ${failure}${status === null ? '' : ` ${status}`}${detail ? `: ${detail}` : ''}`);
    this.name = 'VendorError';
    this.vendor = vendor;
    this.failure = failure;
    this.status = status;
    this.detail = detail;
  }

  get transient(): boolean {
    if (this.failure !== 'status') return true;
    const status = this.status ?? 500;
    // Credentials (401, 403) are an operator's to mend: the work must wait, not die.
    return status >= 500 || [401, 403, 408, 409, 425, 429].includes(status);
  }
}

export type VendorRequest<T> = {
  vendor: string;
  url: string;
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  schema: z.ZodType<T>;
  timeoutMs: number;
  /** Finds the vendor's own message in the body of an error. */
  errorDetail?: (body: unknown) => string | undefined;
};

const maxAnswerBytes = 2 * 1024 * 1024;

/** One call: time limit over head and body, JSON checked by the schema. Never retries; the outbox does. */
export async function vendorFetch<T>(request: VendorRequest<T>): Promise<T> {
  const { vendor, url, method = 'GET', headers = {}, body, schema, timeoutMs, errorDetail } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, {
      method,
      signal,
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    status = response.status;
    text = await response.text();
  } catch {
    throw new VendorError(vendor, signal.aborted ? 'timeout' : 'network', null, '');
  }
  if (text.length > maxAnswerBytes) throw new VendorError(vendor, 'invalid_answer', status, 'too large');

  const value = parseAnswer(text);
  if (status < 200 || status > 299) {
    throw new VendorError(vendor, 'status', status, (errorDetail?.(value) ?? '').slice(0, 300));
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    const where = result.error.issues[0]?.path.join('.') ?? '';
    throw new VendorError(vendor, 'invalid_answer', status, `unexpected ${where || 'body'}`);
  }
  return result.data;
}

/** Undefined when empty or not JSON: the schema decides whether that is fine. */
function parseAnswer(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
