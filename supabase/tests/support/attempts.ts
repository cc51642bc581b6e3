import { text } from './builders.ts';
import type { Row } from './database.ts';
import type { Session } from './people.ts';

export interface Answer {
  question_id: string | undefined;
  selected: unknown;
  flagged?: boolean;
  seq: unknown;
  seconds?: unknown;
}

export interface SaveResult {
  question_id: string;
  seq: number;
  result: 'saved' | 'stale' | 'refused';
  code?: string;
}

export interface Result {
  status: string;
  score: number;
  passed: boolean;
  points: number;
  max_points: number;
  submitted_at: string;
}

export const start = async (s: Session, testId: string) =>
  text(await s.value('select public.start_attempt($1)', [testId]));

export async function save(s: Session, attemptId: string, answers: Answer[]): Promise<SaveResult[]> {
  const results = await s.value(`select public.save_answers($1, $2) -> 'results'`, [
    attemptId,
    JSON.stringify(answers),
  ]);
  if (!isSaveResults(results)) throw new Error('save_answers gave no list of results.');
  return results;
}

export async function submit(s: Session, attemptId: string): Promise<Result> {
  const result = await s.value('select public.submit_attempt($1)', [attemptId]);
  if (!isResult(result)) throw new Error('submit_attempt gave no result.');
  return result;
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isSaveResults = (value: unknown): value is SaveResult[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && 'result' in one);
const isResult = (value: unknown): value is Result => isObject(value) && 'score' in value && 'submitted_at' in value;
