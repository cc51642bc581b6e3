import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

export class TalviewFailure extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const errorBody = (code: string, message: string) => ({ error: { code, message } });

export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  throw new TalviewFailure(
    400,
    'invalid_request',
    [field, issue?.message].filter(Boolean).join(': ') || 'The request is invalid.',
  );
}
