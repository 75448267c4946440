-- The route that a call under way was let take.
alter table "live_call" add column "route" text null;
alter table "live_call" add constraint "live_call_route_check" check (route in ('VALUE', 'PREMIUM'));
