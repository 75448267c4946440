-- A version of a rate plan may have a setup fee and a monthly fee, which a line that gets it is charged.
alter table "rate_plan_version" add "currency" text null, add "setup_fee_micros" bigint null, add "monthly_fee_micros" bigint null;
alter table "rate_plan_version" add constraint "rate_plan_version_setup_fee_micros_check" check (setup_fee_micros > 0);
alter table "rate_plan_version" add constraint "rate_plan_version_monthly_fee_micros_check" check (monthly_fee_micros > 0);
alter table "recurring_charge" drop constraint "recurring_charge_subject_kind_check";
alter table "recurring_charge" add constraint "recurring_charge_subject_kind_check" check (subject_kind in ('SERVICE', 'ADDON', 'DID', 'ALLOWANCE', 'RATE_PLAN'));
alter table "charge" drop constraint "charge_subject_kind_check";
alter table "charge" add constraint "charge_subject_kind_check" check (subject_kind in ('SERVICE', 'ADDON', 'DID', 'ALLOWANCE', 'RATE_PLAN'));
