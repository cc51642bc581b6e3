export type BadgeState = 'pending' | 'accepted' | 'rejected' | 'revoked';

export type Badge = { id: string; state: BadgeState; url: string | null; issuerEarnerId: string | null };

export type IssueBadge = {
  templateId: string;
  /** Our certificate id: the badge can be found again by it. */
  issuerEarnerId: string;
  email: string;
  fullName: string;
  issuedAt: string;
  expiresAt: string | null;
  locale: string;
  evidence: { name: string; url: string };
};

/** What we need of Credly. Every call throws VendorError. */
export type CredlyPort = {
  /** The newest badge of this certificate that is pending or accepted. */
  findBadge(issuerEarnerId: string): Promise<Badge | null>;
  /** Null: Credly says that the person has this badge already. */
  issueBadge(badge: IssueBadge): Promise<Badge | null>;
  /** For a renewal: the old badge gives way to a new one, which keeps the old one's issuer earner id. */
  replaceBadge(badgeId: string, badge: IssueBadge): Promise<Badge>;
  /** Revoking what is revoked is no error. */
  revokeBadge(badgeId: string, reason: string): Promise<void>;
  /** What a webhook's event is about; null when Credly knows no such event. */
  readEvent(eventId: string): Promise<{ type: string; badgeId: string | null } | null>;
  getBadge(badgeId: string): Promise<Badge | null>;
};
