import { z } from 'zod';
import type { TalviewEnv } from '../../http/env.ts';
import { VendorError, vendorFetch } from '../../http/vendor-fetch.ts';
import type { TalviewPort } from './port.ts';

/**
 * The one file that knows the proctor's HTTP: only part of it is public, so this follows the contract agreed on
 * (`POST /sessions`, `GET /v1/sessions/:id`) and is what changes when the customer's own contract is known.
 */
const tokenSchema = z.object({ access_token: z.string().min(1) });
const createdSchema = z.object({ sessionId: z.string().min(1), sessionUrl: z.url({ protocol: /^https?$/ }) });
const instant = z
  .string()
  .nullish()
  .transform((value) => value || null);
const severity = z.string().transform((value) => {
  const name = value.toLowerCase();
  // An unknown word must not pass for harmless.
  return name === 'low' || name === 'medium' ? name : ('high' as const);
});
const sessionSchema = z.object({
  uuid: z.string().min(1),
  session_external_id: z.string().min(1),
  status: z.enum(['ready', 'started', 'submitted', 'reviewed', 'cancelled']),
  score: z.number().min(0).max(100).nullish(),
  proview_index: z.enum(['high', 'medium', 'low']).nullish(),
  incidents: z
    .array(z.object({ type: z.string().max(200), severity, at: instant }))
    .max(1000)
    .nullish(),
  started_at: instant,
  submitted_at: instant,
});
const errorSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform((body) => body.error.message),
  z.object({ error: z.string() }).transform((body) => body.error),
  z.object({ message: z.string() }).transform((body) => body.message),
]);

export function createTalviewClient(env: TalviewEnv & { VENDOR_TIMEOUT_MS: number }): TalviewPort {
  let token: string | null = null;

  const call = <T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown, bearer?: string) =>
    vendorFetch({
      vendor: 'talview',
      url: `${env.TALVIEW_API_URL}${path}`,
      method,
      headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
      body,
      schema,
      timeoutMs: env.VENDOR_TIMEOUT_MS,
      errorDetail: (answer) => errorSchema.safeParse(answer).data,
    });

  const signIn = async () => {
    const credentials = { username: env.TALVIEW_USERNAME, password: env.TALVIEW_PASSWORD };
    token = (await call('POST', '/auth', tokenSchema, credentials)).access_token;
    return token;
  };

  /** The token's life is not published: use it until it is refused, then sign in once more. */
  async function authorized<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    const known = token;
    try {
      return await call(method, path, schema, body, known ?? (await signIn()));
    } catch (error) {
      if (!known || !(error instanceof VendorError) || error.status !== 401) throw error;
      return await call(method, path, schema, body, await signIn());
    }
  }

  return {
    async createSession(session) {
      const created = await authorized('POST', '/sessions', createdSchema, {
        userId: session.userId,
        examId: session.examId,
        duration: session.durationMinutes,
        sessionKey: session.sessionKey,
        attendeeName: session.attendeeName,
        redirectUrl: session.redirectUrl,
        expiresAt: session.expiresAt,
      });
      return { vendorSessionId: created.sessionId, sessionUrl: created.sessionUrl };
    },
    async getSession(vendorSessionId) {
      const session = await authorized('GET', `/v1/sessions/${encodeURIComponent(vendorSessionId)}`, sessionSchema);
      return {
        vendorSessionId: session.uuid,
        sessionKey: session.session_external_id,
        status: session.status,
        score: session.score ?? null,
        rating: session.proview_index ?? null,
        incidents: session.incidents ?? [],
        startedAt: session.started_at,
        submittedAt: session.submitted_at,
      };
    },
    async cancelSession(vendorSessionId) {
      try {
        await authorized('DELETE', `/v1/sessions/${encodeURIComponent(vendorSessionId)}`, z.unknown());
      } catch (error) {
        if (error instanceof VendorError && (error.status === 404 || error.status === 409)) return;
        throw error;
      }
    },
  };
}
