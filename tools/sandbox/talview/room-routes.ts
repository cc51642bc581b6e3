import type { Hono } from 'hono';
import { z } from 'zod';
import { readJson, type SandboxEnv } from '../shared/http.ts';
import { sendPage, serveAsset } from '../shared/page.ts';
import type { ExamClock } from './clock.ts';
import { parseRequest, TalviewFailure } from './errors.ts';
import { findQuestion } from './questions.ts';
import { roomPage, shutPage } from './room-page.ts';
import { answerQuestion, confirmIdentity, findSession, isExpired, startSession, submitSession } from './sessions.ts';
import { outcomeSchema, type Session, type TalviewStore } from './store.ts';

const answerSchema = z.strictObject({ questionId: z.string(), optionId: z.string() });
const submitSchema = z.strictObject({ outcome: outcomeSchema.nullable().default(null) });

/** The candidate's side. Its one credential is the token in the address that our server was given. */
export function mountRoom(app: Hono<SandboxEnv>, { store, clock }: { store: TalviewStore; clock: ExamClock }): void {
  serveAsset(app, '/assets/room.css', new URL('./assets/room.css', import.meta.url));
  serveAsset(app, '/assets/room.js', new URL('./assets/room.js', import.meta.url));

  const enter = (uuid: string, token: string | undefined): Session => {
    const session = findSession(store, uuid);
    if (token !== session.roomToken) throw new TalviewFailure(403, 'forbidden', 'This address is not complete.');
    clock.watch(session);
    return session;
  };

  app.get('/room/:uuid', (c) => {
    const session = store.data.sessions.find((one) => one.uuid === c.req.param('uuid'));
    if (!session || session.roomToken !== c.req.query('token')) {
      return sendPage(c, shutPage('This exam address is not valid', 'Open the exam again from your dashboard.', null), {
        status: 404,
      });
    }
    if (session.status === 'cancelled') {
      return sendPage(
        c,
        shutPage('This exam was cancelled', 'Schedule another one from your dashboard.', session.redirectUrl),
        { status: 410 },
      );
    }
    if (isExpired(session)) {
      return sendPage(
        c,
        shutPage(
          'The time to begin this exam is over',
          'Schedule another one from your dashboard.',
          session.redirectUrl,
        ),
        { status: 410 },
      );
    }
    return sendPage(c, roomPage(session));
  });

  app.get('/room/:uuid/state', (c) => c.json(asRoom(enter(c.req.param('uuid'), c.req.header('x-room-token')))));

  const act = (path: string, run: (session: Session, body: unknown) => void) =>
    app.post(`/room/:uuid/${path}`, async (c) => {
      const session = enter(c.req.param('uuid') ?? '', c.req.header('x-room-token'));
      run(session, await readJson(c));
      clock.watch(session);
      return c.json(asRoom(session));
    });

  act('identity', (session) => confirmIdentity(store, session));
  act('start', (session) => startSession(store, session));
  act('answer', (session, body) => {
    const { questionId, optionId } = parseRequest(answerSchema, body);
    answerQuestion(store, session, questionId, optionId);
  });
  act('submit', (session, body) =>
    submitSession(store, session, 'candidate', parseRequest(submitSchema, body).outcome),
  );
}

/** What the page may know: no right answers, and the questions only while the exam runs. */
function asRoom(session: Session) {
  const questions = session.questions.flatMap(({ id, options }) => {
    const question = findQuestion(id);
    if (!question) return [];
    const texts = new Map(question.options.map((one) => [one.id, one.text]));
    return [
      {
        id,
        prompt: question.prompt,
        options: options.map((option) => ({ id: option, text: texts.get(option) ?? '' })),
      },
    ];
  });
  return {
    status: session.status,
    serverNow: new Date().toISOString(),
    deadlineAt: session.deadlineAt,
    identityConfirmed: session.identityConfirmedAt !== null,
    submittedBy: session.submittedBy,
    questions: session.status === 'started' ? questions : [],
    answers: session.answers,
    review:
      session.status === 'reviewed'
        ? { score: session.score, proviewIndex: session.proviewIndex, incidents: session.incidents.length }
        : null,
  };
}
