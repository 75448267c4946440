alter table "customer_order" add column "before_id" uuid null, add column "before_name" text null, add column "starts_on" date null;
alter table "customer_order" add column "is_at_renewal" boolean not null default false, add column "replaced" jsonb null;
alter table "customer_order" add constraint "customer_order_before_id_foreign" foreign key ("before_id") references "offering" ("id") on delete set null;
create unique index "order_waiting_once" on "customer_order" ("service_id") where state = 'ACKNOWLEDGED';
create index "order_waiting" on "customer_order" ("starts_on") where state = 'ACKNOWLEDGED';
