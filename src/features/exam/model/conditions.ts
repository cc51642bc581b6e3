import type { Eligibility } from '../schemas';

export type ConditionKey = 'modules' | 'mockTest' | 'identity' | 'attempts' | 'cooldown';
/** `waiting`: nothing for the learner to do but wait. */
export type ConditionState = 'met' | 'open' | 'waiting';
export type Condition = { key: ConditionKey; state: ConditionState };

/** What an exam asks for, in the order in which a learner comes to it. A cool-down is listed only while there is one. */
export function examConditions(eligibility: Eligibility): Condition[] {
  const has = (reason: Eligibility['reasons'][number]) => eligibility.reasons.includes(reason);
  const conditions: Condition[] = [
    { key: 'modules', state: has('modules_incomplete') ? 'open' : 'met' },
    { key: 'mockTest', state: has('mock_test_not_passed') ? 'open' : 'met' },
    { key: 'identity', state: has('identity_missing') || has('identity_rejected') ? 'open' : 'met' },
    { key: 'attempts', state: has('attempts_exhausted') ? 'open' : 'met' },
  ];
  if (has('cooldown')) conditions.push({ key: 'cooldown', state: 'waiting' });
  return conditions;
}
