-- How far a new customer has been taken, and what was typed for the steps to come.
alter table "customer" add "keeps_support" boolean not null default false;
create table "onboarding" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "customer_id" uuid null, "platform" text not null, "step" text not null, "draft" jsonb not null, "taken" jsonb not null, "taken_steps" text[] not null, "state" text not null, "business_type" text null, "started_by_id" uuid not null, "started_by" text not null, "started_at" timestamptz not null, "saved_by" text not null, "saved_at" timestamptz not null, "expires_at" timestamptz null, "version" int not null, primary key ("id"));
create index "onboarding_path" on "onboarding" ("path", "id");
create index "onboarding_expiring" on "onboarding" ("expires_at") where expires_at is not null;
alter table "onboarding" add constraint "onboarding_once" unique ("customer_id");
alter table "onboarding" add constraint "onboarding_platform_check" check (platform in ('OFFICE400', 'MX_ONE', 'SMBC', 'VA'));
alter table "onboarding" add constraint "onboarding_step_check" check (step in ('CUSTOMER', 'GATEWAY', 'PBX', 'CONNECT', 'SYNC'));
alter table "onboarding" add constraint "onboarding_taken_steps_check" check (taken_steps <@ array['CUSTOMER', 'GATEWAY', 'PBX', 'CONNECT', 'SYNC']::text[]);
alter table "onboarding" add constraint "onboarding_state_check" check (state in ('DRAFT', 'INCOMPLETE', 'ONBOARDED'));
alter table "onboarding" add constraint "onboarding_business_type_check" check (business_type in ('RETAIL', 'HOSPITALITY', 'HEALTH', 'EDUCATION', 'PUBLIC', 'INDUSTRY', 'SERVICES'));
alter table "onboarding" add constraint "onboarding_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "onboarding" add constraint "onboarding_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete no action;
alter table "onboarding" enable row level security;
alter table "onboarding" force row level security;
create policy "inside_tier" on "onboarding" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "onboarding" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
