import { createContext, use, useLayoutEffect, useRef, type RefObject } from 'react';
import type { LeadStatus } from '../../model/moves';
import type { Lead } from '../../schemas';

/** By what a person moved a card: a card in another column is another element, and its twin there takes the focus. */
export type MoveControl = 'handle' | 'menu';
export type Held = { leadId: string; control: MoveControl };

export type LeadMoves = {
  /** Moves a lead, asking first for what the move needs. */
  request: (lead: Lead, to: LeadStatus, control?: MoveControl) => void;
  held: RefObject<Held | null>;
};

export const LeadMovesContext = createContext<LeadMoves | null>(null);

export function useLeadMoves(): LeadMoves {
  const moves = use(LeadMovesContext);
  if (moves === null) throw new Error('useLeadMoves outside the page of leads');
  return moves;
}

/** For a control of a card: keeps the focus on it when the card changes its column. */
export function useHeldFocus(leadId: string, control: MoveControl) {
  const { held } = useLeadMoves();
  const element = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (held.current?.leadId === leadId && held.current.control === control) element.current?.focus();
  }, [held, leadId, control]);
  return element;
}
