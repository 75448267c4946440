-- A version of a rate plan may have minutes that are free each month for each line that gets it. A line has them as an allowance of its own.
alter table "rate_plan_version" add "free_minutes" int null;
alter table "rate_plan_version" add constraint "rate_plan_version_free_minutes_check" check (free_minutes > 0);
alter table "customer_allowance" add "service_id" uuid null, add "plan_id" uuid null;
alter table "customer_allowance" drop constraint "customer_allowance_draws_from_local_check", drop constraint "customer_allowance_renews_at_check";
alter table "customer_allowance" add constraint "customer_allowance_draws_from_local_check" check (draws_from_local = (allowance_id is null and plan_id is null));
alter table "customer_allowance" add constraint "customer_allowance_renews_at_check" check ((renews_at is null) = draws_from_local);
alter table "customer_allowance" add constraint "customer_allowance_service_id_check" check ((service_id is null) = (plan_id is null));
alter table "customer_allowance" add constraint "customer_allowance_service_id_foreign" foreign key ("service_id") references "service" ("id") on delete restrict;
alter table "customer_allowance" add constraint "customer_allowance_plan_id_foreign" foreign key ("plan_id") references "rate_plan" ("id") on delete restrict;
create unique index "customer_allowance_of_line" on "customer_allowance" ("service_id") where ended_at is null and service_id is not null;
create index "customer_allowance_of_service" on "customer_allowance" ("service_id", "started_at") where service_id is not null;
