-- Why: staff may decide that a job is never to be done. A new value of an enum cannot be used in the transaction that adds it.

alter type public.outbox_status add value if not exists 'discarded';
