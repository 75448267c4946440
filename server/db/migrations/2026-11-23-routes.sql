-- An entry of a deck is for one route, or for whichever a call takes; a plan says which its calls to Canada and to all other countries take.
alter table "rate" add "route" text not null default 'ANY';
alter table "rate" add constraint "rate_route_check" check (route in ('ANY', 'VALUE', 'PREMIUM'));
alter table "rate" drop constraint "rate_of_deck";
alter table "rate" add constraint "rate_of_deck" unique ("deck_id", "prefix", "route");
alter table "rate_plan_version" add "international_route" text not null default 'VALUE', add "canada_route" text not null default 'VALUE';
alter table "rate_plan_version" add constraint "rate_plan_version_international_route_check" check (international_route in ('VALUE', 'PREMIUM'));
alter table "rate_plan_version" add constraint "rate_plan_version_canada_route_check" check (canada_route in ('VALUE', 'PREMIUM'));
