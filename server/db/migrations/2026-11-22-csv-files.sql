-- Long lists that were asked for as a file.
create table "csv_file" ("id" uuid not null, "path" text collate "C" not null, "user_id" uuid not null, "acting_for_id" uuid null, "list" text not null, "query" jsonb not null, "rights" text[] not null, "only_customers" text[] null, "state" text not null, "parts" int not null, "row_count" int not null, "cursor" text null, "busy_until" timestamptz not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));
create index "csv_file_of_user" on "csv_file" ("user_id", "created_at");
create index "csv_file_making" on "csv_file" ("created_at") where state = 'MAKING';
create index "csv_file_age" on "csv_file" ("created_at");
create table "csv_file_part" ("file_id" uuid not null, "number" int not null, "path" text collate "C" not null, "body" text not null, primary key ("file_id", "number"));
alter table "csv_file" add constraint "csv_file_ended" check ((state = 'MAKING') = (ended_at is null));
alter table "csv_file" add constraint "csv_file_state_check" check (state in ('MAKING', 'READY', 'FAILED'));
alter table "csv_file" enable row level security;
alter table "csv_file" force row level security;
create policy "inside_tier" on "csv_file" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "csv_file" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "csv_file_part" add constraint "csv_file_part_file_id_foreign" foreign key ("file_id") references "csv_file" ("id") on delete cascade;
alter table "csv_file_part" enable row level security;
alter table "csv_file_part" force row level security;
create policy "inside_tier" on "csv_file_part" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "csv_file_part" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);

