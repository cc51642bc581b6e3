import type { Board, BoardColumn, Lead } from '../schemas';
import { isOpen, type LeadStatus } from './moves';

/** The server's order: by follow-up, so late ones first and those without last, then the newest. */
function byFollowUp(one: Lead, other: Lead): number {
  if (one.overdue !== other.overdue) return one.overdue ? -1 : 1;
  const [a, b] = [one.follow_up_date, other.follow_up_date];
  if (a !== b) {
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  }
  return other.created_at.localeCompare(one.created_at);
}

const without = (column: BoardColumn, lead: Lead): BoardColumn => ({
  ...column,
  count: column.count - 1,
  value: column.value - (lead.estimated_value ?? 0),
  overdue: column.overdue - Number(lead.overdue),
  leads: column.leads.filter(({ id }) => id !== lead.id),
});

const withLead = (column: BoardColumn, lead: Lead): BoardColumn => ({
  ...column,
  count: column.count + 1,
  value: column.value + (lead.estimated_value ?? 0),
  overdue: column.overdue + Number(lead.overdue),
  // Closed ones stand in the order in which they were closed.
  leads: isOpen(lead.status) ? [...column.leads, lead].toSorted(byFollowUp) : [lead, ...column.leads],
});

export const leadOnBoard = (board: Board, leadId: string): Lead | undefined =>
  board.flatMap(({ leads }) => leads).find(({ id }) => id === leadId);

export const movedLead = (lead: Lead, to: LeadStatus): Lead => ({
  ...lead,
  status: to,
  overdue: lead.overdue && isOpen(to),
});

/** The board as it will stand once the server has agreed; the same one when the lead is not on it or stays where it is. */
export function moveOnBoard(board: Board, leadId: string, to: LeadStatus): Board {
  const lead = leadOnBoard(board, leadId);
  if (lead === undefined || lead.status === to) return board;
  return board.map((column) => {
    if (column.status === lead.status) return without(column, lead);
    return column.status === to ? withLead(column, movedLead(lead, to)) : column;
  });
}
