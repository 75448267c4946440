-- Raised limits on calls are told to the tier above.
alter table "notification" drop constraint "notification_kind_check";
alter table "notification" add constraint "notification_kind_check" check (kind in ('RUN_SUCCEEDED', 'RUN_WARNED', 'RUN_FAILED', 'RUN_ROLLED_BACK', 'RUN_CANCELLED', 'RUN_WAITING', 'RESERVATION_LAPSED', 'PROBLEM_REPORTED', 'PROBLEM_ESCALATED', 'PROBLEM_ANSWERED', 'LIMITS_RAISED'));
