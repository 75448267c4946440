-- People who are invited, the links that are mailed to them, and where they sign in from.
create table "account_link" ("id" uuid not null, "path" text collate "C" not null, "user_id" uuid not null, "kind" text not null, "token_hash" text not null, "email" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));
alter table "account_link" add constraint "account_link_token_hash_unique" unique ("token_hash");
create index "account_link_of_user" on "account_link" ("user_id", "kind");
alter table "outbox_mail" add "is_sealed" boolean not null default false;
alter table "app_user" add "last_sign_in_at" timestamptz null;
alter table "session" add "ip" text not null default '';
alter table "account_link" add constraint "account_link_user_id_foreign" foreign key ("user_id") references "app_user" ("id");
alter table "account_link" add constraint "account_link_kind_check" check (kind in ('INVITATION', 'PASSWORD_RESET', 'EMAIL_OLD', 'EMAIL_NEW'));
alter table "account_link" enable row level security;
alter table "account_link" force row level security;
create policy "inside_tier" on "account_link" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "account_link" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
