-- Whoever administers a customer.
alter table "app_user" drop constraint "app_user_role_check";
alter table "app_user" add constraint "app_user_role_check" check (role in ('OPERATOR', 'RESELLER_OWNER', 'AGENT', 'ACCOUNT_ADMIN', 'CUSTOMER_USER', 'MEMBER'));
