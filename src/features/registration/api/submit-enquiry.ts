import {
  submitEnquiryResponseSchema,
  type SubmitEnquiryRequest,
  type SubmitEnquiryResponse,
} from '@contracts/submit-enquiry.ts';
import { callPublicFunction } from '~/lib/supabase/public-function';

/** Nobody needs an account for it. Throws `invalid_input` with `fields`, `too_many_requests`. */
export const submitEnquiry = (enquiry: SubmitEnquiryRequest): Promise<SubmitEnquiryResponse> =>
  callPublicFunction('submit-enquiry', enquiry, submitEnquiryResponseSchema);
