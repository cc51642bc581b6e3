import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

type AttributeFault = { attribute: string; messages: string[] };

/** Thrown by the rules, turned into Credly's error body by the server. */
export class CredlyFailure extends Error {
  readonly status: ContentfulStatusCode;
  readonly errors: AttributeFault[];
  constructor(status: ContentfulStatusCode, message: string, errors: AttributeFault[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const errorBody = (message: string, errors: AttributeFault[] = []) => ({ data: { message, errors } });

export const sendFailure = (c: Context, failure: CredlyFailure) =>
  c.json(errorBody(failure.message, failure.errors), failure.status);

export const unprocessable = (attribute: string, message: string) =>
  new CredlyFailure(422, message, [{ attribute, messages: [message] }]);

/** Credly names every faulty attribute at once, and passes over those it does not know. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = new Map<string, string[]>();
  for (const issue of parsed.error.issues) {
    const attribute = issue.path.join('.') || 'base';
    const message = issue.code === 'invalid_type' && issue.input === undefined ? "can't be blank" : issue.message;
    faults.set(attribute, [...(faults.get(attribute) ?? []), message]);
  }
  const errors = [...faults].map(([attribute, messages]) => ({ attribute, messages }));
  throw new CredlyFailure(422, 'The request could not be processed.', errors);
}
