-- What changes the prices of a call while it is under way.
alter table "live_call" add column "priced_by" text null;
alter table "live_call_leg" add column "changes" jsonb null;
create index "rate_plan_version_from" on "rate_plan_version" ("effective_from");
create index "rate_plan_buyer_from" on "rate_plan_buyer" ("effective_from");
create index "rate_plan_buyer_shared" on "rate_plan_buyer" ("path", "effective_from") where customer_id is null;
