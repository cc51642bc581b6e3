import { PermanentError, type RunJob } from './job.ts';
import { createActOnWebhook, type ActOnWebhookDeps } from './jobs/act-on-webhook.ts';
import { createCancelExamSession, type CancelExamSessionDeps } from './jobs/cancel-exam-session.ts';
import { createCheckImport, type CheckImportDeps } from './jobs/check-import.ts';
import { createCollectPayment, type CollectPaymentDeps } from './jobs/collect-payment.ts';
import { createCreateExamSession, type CreateExamSessionDeps } from './jobs/create-exam-session.ts';
import { createEnrolImport, type EnrolImportDeps } from './jobs/enrol-import.ts';
import { createForgetImport, type ForgetImportDeps } from './jobs/forget-import.ts';
import { createIssueBadge, type IssueBadgeDeps } from './jobs/issue-badge.ts';
import { createReadBadgeEvent, type ReadBadgeEventDeps } from './jobs/read-badge-event.ts';
import { createReadExamSession, type ReadExamSessionDeps } from './jobs/read-exam-session.ts';
import { createRefundDuplicate, type RefundDuplicateDeps } from './jobs/refund-duplicate.ts';
import { createRenderCertificate, type RenderDeps } from './jobs/render-certificate.ts';
import { createRunBulk, type RunBulkDeps } from './jobs/run-bulk.ts';
import { createRevokeBadge, type RevokeBadgeDeps } from './jobs/revoke-badge.ts';
import { createSendBulkMail, type SendBulkMailDeps } from './jobs/send-bulk-mail.ts';
import { createSendEmail, type SendEmailDeps } from './jobs/send-email.ts';
import { createSendInvitation, type SendInvitationDeps } from './jobs/send-invitation.ts';
import { createSendTestMail, type SendTestMailDeps } from './jobs/send-test-mail.ts';

export type OutboxDeps = SendEmailDeps &
  ActOnWebhookDeps &
  SendInvitationDeps &
  SendTestMailDeps &
  RunBulkDeps &
  SendBulkMailDeps &
  CheckImportDeps &
  EnrolImportDeps &
  ForgetImportDeps &
  RenderDeps &
  IssueBadgeDeps &
  RevokeBadgeDeps &
  ReadBadgeEventDeps &
  CreateExamSessionDeps &
  CancelExamSessionDeps &
  ReadExamSessionDeps &
  CollectPaymentDeps &
  RefundDuplicateDeps;

/** One job per kind of queued work. */
export function createDispatch(deps: OutboxDeps): (kind: string) => RunJob {
  const jobs = new Map<string, RunJob>([
    ['email.send', createSendEmail(deps)],
    ['email.test', createSendTestMail(deps)],
    ['webhook.act', createActOnWebhook(deps)],
    ['student.invite', createSendInvitation('student', deps)],
    ['manager.invite', createSendInvitation('manager', deps)],
    ['staff.invite', createSendInvitation('staff', deps)],
    ['bulk.run', createRunBulk(deps)],
    ['bulk.mail', createSendBulkMail(deps)],
    ['import.check', createCheckImport(deps)],
    ['import.enrol', createEnrolImport(deps)],
    ['import.forget', createForgetImport(deps)],
    ['certificate.render', createRenderCertificate(deps)],
    ['credly.issue', createIssueBadge(deps)],
    ['credly.revoke', createRevokeBadge(deps)],
    ['credly.read_event', createReadBadgeEvent(deps)],
    ['talview.create_session', createCreateExamSession(deps)],
    ['talview.cancel_session', createCancelExamSession(deps)],
    ['talview.read_session', createReadExamSession(deps)],
    ['payment.collect', createCollectPayment(deps)],
    ['payment.refund_duplicate', createRefundDuplicate(deps)],
  ]);
  return (kind) => {
    const run = jobs.get(kind);
    if (!run) throw new PermanentError(`unknown kind ${kind}`);
    return run;
  };
}
