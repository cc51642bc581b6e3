import { submitEnquiryRequestSchema, type SubmitEnquiryResponse } from '../_shared/contracts/submit-enquiry.ts';
import type { LeadStore } from '../_shared/db/leads.ts';
import { parseJson } from '../_shared/http/body.ts';
import { hashCallerAddress } from '../_shared/http/caller-address.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';

export type SubmitEnquiryDeps = {
  leads: LeadStore;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Looks like one of the database's, and is none. */
function madeUpReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `ENQ-${[...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;
}

/** Open to everybody; the database counts enquiries by address and by e-mail in the transaction that keeps one. */
export function createSubmitEnquiryHandler(deps: SubmitEnquiryDeps) {
  return createHandler({
    name: 'submit-enquiry',
    auth: { kind: 'none' },
    maxBytes: 32 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, text, note }) {
      const { homepage, ...enquiry } = parseJson(text(), submitEnquiryRequestSchema);
      if (homepage) {
        note({ outcome: 'trapped' });
        return json({ reference: madeUpReference() } satisfies SubmitEnquiryResponse);
      }
      const { reference, joined } = await deps.leads.submitEnquiry(enquiry, await hashCallerAddress(request));
      note({ outcome: joined ? 'joined' : 'new' });
      deps.nudgeWorker();
      return json({ reference } satisfies SubmitEnquiryResponse);
    },
  });
}
