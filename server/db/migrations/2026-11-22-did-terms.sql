-- What a call that comes in on a customer's number costs. A number that was connected before costs nothing but its fees.
alter table "did" add "billing" text not null default 'FLAT', add "rate_per_minute" bigint not null default 0, add "cadence" text not null default '60/60', add "past_terms" jsonb not null default '[]';
alter table "did" alter "billing" drop default, alter "rate_per_minute" drop default, alter "cadence" drop default, alter "past_terms" drop default;
alter table "did" add constraint "did_billing_check" check (billing in ('PER_MINUTE', 'FLAT'));
alter table "did" add constraint "did_rate_per_minute_check" check (rate_per_minute >= 0);
create index "did_number" on "did" ("number", "connected_at");
