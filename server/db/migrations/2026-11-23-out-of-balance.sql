-- Those on whom a payment waits are looked for every other second.
create index "customer_out_of_balance" on "customer" ("id") where 'BALANCE' = any(suspension_reasons);
create index "service_out_of_balance" on "service" ("customer_id") where 'BALANCE' = any(suspension_reasons);
