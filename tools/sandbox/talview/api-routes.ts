import type { Hono } from 'hono';
import { z } from 'zod';
import { bearerToken, readJson, type SandboxEnv } from '../shared/http.ts';
import { hmacSha256Hex } from '../shared/ids.ts';
import { parseRequest, TalviewFailure } from './errors.ts';
import { cancelSession, createSession, findSession } from './sessions.ts';
import type { Session, TalviewStore } from './store.ts';

type ApiOptions = { store: TalviewStore; username: string; password: string; url(): string };

const TOKEN_LIFE_MS = 60 * 60 * 1000;
const credentialsSchema = z.object({ username: z.string(), password: z.string() });

/** What our server calls with a bearer token. */
export function mountApi(app: Hono<SandboxEnv>, { store, username, password, url }: ApiOptions): void {
  // Signed with the password instead of stored, so that a token outlives a restart, as the vendor's do.
  const sign = (expires: string) => `${expires}.${hmacSha256Hex(password, `${username}|${expires}`)}`;
  const requireToken = (header: string | undefined) => {
    const token = bearerToken(header) ?? '';
    const [expires = ''] = token.split('.');
    if (token !== sign(expires) || Number(expires) <= Date.now()) {
      throw new TalviewFailure(401, 'unauthorized', 'The access token is missing, wrong or expired.');
    }
  };

  app.post('/auth', async (c) => {
    const given = parseRequest(credentialsSchema, await readJson(c));
    if (given.username !== username || given.password !== password) {
      throw new TalviewFailure(401, 'invalid_credentials', 'The username or password is wrong.');
    }
    return c.json({ access_token: sign(String(Date.now() + TOKEN_LIFE_MS)), expires_in: TOKEN_LIFE_MS / 1000 });
  });

  app.post('/sessions', async (c) => {
    requireToken(c.req.header('authorization'));
    const { session, created } = createSession(store, await readJson(c));
    const sessionUrl = `${url()}/room/${session.uuid}?token=${session.roomToken}`;
    return c.json({ sessionId: session.uuid, sessionUrl, status: session.status }, created ? 201 : 200);
  });

  app.get('/v1/sessions/:uuid', (c) => {
    requireToken(c.req.header('authorization'));
    return c.json(asSession(findSession(store, c.req.param('uuid'))));
  });

  app.delete('/v1/sessions/:uuid', (c) => {
    requireToken(c.req.header('authorization'));
    const session = findSession(store, c.req.param('uuid'));
    cancelSession(store, session);
    return c.json(asSession(session));
  });
}

const asSession = (session: Session) => ({
  uuid: session.uuid,
  session_external_id: session.sessionKey,
  attendee_external_id: session.userId,
  exam_id: session.examId,
  status: session.status,
  score: session.score,
  result: session.result,
  proview_index: session.proviewIndex,
  incidents: session.incidents,
  started_at: session.startedAt,
  submitted_at: session.submittedAt,
  reviewed_at: session.reviewedAt,
});
