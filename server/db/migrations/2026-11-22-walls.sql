-- Stock that is with a customer, and its history, is for nobody who was named other customers.
drop policy "named_customers" on "inventory_item";
create policy "named_customers" on "inventory_item" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else customer_path is null or customer_path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else customer_path is null or customer_path = any(string_to_array(current_setting('app.only', true), ' ')) end);
drop policy "named_customers" on "custody";
create policy "named_customers" on "custody" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else customer_id is null or exists (select from customer where customer.id = custody.customer_id) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else customer_id is null or exists (select from customer where customer.id = custody.customer_id) end);
-- A program is none of the people, and stays none.
alter table "app_user" add constraint "app_user_email_check" check ((kind = 'PROGRAM') = (right(email, 16) = '@program.invalid') and (kind = 'PERSON' or role = 'MEMBER' and not named_customers_only));
-- How much of a thing a reseller and all below it may have.
alter table "reseller" add "limits" jsonb null;
