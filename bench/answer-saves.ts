import { learners, openExamHall, questions, sql } from './answers/exam-hall.ts';
import { countLost, forEachLearner, openPool, saveOne, submit } from './answers/sitting.ts';
import type { BenchmarkRow } from './row.ts';
import { runPgbench } from './support/pgbench.ts';

const clients = 8;
const seconds = 10;

const draw = `\\set learner random(0, ${learners - 1})\n\\set question random(0, ${questions - 1})\n`;
const now = '(extract(epoch from clock_timestamp()) * 1000000)::bigint';

const save = `${draw}begin;
select set_config('role', 'authenticated', true), set_config('request.jwt.claims', json_build_object('sub', ${sql.person(':learner')}, 'role', 'authenticated')::text, true);
select public.save_answers(${sql.attempt(':learner')}, jsonb_build_array(jsonb_build_object('question_id', ${sql.question(':question')}, 'selected', array['b'], 'flagged', false, 'seq', ${now})));
commit;
`;

const update = `${draw}update public.attempt_answers set selected = array['b'], seq = ${now}, saved_at = clock_timestamp()
where attempt_id = ${sql.attempt(':learner')} and question_id = ${sql.question(':question')}::uuid;
`;

/** Two thousand learners: first each answer known and counted, then the rate of saves against a bare UPDATE of the same rows. */
export async function run(): Promise<BenchmarkRow[]> {
  const hall = await openExamHall();
  const pool = openPool(hall.apiUrl, clients);
  try {
    await forEachLearner(clients, async (learner) => {
      for (let question = 0; question < questions; question += 1) await saveOne(pool, learner, question);
    });
    const lostBefore = await countLost(hall.ownerUrl);
    const saves = runPgbench(hall.apiUrl, save, { seconds, clients });
    const updates = runPgbench(hall.ownerUrl, update, { seconds, clients });
    const began = performance.now();
    await forEachLearner(clients, async (learner) => {
      await submit(pool, learner);
    });
    const submitAll = (performance.now() - began) / 1000;
    return [
      { name: 'answers.save_per_s', value: saves.perSecond, unit: '1/s', goal: '≥ half of bare_update, ≥ 200' },
      { name: 'answers.bare_update_per_s', value: updates.perSecond, unit: '1/s', goal: 'shown for comparison' },
      { name: 'answers.save_share', value: saves.perSecond / updates.perSecond, unit: '×', goal: '≥ 0.5' },
      { name: 'answers.lost', value: lostBefore, unit: 'answers', goal: '0' },
      { name: 'answers.submit_2000_s', value: submitAll, unit: 's', goal: '≤ 60' },
    ];
  } finally {
    await pool.end();
    await hall.stop();
  }
}
