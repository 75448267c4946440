-- How whoever buys pays, and how far below nothing that may go. Whoever was there before may do what they could: prepaid and permissive.
alter table "ledger_account" add column "payment_mode" text null, add column "credit_policy" text null;
alter table "ledger_account" add column "cycle_day" int not null default 1, add column "due_day" int null;
alter table "ledger_account" add column "low_balance_micros" bigint null, add column "low_balance_email" text null;
alter table "ledger_balance" add column "marks" bigint[] not null default '{}';
select set_config('app.lo', 'r', true), set_config('app.hi', 's', true);
update "ledger_account" set "payment_mode" = 'PREPAID', "credit_policy" = 'PERMISSIVE', "credit_limit_micros" = null where "kind" = 'BILLING';
alter table "ledger_account" add constraint "ledger_account_payment_mode_check" check (payment_mode in ('PREPAID', 'POSTPAID', 'ALLOWANCE'));
alter table "ledger_account" add constraint "ledger_account_credit_policy_check" check (credit_policy in ('STRICT', 'PERMISSIVE'));
alter table "ledger_account" add constraint "ledger_account_cycle_day_check" check (cycle_day >= 1 and cycle_day <= 31);
alter table "ledger_account" add constraint "ledger_account_due_day_check" check (due_day >= 1 and due_day <= 31);
alter table "ledger_account" add constraint "ledger_account_low_balance_micros_check" check (low_balance_micros > 0);
alter table "ledger_account" add constraint "ledger_account_terms" check ((kind = 'BILLING') = (payment_mode is not null) and (credit_policy is not null) = (coalesce(payment_mode, '') = 'PREPAID') and (coalesce(credit_policy, '') <> 'STRICT' or coalesce(credit_limit_micros, 1) = 0) and (coalesce(credit_policy, '') <> 'PERMISSIVE' or credit_limit_micros is null));
