import { type Answers, isAnswered } from './answers';

export type PaletteEntry = {
  questionId: string;
  number: number;
  answered: boolean;
  flagged: boolean;
  current: boolean;
};

export function paletteEntries(questionIds: readonly string[], answers: Answers, currentIndex: number): PaletteEntry[] {
  return questionIds.map((questionId, index) => ({
    questionId,
    number: index + 1,
    answered: isAnswered(answers[questionId]),
    flagged: answers[questionId]?.flagged ?? false,
    current: index === currentIndex,
  }));
}

export type PaletteSummary = { answered: number; unanswered: number[]; flagged: number[] };

/** `unanswered` and `flagged` hold question numbers, counted from 1. */
export function paletteSummary(entries: readonly PaletteEntry[]): PaletteSummary {
  return {
    answered: entries.filter((entry) => entry.answered).length,
    unanswered: entries.filter((entry) => !entry.answered).map((entry) => entry.number),
    flagged: entries.filter((entry) => entry.flagged).map((entry) => entry.number),
  };
}
