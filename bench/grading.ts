import { openExamHall, questions } from './answers/exam-hall.ts';
import { forEachLearner, openPool, saveOne, submit } from './answers/sitting.ts';
import type { BenchmarkRow } from './row.ts';
import { median } from './support/pgbench.ts';

/** Time to grade one attempt of twenty questions: the whole request, begin to commit, of one learner at a time. */
export async function run(): Promise<BenchmarkRow[]> {
  const hall = await openExamHall();
  const pool = openPool(hall.apiUrl, 8);
  try {
    await forEachLearner(8, async (learner) => {
      for (let question = 0; question < questions; question += 1) await saveOne(pool, learner, question);
    });
    const times: number[] = [];
    await forEachLearner(1, async (learner) => {
      times.push(await submit(pool, learner));
    });
    return [{ name: 'grade.submit_ms', value: median(times), unit: 'ms', goal: '≤ 10' }];
  } finally {
    await pool.end();
    await hall.stop();
  }
}
