-- Whatever adds an entry, it waits to be sealed from the same commit on.
create or replace function await_seal() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (id, path) values (new.id, new.path);
  return null;
end $$;

create or replace trigger await_seal after insert on audit_entry for each row execute function await_seal();
