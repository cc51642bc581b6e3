import pg from 'pg';
import { attemptOf, learners, personOf, questionOf, questions } from './exam-hall.ts';

/** Connections as PostgREST has them. */
export function openPool(apiUrl: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: apiUrl, max: size });
  // A connection that the stopping server ends before the pool does is no failure; one that ends in use fails its query.
  pool.on('error', () => undefined);
  return pool;
}

/** One call as a learner, in the transaction that PostgREST makes of a request. */
async function asLearner<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  learner: number,
  text: string,
  values: unknown[],
): Promise<Row> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify({ sub: personOf(learner), role: 'authenticated' }),
    ]);
    const { rows } = await client.query<Row>(text, values);
    await client.query('commit');
    const row = rows[0];
    if (!row) throw new Error('The call returned nothing.');
    return row;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** What this learner chose: known, so that it can be compared with what was kept. */
const choiceOf = (learner: number, question: number) => ['a', 'b', 'c', 'd'][(learner + question) % 4] ?? 'a';

export async function saveOne(pool: pg.Pool, learner: number, question: number): Promise<void> {
  const answer = [
    { question_id: questionOf(question), selected: [choiceOf(learner, question)], flagged: false, seq: question + 1 },
  ];
  const { saved } = await asLearner<{ saved: { results: { result: string }[] } }>(
    pool,
    learner,
    'select public.save_answers($1, $2) as saved',
    [attemptOf(learner), JSON.stringify(answer)],
  );
  if (saved.results[0]?.result !== 'saved') throw new Error(`An answer was not saved: ${JSON.stringify(saved)}`);
}

/** Submits and returns how long it took, in milliseconds. */
export async function submit(pool: pg.Pool, learner: number): Promise<number> {
  const began = performance.now();
  await asLearner(pool, learner, 'select public.submit_attempt($1) as result', [attemptOf(learner)]);
  return performance.now() - began;
}

/** Runs one task for each learner, some at a time. */
export async function forEachLearner(atOnce: number, task: (learner: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < learners) {
      const learner = next;
      next += 1;
      await task(learner);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** How many of the answers that were sent are not what the database kept. */
export async function countLost(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ user_id: string; question_id: string; selected: string[] }>(
      'select t.user_id, a.question_id, a.selected from public.attempt_answers a join public.test_attempts t on t.id = a.attempt_id',
    );
    const numberIn = (id: string) => Number(id.slice(-12));
    const kept = rows.filter(
      ({ user_id, question_id, selected }) => selected.join() === choiceOf(numberIn(user_id), numberIn(question_id)),
    );
    return learners * questions - kept.length;
  } finally {
    await client.end();
  }
}
