-- What is said to people is stored as a key with values and put into words when it is read. What was stored as words stays as it is:
-- a JSON text is said as it stands, in every language.
alter table provisioning_task alter column detail type jsonb using to_jsonb(detail), alter column message type jsonb using to_jsonb(message);
alter table notification alter column title type jsonb using to_jsonb(title), alter column detail type jsonb using to_jsonb(detail);
alter table custody alter column reason type jsonb using to_jsonb(reason);
alter table audit_entry alter column note type jsonb using to_jsonb(note);
alter table connector alter column health_message type jsonb using to_jsonb(health_message);
