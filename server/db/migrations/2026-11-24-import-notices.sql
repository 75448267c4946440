-- Runs of an import tell nobody one by one: whoever began it hears once, when it has ended.
alter table "provisioning_run" add "import_id" uuid null;
alter table "notification" add "import_id" uuid null;
alter table "notification" drop constraint "notification_kind_check";
alter table "notification" add constraint "notification_kind_check" check (kind in ('RUN_SUCCEEDED', 'RUN_WARNED', 'RUN_FAILED', 'RUN_ROLLED_BACK', 'RUN_CANCELLED', 'RUN_WAITING', 'RESERVATION_LAPSED', 'PROBLEM_REPORTED', 'PROBLEM_ESCALATED', 'PROBLEM_ANSWERED', 'LIMITS_RAISED', 'SCREENING_CASE', 'SCREENING_NOTICE', 'SIGNED_UP', 'IMPORT_ENDED'));
