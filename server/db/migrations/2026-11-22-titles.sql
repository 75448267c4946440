-- Titles of playbooks, runs and tasks are read in the reader's language, as is what a trail's entry was about: a sentence, or a text with
-- its translations. What was stored as words is said as it stands.
drop function if exists latest_playbook(text, text);
alter table playbook alter column title type jsonb using to_jsonb(title), alter column description type jsonb using to_jsonb(description);
alter table provisioning_run alter column title type jsonb using to_jsonb(title);
alter table provisioning_task alter column title type jsonb using to_jsonb(title), alter column instructions type jsonb using to_jsonb(instructions);
alter table audit_entry alter column subject type jsonb using to_jsonb(subject);
