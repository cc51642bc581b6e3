/** One answer as the learner last gave it. The larger `seq` is the newer one, on any tab or device. */
export type Answer = { selected: readonly string[]; flagged: boolean; seq: number };
export type Answers = Readonly<Record<string, Answer>>;

export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.selected.some((value) => value.trim() !== '');
}

/** Server time in milliseconds, but always past the answer that it replaces. */
export function nextSeq(serverNow: number, previous: Answer | undefined): number {
  return Math.max(Math.floor(serverNow), (previous?.seq ?? 0) + 1);
}

/** For each question the newer of the two. On a tie the first stays. */
export function newest(ours: Answers, theirs: Answers): Answers {
  const merged: Record<string, Answer> = { ...ours };
  for (const [questionId, answer] of Object.entries(theirs)) {
    const own = merged[questionId];
    if (own === undefined || answer.seq > own.seq) merged[questionId] = answer;
  }
  return merged;
}
