/** In the order of the board. */
export const leadStatuses = ['new', 'contacted', 'qualified', 'negotiation', 'converted', 'lost'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

// What comes first is the usual next step. The database holds the same rule and has the last word.
const moves: Record<LeadStatus, readonly LeadStatus[]> = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['negotiation', 'contacted', 'converted', 'lost'],
  negotiation: ['converted', 'qualified', 'lost'],
  converted: [],
  lost: ['contacted'],
};

/** Where a lead can go from here, the usual next step first. Converting also makes an institution, so it needs a right of its own. */
export const movesFrom = (status: LeadStatus, mayConvert: boolean): readonly LeadStatus[] =>
  moves[status].filter((to) => mayConvert || to !== 'converted');

/** What a move still asks of the person: nothing, why the lead is lost, or the details of the contract. */
export function questionBefore(to: LeadStatus): 'none' | 'reason' | 'contract' {
  if (to === 'lost') return 'reason';
  return to === 'converted' ? 'contract' : 'none';
}

/** Whether anybody still works on it: only then a follow-up can be late. */
export const isOpen = (status: LeadStatus): boolean => status !== 'converted' && status !== 'lost';

/** The legal column to the left or right of the one that a dragged card is over; the same one when there is none. */
export function neighbour(
  over: LeadStatus,
  from: LeadStatus,
  direction: 'left' | 'right',
  mayConvert: boolean,
): LeadStatus {
  const stops = leadStatuses.filter((status) => status === from || movesFrom(from, mayConvert).includes(status));
  const at = stops.indexOf(over);
  return stops[direction === 'left' ? at - 1 : at + 1] ?? over;
}
