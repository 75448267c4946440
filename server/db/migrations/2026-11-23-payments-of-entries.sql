-- A line of a statement finds the payment that it belongs to.
create index "payment_of_transaction" on "payment" ("transaction_id") where transaction_id is not null;
create index "payment_refund_of_transaction" on "payment_refund" ("transaction_id") where transaction_id is not null;
