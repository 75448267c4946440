-- What customers are found by: once for each token instead of once for each reseller above it, in two orders.
drop table "customer_token";
create table "customer_token" ("path" text collate "C" not null, "token" text collate "C" not null, "number" int not null, primary key ("path", "token", "number"));
-- The owner is behind the wall too, and has to stand at the root to see whose tokens they are.
select set_config('app.lo', 'r1.', true), set_config('app.hi', 'r1/', true);
insert into "customer_token" ("path", "token", "number")
  select distinct left(path, -length(number::text) - 2), token, number from "customer" cross join unnest(tokens) as token order by 1, 2;
create index "customer_token_everywhere" on "customer_token" (token collate "POSIX", path, number);
alter table "customer_token" enable row level security;
alter table "customer_token" force row level security;
create policy "inside_tier" on "customer_token" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
