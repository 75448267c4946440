-- An account that cannot be invoiced says why, is tried again after a while, and keeps nobody else waiting.
alter table "invoice_cycle" add column "problem" text null, add column "retry_at" timestamptz null;
create index "invoice_cycle_failed" on "invoice_cycle" ("path") where problem is not null;
