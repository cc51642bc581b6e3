import { describe, expect, it } from 'vitest';
import { isOpen, leadStatuses, movesFrom, neighbour, questionBefore } from './moves';

describe('moves of a lead', () => {
  it.each([
    ['new', ['contacted', 'lost']],
    ['contacted', ['qualified', 'lost']],
    ['qualified', ['negotiation', 'contacted', 'converted', 'lost']],
    ['negotiation', ['converted', 'qualified', 'lost']],
    ['converted', []],
    ['lost', ['contacted']],
  ] as const)('lead from %s to %j', (from, to) => {
    expect(movesFrom(from, true)).toEqual(to);
  });

  it('offer converting only to people who may make institutions', () => {
    for (const status of leadStatuses) expect(movesFrom(status, false)).not.toContain('converted');
    expect(movesFrom('negotiation', false)).toEqual(['qualified', 'lost']);
  });

  it('never lead back to new or to where the lead is', () => {
    for (const status of leadStatuses) {
      expect(movesFrom(status, true)).not.toContain('new');
      expect(movesFrom(status, true)).not.toContain(status);
    }
  });

  it('ask for a reason before lost and for the contract before converted, else for nothing', () => {
    expect(leadStatuses.map(questionBefore)).toEqual(['none', 'none', 'none', 'none', 'contract', 'reason']);
  });

  it('end with converted and lost', () => {
    expect(leadStatuses.filter((status) => !isOpen(status))).toEqual(['converted', 'lost']);
  });
});

describe('a card moved by the arrow keys', () => {
  it('goes from legal column to legal column and leaves the others out', () => {
    expect(neighbour('contacted', 'contacted', 'right', true)).toBe('qualified');
    expect(neighbour('qualified', 'contacted', 'right', true)).toBe('lost');
    expect(neighbour('lost', 'contacted', 'left', true)).toBe('qualified');
    expect(neighbour('qualified', 'contacted', 'left', true)).toBe('contacted');
  });

  it('stays at the ends', () => {
    expect(neighbour('lost', 'contacted', 'right', true)).toBe('lost');
    expect(neighbour('new', 'new', 'left', true)).toBe('new');
  });
});
