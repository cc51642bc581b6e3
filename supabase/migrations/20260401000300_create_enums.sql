-- Why: states and kinds are closed lists, so that a typing mistake is refused by the database.

-- people and institutions
create type public.person_kind as enum ('learner', 'institution', 'staff');
create type public.account_status as enum ('active', 'suspended', 'erased');
create type public.identity_status as enum ('pending', 'verified', 'rejected');
create type public.institution_kind as enum ('university', 'school', 'organisation');

-- catalogue and learning
create type public.difficulty as enum ('beginner', 'intermediate', 'advanced');
create type public.question_kind as enum ('single', 'multiple', 'true_false', 'numeric', 'ordering', 'short_answer');
create type public.attempt_status as enum ('in_progress', 'submitted', 'expired');
create type public.review_policy as enum ('after_submit', 'after_pass', 'never');
create type public.enrolment_source as enum ('payment', 'institution', 'grant');
create type public.enrolment_status as enum ('active', 'completed', 'expired', 'revoked');
create type public.progress_status as enum ('not_started', 'in_progress', 'completed');

-- money
create type public.order_kind as enum ('enrolment', 'addon_attempt', 'renewal');
create type public.order_status as enum ('created', 'paid', 'failed', 'expired', 'partially_refunded', 'refunded');
create type public.payment_status as enum ('created', 'authorized', 'captured', 'failed', 'refunded');
create type public.discount_kind as enum ('percent', 'amount');

-- exam and certificate
create type public.exam_status as enum
  ('scheduled', 'ready', 'started', 'submitted', 'review', 'passed', 'failed', 'voided', 'cancelled', 'missed');
create type public.proctor_rating as enum ('high', 'medium', 'low');
create type public.certificate_status as enum ('issued', 'revoked', 'superseded');
create type public.badge_state as enum ('pending', 'accepted', 'rejected', 'revoked');

-- plumbing
create type public.outbox_status as enum ('pending', 'running', 'done', 'dead');
