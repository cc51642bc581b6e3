export type BadgeState = 'pending' | 'accepted' | 'rejected' | 'revoked';
export type BadgeStep = 'issuing' | 'acceptable' | 'accepted' | 'rejected' | 'revoked';

type Badge = { credly_badge_id: string | null; credly_state: BadgeState | null; credly_url: string | null };

/** `issuing`: Credly has not answered yet. `acceptable`: the learner can accept it at its address. */
export function badgeStep(badge: Badge): BadgeStep {
  if (badge.credly_badge_id === null || badge.credly_state === null) return 'issuing';
  return badge.credly_state === 'pending' ? 'acceptable' : badge.credly_state;
}
