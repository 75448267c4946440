-- U22: whether what is sold is charged while it is suspended: what the offering says, and what each order was sold with.
alter table "offering" add column "while_suspended" text not null default 'STOP_BILLING';
alter table "offering" add constraint "offering_while_suspended_check" check (while_suspended in ('STOP_BILLING', 'BILL_WHILE_SUSPENDED'));
alter table "customer_order" add column "while_suspended" text not null default 'STOP_BILLING';
alter table "customer_order" add constraint "customer_order_while_suspended_check" check (while_suspended in ('STOP_BILLING', 'BILL_WHILE_SUSPENDED'));
