-- Limits on the calls of one line, which calls keep a line busy, and a line that is found by the name it signs in with.
alter table "call_guard" add column "service_id" uuid null;
alter table "call_guard" add constraint "call_guard_service_id_foreign" foreign key ("service_id") references "service" ("id") on delete restrict;
alter table "call_guard" add constraint "call_guard_line_check" check (service_id is null or setter = 'SELLER');
create index "call_guard_line" on "call_guard" ("service_id", "effective_from") where service_id is not null;
alter table "live_call" add column "service_id" uuid null, add column "rung_id" uuid null;
create index "live_call_line" on "live_call" ("service_id") where service_id is not null;
create index "live_call_rung" on "live_call" ("rung_id") where rung_id is not null;
create index "service_sip_username" on "service" ((parameters ->> 'sipUsername'));
select set_config('app.lo', 'r', true), set_config('app.hi', 's', true);
update "live_call" l set "service_id" = c.service_id from "call" c where c.id = l.call_id;
