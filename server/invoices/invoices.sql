-- Whoever buys is invoiced: when, is thought of by the next sweep. By the owner, who alone opens accounts.
create or replace function begin_invoice_cycle() returns trigger language plpgsql as $$
begin
  insert into invoice_cycle (account_id, path, next_at) values (new.id, new.path, new.opened_at);
  return null;
end $$;
create or replace trigger begin_invoice_cycle after insert on ledger_account
  for each row when (new.kind = 'BILLING') execute function begin_invoice_cycle();
