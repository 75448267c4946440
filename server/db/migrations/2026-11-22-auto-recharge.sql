-- At which balance a customer's card is charged by itself, how much, and what of it was done on which day.
create table "auto_recharge" ("id" uuid not null, "path" text collate "C" not null, "account_id" uuid not null, "currency" text not null, "threshold_micros" bigint not null, "amount_micros" bigint not null, "hit_on" date null, "asked_on" date null, "told_on" date null, "due_at" timestamptz null, "version" int not null default 1, primary key ("id"));
alter table "auto_recharge" add constraint "auto_recharge_once" unique ("account_id");
create index "auto_recharge_due" on "auto_recharge" ("due_at") where due_at is not null;
alter table "auto_recharge" add constraint "auto_recharge_threshold_micros_check" check (threshold_micros >= 0);
alter table "auto_recharge" add constraint "auto_recharge_amount_micros_check" check (amount_micros > 0);
alter table "auto_recharge" enable row level security;
alter table "auto_recharge" force row level security;
create policy "inside_tier" on "auto_recharge" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "auto_recharge" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "account_notice" drop constraint "account_notice_kind_check";
alter table "account_notice" add constraint "account_notice_kind_check" check (kind in ('LOW', 'WARNED', 'NEAR_LIMIT', 'LIMIT_REACHED', 'SUSPENDED', 'RESTORED', 'TERMINATED', 'RECHARGE'));
