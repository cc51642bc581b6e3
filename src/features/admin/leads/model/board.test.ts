import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board, Lead } from '../schemas';
import { leadOnBoard, moveOnBoard } from './board';
import { leadStatuses } from './moves';
import { aLead, boardOf } from '~/testing/leads';

const idsIn = (board: Board, status: Lead['status']) =>
  board.find((column) => column.status === status)?.leads.map(({ id }) => id);

describe('a move on the board', () => {
  const board = boardOf([
    aLead({ id: 'a', status: 'new', estimated_value: 500_000 }),
    aLead({ id: 'b', status: 'contacted', estimated_value: null, follow_up_date: '2026-12-01' }),
    aLead({ id: 'c', status: 'contacted', estimated_value: 200_000, follow_up_date: null }),
  ]);

  it('takes count and value along', () => {
    const moved = moveOnBoard(board, 'a', 'contacted');
    expect(moved.map(({ status, count, value }) => [status, count, value]).slice(0, 2)).toEqual([
      ['new', 0, 0],
      ['contacted', 3, 700_000],
    ]);
    expect(leadOnBoard(moved, 'a')?.status).toBe('contacted');
  });

  it('puts the card where its follow-up belongs, late ones first', () => {
    const late = boardOf([
      ...board.flatMap(({ leads }) => leads),
      aLead({ id: 'd', status: 'new', follow_up_date: '2026-11-01', overdue: true }),
    ]);
    expect(idsIn(moveOnBoard(late, 'd', 'contacted'), 'contacted')).toEqual(['d', 'b', 'c']);
    expect(idsIn(moveOnBoard(late, 'a', 'contacted'), 'contacted')?.at(0)).toBe('b');
  });

  it('ends being late where nobody works on it any more', () => {
    const late = boardOf([aLead({ id: 'd', status: 'new', follow_up_date: '2026-11-01', overdue: true })]);
    expect(leadOnBoard(moveOnBoard(late, 'd', 'lost'), 'd')?.overdue).toBe(false);
  });

  it('changes nothing for a card that is not shown or stays where it is', () => {
    expect(moveOnBoard(board, 'x', 'lost')).toBe(board);
    expect(moveOnBoard(board, 'a', 'new')).toBe(board);
  });

  it('keeps every lead and the sums, whatever is moved where', () => {
    const status = fc.constantFrom(...leadStatuses);
    const leads = fc.array(fc.tuple(status, fc.option(fc.integer({ min: 0, max: 10 ** 9 }))), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(leads, fc.nat(), status, (given, pick, to) => {
        const start = boardOf(
          given.map(([from, value], index) => aLead({ id: String(index), status: from, estimated_value: value })),
        );
        const end = moveOnBoard(start, String(pick % given.length), to);
        const sum = (board: Board) => board.reduce((total, { value }) => total + value, 0);
        expect(sum(end)).toBe(sum(start));
        for (const column of end) {
          expect(column.count).toBe(column.leads.length);
          expect(column.leads.every((lead) => lead.status === column.status)).toBe(true);
        }
        expect(end.flatMap(({ leads }) => leads)).toHaveLength(given.length);
      }),
    );
  });
});
