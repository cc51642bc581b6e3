import { describe, expect, it } from 'vitest';
import {
  courseModules,
  courseProgress,
  type ModuleProgress,
  type ModuleSummary,
  neighbours,
  nextModule,
  type ProgressStatus,
} from './course';

const module = (id: string, position: number, durationMinutes = 30): ModuleSummary => ({
  id,
  title: id,
  description: '',
  durationMinutes,
  difficulty: 'beginner',
  position,
});
const progress = (moduleId: string, status: ProgressStatus): ModuleProgress => ({
  moduleId,
  status,
  completedAt: status === 'completed' ? '2026-01-01T00:00:00Z' : null,
});
const course = (...entries: ModuleProgress[]) =>
  courseModules([module('c', 30), module('a', 10), module('b', 20)], entries);

it('orders the modules, numbers them and joins the progress', () => {
  expect(
    course(progress('b', 'completed'), progress('gone', 'completed')).map((entry) => [
      entry.id,
      entry.number,
      entry.status,
    ]),
  ).toEqual([
    ['a', 1, 'not_started'],
    ['b', 2, 'completed'],
    ['c', 3, 'not_started'],
  ]);
});

describe('where to go on', () => {
  it('is what was begun, before anything new', () => {
    expect(nextModule(course(progress('c', 'in_progress')))?.id).toBe('c');
  });
  it('is the first open module', () => {
    expect(nextModule(course(progress('a', 'completed')))?.id).toBe('b');
  });
  it('is nothing when all is done', () => {
    expect(
      nextModule(course(progress('a', 'completed'), progress('b', 'completed'), progress('c', 'completed'))),
    ).toBeNull();
    expect(nextModule([])).toBeNull();
  });
});

it.each([
  ['a', null, 'b'],
  ['b', 'a', 'c'],
  ['c', 'b', null],
  ['x', null, null],
])('beside %s stand %s and %s', (id, previous, next) => {
  const beside = neighbours(course(), id);
  expect([beside.previous?.id ?? null, beside.next?.id ?? null]).toEqual([previous, next]);
});

describe('progress', () => {
  it('counts what is done and the minutes that are left', () => {
    expect(courseProgress(course(progress('a', 'completed'), progress('b', 'in_progress')))).toEqual({
      completed: 1,
      total: 3,
      percent: 33,
      minutesLeft: 60,
    });
  });
  it('is 100 only when all is done', () => {
    const many = courseModules(
      Array.from({ length: 201 }, (_, index) => module(`m${index}`, index)),
      Array.from({ length: 200 }, (_, index) => progress(`m${index}`, 'completed')),
    );
    expect(courseProgress(many).percent).toBe(99);
  });
  it('is 0 for a course without modules', () => {
    expect(courseProgress([])).toEqual({ completed: 0, total: 0, percent: 0, minutesLeft: 0 });
  });
});
