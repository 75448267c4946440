-- When buyers are warned, suspended and ended, as each seller says, and what became of a balance and somebody has to hear of.
create table "dunning" ("id" uuid not null, "path" text collate "C" not null, "warn_micros" bigint null, "suspend_micros" bigint not null default '0', "terminate_micros" bigint null, "terminate_days" int null, "version" int not null default 1, primary key ("id"));
alter table "dunning" add constraint "dunning_of_seller" unique ("path");
alter table "dunning" add constraint "dunning_warn_micros_check" check (warn_micros > 0);
alter table "dunning" add constraint "dunning_suspend_micros_check" check (suspend_micros >= 0);
alter table "dunning" add constraint "dunning_terminate_micros_check" check (terminate_micros < 0);
alter table "dunning" add constraint "dunning_terminate_days_check" check (terminate_days >= 1 and terminate_days <= 365);
alter table "dunning" enable row level security;
alter table "dunning" force row level security;
create policy "inside_tier" on "dunning" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "dunning" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
create table "account_notice" ("id" uuid not null, "path" text collate "C" not null, "account_id" uuid not null, "kind" text not null, "mark_micros" bigint not null, "balance_micros" bigint not null, "at" timestamptz not null, "told_at" timestamptz null, primary key ("id"));
create index "account_notice_untold" on "account_notice" ("at") where told_at is null;
create index "account_notice_of_account" on "account_notice" ("account_id", "kind", "at");
alter table "account_notice" add constraint "account_notice_kind_check" check (kind in ('LOW', 'WARNED', 'NEAR_LIMIT', 'LIMIT_REACHED', 'SUSPENDED', 'RESTORED', 'TERMINATED'));
alter table "account_notice" enable row level security;
alter table "account_notice" force row level security;
create policy "inside_tier" on "account_notice" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "account_notice" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
