export type CreateProctoredSession = {
  /** Ours, one per exam: asking again with it answers the same session. */
  sessionKey: string;
  userId: string;
  examId: string;
  durationMinutes: number;
  attendeeName: string;
  redirectUrl: string;
  /** ISO 8601; after it the room no longer opens. */
  expiresAt: string;
};

export type ProctoredSession = {
  vendorSessionId: string;
  sessionKey: string;
  status: 'ready' | 'started' | 'submitted' | 'reviewed' | 'cancelled';
  /** Per cent 0–100. */
  score: number | null;
  rating: 'high' | 'medium' | 'low' | null;
  incidents: { type: string; severity: 'low' | 'medium' | 'high'; at: string | null }[];
  startedAt: string | null;
  submittedAt: string | null;
};

/** What we need of the proctor. Every call throws VendorError. */
export type TalviewPort = {
  createSession(session: CreateProctoredSession): Promise<{ vendorSessionId: string; sessionUrl: string }>;
  getSession(vendorSessionId: string): Promise<ProctoredSession>;
  /** A session that has gone or has begun is left as it is. */
  cancelSession(vendorSessionId: string): Promise<void>;
};
