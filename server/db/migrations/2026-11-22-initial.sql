-- The tables of Tierline, printed from the entities (tierline migrations:initial). Never edited by hand.
create table "audit_entry" ("id" uuid not null, "path" text collate "C" not null, "at" timestamptz not null, "actor_id" uuid not null, "actor" text not null, "on_behalf_of" text null, "channel" text not null, "operation" text not null, "subject_kind" text not null, "subject_id" uuid null, "subject" text not null, "changes" jsonb not null, "note" text null, "request_id" text null, primary key ("id"));
create index "audit_of_suspensions" on "audit_entry" ("at") where operation = 'service.suspend';
create index "audit_of_tier" on "audit_entry" ("path", "at", "id");
create index "audit_of_subject" on "audit_entry" ("subject_id", "at", "id") where subject_id is not null;
alter table "audit_entry" add constraint "audit_entry_channel_check" check (channel in ('CONSOLE', 'API', 'SYSTEM'));

create table "connector" ("id" uuid not null, "path" text collate "C" not null, "key" text not null, "mode" text null, "settings" jsonb not null, "health" text not null, "health_message" text not null, "latency_ms" int null, "checked_at" timestamptz null, "version" int not null default 1, primary key ("id"));
alter table "connector" add constraint "connector_key" unique ("path", "key");
alter table "connector" add constraint "connector_mode_check" check (mode in ('LAB', 'REAL'));
alter table "connector" add constraint "connector_health_check" check (health in ('OK', 'DEGRADED', 'FAILED', 'NOT_APPLICABLE'));

create table "counter" ("path" text collate "C" not null, "kind" text not null, "value" int not null, primary key ("path", "kind"));

create table "customer_token" ("scope" int not null, "token" text collate "C" not null, "customer_id" uuid not null, "path" text collate "C" not null, primary key ("scope", "token", "customer_id", "path"));

create table "idempotency" ("actor_id" uuid not null, "key" text not null, "path" text collate "C" not null, "operation" text not null, "request_hash" text not null, "state" text not null, "response" jsonb null, "locked_until" timestamptz not null, "created_at" timestamptz not null, primary key ("actor_id", "key"));
create index "idempotency_age" on "idempotency" ("created_at");
alter table "idempotency" add constraint "idempotency_state_check" check (state in ('IN_PROGRESS', 'DONE'));

create table "inventory_template" ("id" uuid not null, "path" text collate "C" not null, "key" text not null, "label" text not null, "identifier_kind" text not null, "release_policy" text not null, "quarantine_days" int not null, "checks_luhn" boolean not null, "low_stock_threshold" int not null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "inventory_template" add constraint "inventory_template_key" unique ("path", "key");
alter table "inventory_template" add constraint "inventory_template_identifier_kind_check" check (identifier_kind in ('ICCID', 'PHONE_NUMBER', 'SERIAL', 'MAC'));
alter table "inventory_template" add constraint "inventory_template_release_policy_check" check (release_policy in ('RETIRE', 'QUARANTINE', 'RESTOCK'));

create table "notification" ("id" uuid not null, "path" text collate "C" not null, "user_id" uuid not null, "at" timestamptz not null, "kind" text not null, "title" text not null, "detail" text not null, "run_id" uuid null, "item_id" uuid null, "cause" text not null, "read_at" timestamptz null, primary key ("id"));
alter table "notification" add constraint "notification_cause_unique" unique ("cause");
create index "notification_of_user" on "notification" ("user_id", "at", "id");
alter table "notification" add constraint "notification_kind_check" check (kind in ('RUN_SUCCEEDED', 'RUN_WARNED', 'RUN_FAILED', 'RUN_ROLLED_BACK', 'RUN_CANCELLED', 'RUN_WAITING', 'RESERVATION_LAPSED'));

create table "outbox_mail" ("id" uuid not null, "path" text collate "C" not null, "cause" text not null, "recipient" text not null, "subject" text not null, "body" text not null, "created_at" timestamptz not null, "due_at" timestamptz null, "sent_at" timestamptz null, "attempts" int not null, "last_error" text null, primary key ("id"));
alter table "outbox_mail" add constraint "outbox_mail_cause_unique" unique ("cause");
create index "outbox_mail_due" on "outbox_mail" ("due_at") where due_at is not null;

create table "playbook" ("id" uuid not null, "path" text collate "C" not null, "key" text not null, "title" text not null, "description" text not null, "latest_version" int not null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "playbook" add constraint "playbook_key" unique ("path", "key");

create table "playbook_version" ("id" uuid not null, "path" text collate "C" not null, "playbook_id" uuid not null, "number" int not null, "format" text not null, "document" text not null, "created_at" timestamptz not null, "created_by" text not null, "note" text null, primary key ("id"));
alter table "playbook_version" add constraint "playbook_version_number" unique ("playbook_id", "number");
alter table "playbook_version" add constraint "playbook_version_format_check" check (format in ('YAML', 'JSON'));

create table "provisioning_run" ("id" uuid not null, "path" text collate "C" not null, "number" int not null, "kind" text not null, "state" text not null, "origin" text not null, "title" text not null, "reseller_id" uuid not null, "customer_id" uuid null, "service_id" uuid null, "order_id" uuid null, "playbook_version_id" uuid not null, "playbook_key" text not null, "playbook_number" int not null, "variables" jsonb not null, "sequence" int not null, "fence" bigint not null, "worker_id" uuid null, "waiting_for" text null, "waiting_until" timestamptz null, "cancel_requested_at" timestamptz null, "retries_used" int not null, "deadline_at" timestamptz null, "deadline_left_ms" int null, "started_by_id" uuid not null, "started_by" text not null, "queued_at" timestamptz not null, "started_at" timestamptz null, "finished_at" timestamptz null, "undoable_until" timestamptz null, "error" jsonb null, primary key ("id"));
create index "run_list" on "provisioning_run" ("path", "queued_at", "id");
create index "run_unfinished" on "provisioning_run" ("worker_id", "waiting_until") where finished_at is null;
create index "run_unfinished_of_reseller" on "provisioning_run" ("reseller_id") where finished_at is null;
create index "run_of_service" on "provisioning_run" ("service_id");
create index "run_failed" on "provisioning_run" ("finished_at") where state in ('FAILED', 'ROLL_BACK_FAILED');
create index "run_finished" on "provisioning_run" ("finished_at") where finished_at is not null;
create index "run_of_customer" on "provisioning_run" ("customer_id");
alter table "provisioning_run" add constraint "run_number" unique ("reseller_id", "number");
alter table "provisioning_run" add constraint "provisioning_run_kind_check" check (kind in ('PROVISION', 'ADD_ON', 'TERMINATE'));
alter table "provisioning_run" add constraint "provisioning_run_state_check" check (state in ('QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS', 'FAILED', 'ROLLING_BACK', 'ROLLED_BACK', 'ROLL_BACK_FAILED', 'CANCELLED'));
alter table "provisioning_run" add constraint "provisioning_run_origin_check" check (origin in ('CONSOLE', 'API', 'SYSTEM'));
alter table "provisioning_run" add constraint "provisioning_run_waiting_for_check" check (waiting_for in ('BACK_OFF', 'PERSON', 'UPSTREAM', 'TAKE_OVER'));

create table "provisioning_task" ("run_id" uuid not null, "key" text not null, "path" text collate "C" not null, "position" int not null, "title" text not null, "action" text not null, "kind" text not null, "connector" text null, "input" jsonb not null, "needs" text[] not null, "ignores_errors" boolean not null, "deadline_seconds" int not null, "max_attempts" int not null, "instructions" text null, "state" text not null, "attempt" int not null, "attempts_before" int not null, "back_offs" int not null, "undo_attempt" int not null, "next_attempt_at" timestamptz null, "deadline_at" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, "is_outcome_unknown" boolean not null, "is_touched" boolean not null, "detail" text null, "message" text null, "output" jsonb null, "error" jsonb null, primary key ("run_id", "key"));
alter table "provisioning_task" add constraint "provisioning_task_kind_check" check (kind in ('DB', 'EXTERNAL', 'MANUAL'));
alter table "provisioning_task" add constraint "provisioning_task_state_check" check (state in ('PENDING', 'RUNNING', 'RETRYING', 'WAITING', 'SUCCEEDED', 'FAILED', 'FAILED_IGNORED', 'SKIPPED', 'UNDONE'));

create table "rate_limit" ("key" text not null, "points" int not null, "expire" bigint null, primary key ("key"));

create table "reseller" ("id" uuid not null, "path" text collate "C" not null, "number" int not null, "key" text not null, "name" text not null, "parent_id" uuid null, "state" text not null, "country" text not null, "currency" text not null, "time_zone" text not null, "locale" text not null, "failure_emails" text[] not null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "reseller" add constraint "reseller_number_unique" unique ("number");
alter table "reseller" add constraint "reseller_key_unique" unique ("key");
create index "reseller_path" on "reseller" ("path");
alter table "reseller" add constraint "reseller_state_check" check (state in ('PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'));

create table "offering" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "slug" text not null, "name" text not null, "description" text not null, "kind" text not null, "service_type" text not null, "segments" text[] not null, "is_enabled" boolean not null, "icon" text not null, "facts" text[] not null, "billing_interval_months" int not null, "contract_term_months" int not null, "custom_fields" jsonb not null, "playbook_id" uuid not null, "needs_site" boolean not null, "needs_installation" boolean not null, "countries" text[] not null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "offering_path" on "offering" ("path", "kind", "name");
alter table "offering" add constraint "offering_slug" unique ("reseller_id", "slug");
alter table "offering" add constraint "offering_kind_check" check (kind in ('PLAN', 'ADDON'));
alter table "offering" add constraint "offering_service_type_check" check (service_type in ('MOBILE', 'INTERNET', 'IPTV', 'VOIP'));
alter table "offering" add constraint "offering_segments_check" check (segments <@ array['INDIVIDUAL', 'BUSINESS']::text[]);

create table "price" ("id" uuid not null, "path" text collate "C" not null, "offering_id" uuid not null, "kind" text not null, "amount_micros" bigint not null, "currency" text not null, "version" int not null default 1, primary key ("id"));
alter table "price" add constraint "price_per_seller" unique ("path", "offering_id", "kind");
alter table "price" add constraint "price_kind_check" check (kind in ('SETUP', 'RECURRING', 'ONE_OFF'));

create table "offering_requirement" ("id" uuid not null, "path" text collate "C" not null, "offering_id" uuid not null, "template_id" uuid not null, "slot" text not null, "label" text not null, "is_required" boolean not null, "position" int not null, primary key ("id"));
alter table "offering_requirement" add constraint "offering_requirement_slot" unique ("offering_id", "slot");

create table "cost" ("id" uuid not null, "path" text collate "C" not null, "offering_id" uuid not null, "kind" text not null, "amount_micros" bigint not null, "currency" text not null, "version" int not null default 1, primary key ("id"));
alter table "cost" add constraint "cost_per_tier" unique ("path", "offering_id", "kind");
alter table "cost" add constraint "cost_kind_check" check (kind in ('SETUP', 'RECURRING', 'ONE_OFF'));

create table "customer" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "number" int not null, "kind" text not null, "name" text not null, "sort_name" text collate "C" not null, "tokens" text[] not null, "email" text null, "phone" text null, "state" text not null, "suspension_reasons" text[] not null, "home_country" text not null, "language" text not null, "tags" text[] not null, "attributes" jsonb not null, "billing_address" jsonb null, "created_via" text not null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "customer_path" on "customer" ("path");
create index "customer_by_name" on "customer" ("sort_name", "id");
create index "customer_by_number" on "customer" ("number", "id");
create index "customer_by_age" on "customer" ("created_at", "id");
alter table "customer" add constraint "customer_number" unique ("reseller_id", "number");
alter table "customer" add constraint "customer_kind_check" check (kind in ('INDIVIDUAL', 'BUSINESS'));
alter table "customer" add constraint "customer_state_check" check (state in ('WAITING', 'ACTIVE', 'SUSPENDED', 'DEACTIVATING', 'DEACTIVATED', 'ARCHIVED'));
alter table "customer" add constraint "customer_suspension_reasons_check" check (suspension_reasons <@ array['BALANCE', 'COMPLIANCE', 'UPSTREAM', 'MANUAL', 'ACCOUNT_DEACTIVATED', 'NON_RENEWAL']::text[]);
alter table "customer" add constraint "customer_created_via_check" check (created_via in ('CONSOLE', 'API', 'SYSTEM'));

create table "payment_method" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "kind" text not null, "brand" text not null, "last_four" text not null, "expires_on" date null, "is_default" boolean not null, primary key ("id"));
create index "payment_method_of_customer" on "payment_method" ("customer_id");
alter table "payment_method" add constraint "payment_method_kind_check" check (kind in ('CARD', 'DIRECT_DEBIT'));
alter table "payment_method" add constraint "payment_method_last_four_check" check (last_four ~ '^[0-9]{4}$');

create table "inventory_item" ("id" uuid not null, "path" text collate "C" not null, "template_id" uuid not null, "label" text not null, "identifier_kind" text not null, "identifier" text collate "C" not null, "identifier_reversed" text collate "C" not null, "label_key" text collate "C" not null, "label_reversed" text collate "C" not null, "state" text not null, "state_before" text null, "location" text null, "note" text null, "customer_id" uuid null, "customer_path" text collate "C" null, "service_id" uuid null, "held_by_run_id" uuid null, "slot" text null, "released_by_run_id" uuid null, "quarantined_until" timestamptz null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "inventory_item_free" on "inventory_item" ("template_id", "path", "identifier") where state in ('NEW', 'IN_STOCK');
create index "inventory_item_free_by_end" on "inventory_item" ("template_id", "path", "identifier_reversed") where state in ('NEW', 'IN_STOCK');
create index "inventory_item_free_oldest" on "inventory_item" ("template_id", "path", "created_at", "identifier") where state in ('NEW', 'IN_STOCK');
create index "inventory_item_list" on "inventory_item" ("path", "label_key", "id");
create index "inventory_item_label_ends" on "inventory_item" ("path", "label_reversed");
create index "inventory_item_begins" on "inventory_item" ("path", "identifier");
create index "inventory_item_ends" on "inventory_item" ("path", "identifier_reversed");
create index "inventory_item_count" on "inventory_item" ("template_id", "path", "state", "customer_path");
create index "inventory_item_service" on "inventory_item" ("service_id") where service_id is not null;
create index "inventory_item_customer" on "inventory_item" ("customer_id") where customer_id is not null;
create index "inventory_item_released" on "inventory_item" ("released_by_run_id") where released_by_run_id is not null;
create index "inventory_item_rests" on "inventory_item" ("quarantined_until") where state = 'QUARANTINED';
alter table "inventory_item" add constraint "inventory_item_identifier" unique ("identifier_kind", "identifier");
create unique index "inventory_item_run_slot" on "inventory_item" ("held_by_run_id", "slot") where held_by_run_id is not null and slot is not null;
alter table "inventory_item" add constraint "inventory_item_identifier_kind_check" check (identifier_kind in ('ICCID', 'PHONE_NUMBER', 'SERIAL', 'MAC'));
alter table "inventory_item" add constraint "inventory_item_state_check" check (state in ('NEW', 'IN_STOCK', 'RESERVED', 'ASSIGNED', 'QUARANTINED', 'DAMAGED', 'RETIRED'));
alter table "inventory_item" add constraint "inventory_item_state_before_check" check (state_before in ('NEW', 'IN_STOCK', 'RESERVED', 'ASSIGNED', 'QUARANTINED', 'DAMAGED', 'RETIRED'));

create table "custody" ("id" uuid not null, "path" text collate "C" not null, "item_id" uuid not null, "step" int not null, "at" timestamptz not null, "actor" text not null, "from_state" text null, "to_state" text not null, "reason" text not null, "customer_id" uuid null, "service_id" uuid null, "run_id" uuid null, primary key ("id"));
alter table "custody" add constraint "custody_step" unique ("item_id", "step");
alter table "custody" add constraint "custody_from_state_check" check (from_state in ('NEW', 'IN_STOCK', 'RESERVED', 'ASSIGNED', 'QUARANTINED', 'DAMAGED', 'RETIRED'));
alter table "custody" add constraint "custody_to_state_check" check (to_state in ('NEW', 'IN_STOCK', 'RESERVED', 'ASSIGNED', 'QUARANTINED', 'DAMAGED', 'RETIRED'));

create table "contact" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "name" text not null, "roles" text[] not null, "email" text null, "phone" text null, "version" int not null default 1, primary key ("id"));
create index "contact_of_customer" on "contact" ("customer_id");
alter table "contact" add constraint "contact_roles_check" check (roles <@ array['BILLING', 'TECHNICAL', 'SITE_ADMIN', 'MAINTAINER', 'ONSITE_ADMIN', 'OTHER']::text[]);

create table "run_secret" ("run_id" uuid not null, "name" text not null, "path" text collate "C" not null, "sealed" text not null, "created_at" timestamptz not null, "shown_at" timestamptz null, primary key ("run_id", "name"));

create table "site" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "name" text not null, "address" jsonb null, "version" int not null default 1, primary key ("id"));
create index "site_of_customer" on "site" ("customer_id");

create table "service" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "customer_id" uuid not null, "offering_id" uuid not null, "number" int not null, "name" text not null, "service_type" text not null, "state" text not null, "suspension_reasons" text[] not null, "starts_on" date null, "ends_on" date null, "recurring_micros" bigint null, "currency" text not null, "auto_renew" boolean not null, "site_id" uuid null, "account" text not null, "parameters" jsonb not null, "balances" jsonb not null, "balances_at" timestamptz null, "current_run_id" uuid null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "service_path" on "service" ("path", "state");
create index "service_of_customer" on "service" ("customer_id");
alter table "service" add constraint "service_number" unique ("reseller_id", "number");
alter table "service" add constraint "service_account" unique ("account");
alter table "service" add constraint "service_service_type_check" check (service_type in ('MOBILE', 'INTERNET', 'IPTV', 'VOIP'));
alter table "service" add constraint "service_state_check" check (state in ('PENDING', 'PENDING_FAILED', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'));
alter table "service" add constraint "service_suspension_reasons_check" check (suspension_reasons <@ array['BALANCE', 'COMPLIANCE', 'UPSTREAM', 'MANUAL', 'ACCOUNT_DEACTIVATED', 'NON_RENEWAL']::text[]);

create table "service_secret" ("service_id" uuid not null, "key" text not null, "path" text collate "C" not null, "sealed" text null, "created_at" timestamptz not null, "shown_at" timestamptz null, "shown_to" text null, primary key ("service_id", "key"));

create table "service_addon" ("id" uuid not null, "path" text collate "C" not null, "service_id" uuid not null, "offering_id" uuid not null, "run_id" uuid not null, "added_at" timestamptz not null, "removed_at" timestamptz null, primary key ("id"));
alter table "service_addon" add constraint "service_addon_run_id_unique" unique ("run_id");
create index "service_addon_of_service" on "service_addon" ("service_id");

create table "task_log" ("id" uuid not null, "path" text collate "C" not null, "run_id" uuid not null, "task_key" text not null, "attempt" int not null, "at" timestamptz not null, "level" text not null, "message" text not null, "request" text null, "response" text null, primary key ("id"));
create index "task_log_of_task" on "task_log" ("run_id", "task_key", "id");
alter table "task_log" add constraint "task_log_level_check" check (level in ('INFO', 'WARNING', 'ERROR'));

create table "app_user" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "customer_id" uuid null, "email" text not null, "name" text not null, "role" text not null, "locale" text null, "disabled_at" timestamptz null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "user_email" on "app_user" ("email");
alter table "app_user" add constraint "user_email_in_reseller" unique ("reseller_id", "email");
alter table "app_user" add constraint "app_user_role_check" check (role in ('OPERATOR', 'RESELLER_OWNER', 'AGENT', 'CUSTOMER_USER'));

create table "session" ("id" uuid not null, "path" text collate "C" not null, "user_id" uuid not null, "token_hash" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, "user_agent" text not null, primary key ("id"));
alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");

create table "reservation" ("id" uuid not null, "path" text collate "C" not null, "item_id" uuid not null, "user_id" uuid not null, "state" text not null, "reserved_at" timestamptz not null, "expires_at" timestamptz not null, "extendable_until" timestamptz not null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create index "reservation_due" on "reservation" ("expires_at") where state = 'OPEN';
create index "reservation_of_user" on "reservation" ("user_id") where state = 'OPEN';
create unique index "reservation_open_once" on "reservation" ("item_id") where state = 'OPEN';
alter table "reservation" add constraint "reservation_state_check" check (state in ('OPEN', 'RELEASED', 'LAPSED', 'CLAIMED'));

create table "customer_order" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "number" int not null, "state" text not null, "offering_id" uuid not null, "customer_id" uuid not null, "service_id" uuid null, "run_id" uuid null, "lines" jsonb not null, "due_today_micros" bigint not null, "recurring_micros" bigint null, "currency" text not null, "auto_renew" boolean not null, "site_id" uuid null, "billing_contact_id" uuid null, "technical_contact_id" uuid null, "purchase_order_number" text null, "custom_fields" jsonb not null, "installation_date" date null, "placed_by_id" uuid not null, "placed_by_name" text not null, "placed_at" timestamptz not null, "channel" text not null, "version" int not null default 1, primary key ("id"));
create index "order_of_customer" on "customer_order" ("customer_id", "placed_at");
create index "order_of_run" on "customer_order" ("run_id");
alter table "customer_order" add constraint "order_number" unique ("reseller_id", "number");
alter table "customer_order" add constraint "customer_order_state_check" check (state in ('DRAFT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED'));
alter table "customer_order" add constraint "customer_order_channel_check" check (channel in ('CONSOLE', 'API', 'SYSTEM'));

create table "credential" ("id" uuid not null, "path" text collate "C" not null, "user_id" uuid not null, "password_hash" text not null, "changed_at" timestamptz not null, primary key ("id"));
alter table "credential" add constraint "credential_user_id_unique" unique ("user_id");

create table "worker" ("id" uuid not null, "pool_id" text not null, "pid" int not null, "host" text not null, "started_at" timestamptz not null, "heartbeat_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));

alter table "playbook_version" add constraint "playbook_version_playbook_id_foreign" foreign key ("playbook_id") references "playbook" ("id");

alter table "provisioning_run" add constraint "provisioning_run_playbook_version_id_foreign" foreign key ("playbook_version_id") references "playbook_version" ("id");

alter table "provisioning_task" add constraint "provisioning_task_run_id_foreign" foreign key ("run_id") references "provisioning_run" ("id") on delete cascade;

alter table "reseller" add constraint "reseller_parent_id_foreign" foreign key ("parent_id") references "reseller" ("id") on delete set null;

alter table "offering" add constraint "offering_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "offering" add constraint "offering_playbook_id_foreign" foreign key ("playbook_id") references "playbook" ("id");

alter table "price" add constraint "price_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on delete cascade;

alter table "offering_requirement" add constraint "offering_requirement_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on delete cascade;
alter table "offering_requirement" add constraint "offering_requirement_template_id_foreign" foreign key ("template_id") references "inventory_template" ("id") on delete no action;

alter table "cost" add constraint "cost_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on delete cascade;

alter table "customer" add constraint "customer_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");

alter table "payment_method" add constraint "payment_method_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");

alter table "inventory_item" add constraint "inventory_item_template_id_foreign" foreign key ("template_id") references "inventory_template" ("id") on delete no action;
alter table "inventory_item" add constraint "inventory_item_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete set null;

alter table "custody" add constraint "custody_item_id_foreign" foreign key ("item_id") references "inventory_item" ("id");
alter table "custody" add constraint "custody_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete set null;

alter table "contact" add constraint "contact_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");

alter table "run_secret" add constraint "run_secret_run_id_foreign" foreign key ("run_id") references "provisioning_run" ("id") on delete cascade;

alter table "site" add constraint "site_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");

alter table "service" add constraint "service_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "service" add constraint "service_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "service" add constraint "service_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "service" add constraint "service_site_id_foreign" foreign key ("site_id") references "site" ("id") on delete set null;

alter table "service_secret" add constraint "service_secret_service_id_foreign" foreign key ("service_id") references "service" ("id");

alter table "service_addon" add constraint "service_addon_service_id_foreign" foreign key ("service_id") references "service" ("id");
alter table "service_addon" add constraint "service_addon_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");

alter table "task_log" add constraint "task_log_run_id_foreign" foreign key ("run_id") references "provisioning_run" ("id") on delete cascade;

alter table "app_user" add constraint "app_user_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "app_user" add constraint "app_user_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete set null;

alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "app_user" ("id");

alter table "reservation" add constraint "reservation_item_id_foreign" foreign key ("item_id") references "inventory_item" ("id");
alter table "reservation" add constraint "reservation_user_id_foreign" foreign key ("user_id") references "app_user" ("id");

alter table "customer_order" add constraint "customer_order_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "customer_order" add constraint "customer_order_offering_id_foreign" foreign key ("offering_id") references "offering" ("id");
alter table "customer_order" add constraint "customer_order_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "customer_order" add constraint "customer_order_service_id_foreign" foreign key ("service_id") references "service" ("id") on delete set null;
alter table "customer_order" add constraint "customer_order_run_id_foreign" foreign key ("run_id") references "provisioning_run" ("id") on delete set null;
alter table "customer_order" add constraint "customer_order_site_id_foreign" foreign key ("site_id") references "site" ("id") on delete set null;
alter table "customer_order" add constraint "customer_order_billing_contact_id_foreign" foreign key ("billing_contact_id") references "contact" ("id") on delete set null;
alter table "customer_order" add constraint "customer_order_technical_contact_id_foreign" foreign key ("technical_contact_id") references "contact" ("id") on delete set null;
alter table "customer_order" add constraint "customer_order_placed_by_id_foreign" foreign key ("placed_by_id") references "app_user" ("id");

alter table "credential" add constraint "credential_user_id_foreign" foreign key ("user_id") references "app_user" ("id");

alter table "audit_entry" enable row level security;
alter table "audit_entry" force row level security;
create policy "inside_tier" on "audit_entry" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "connector" enable row level security;
alter table "connector" force row level security;
create policy "inside_tier" on "connector" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "connector" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "counter" enable row level security;
alter table "counter" force row level security;
create policy "inside_tier" on "counter" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "customer_token" enable row level security;
alter table "customer_token" force row level security;
create policy "inside_tier" on "customer_token" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "idempotency" enable row level security;
alter table "idempotency" force row level security;
create policy "inside_tier" on "idempotency" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "inventory_template" enable row level security;
alter table "inventory_template" force row level security;
create policy "inside_tier" on "inventory_template" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "inventory_template" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "notification" enable row level security;
alter table "notification" force row level security;
create policy "inside_tier" on "notification" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "outbox_mail" enable row level security;
alter table "outbox_mail" force row level security;
create policy "inside_tier" on "outbox_mail" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "playbook" enable row level security;
alter table "playbook" force row level security;
create policy "inside_tier" on "playbook" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "playbook" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "playbook_version" enable row level security;
alter table "playbook_version" force row level security;
create policy "inside_tier" on "playbook_version" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "playbook_version" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "provisioning_run" enable row level security;
alter table "provisioning_run" force row level security;
create policy "inside_tier" on "provisioning_run" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "provisioning_task" enable row level security;
alter table "provisioning_task" force row level security;
create policy "inside_tier" on "provisioning_task" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "reseller" enable row level security;
alter table "reseller" force row level security;
create policy "inside_tier" on "reseller" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "reseller" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "offering" enable row level security;
alter table "offering" force row level security;
create policy "inside_tier" on "offering" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "offering" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "price" enable row level security;
alter table "price" force row level security;
create policy "inside_tier" on "price" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "price" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "offering_requirement" enable row level security;
alter table "offering_requirement" force row level security;
create policy "inside_tier" on "offering_requirement" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "offering_requirement" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
alter table "cost" enable row level security;
alter table "cost" force row level security;
create policy "inside_tier" on "cost" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "customer" enable row level security;
alter table "customer" force row level security;
create policy "inside_tier" on "customer" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "payment_method" enable row level security;
alter table "payment_method" force row level security;
create policy "inside_tier" on "payment_method" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "inventory_item" enable row level security;
alter table "inventory_item" force row level security;
create policy "inside_tier" on "inventory_item" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "in_use_by_me" on "inventory_item" for select using (customer_path >= current_setting('app.lo', true) and customer_path < current_setting('app.hi', true));
alter table "custody" enable row level security;
alter table "custody" force row level security;
create policy "inside_tier" on "custody" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "contact" enable row level security;
alter table "contact" force row level security;
create policy "inside_tier" on "contact" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "run_secret" enable row level security;
alter table "run_secret" force row level security;
create policy "inside_tier" on "run_secret" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "site" enable row level security;
alter table "site" force row level security;
create policy "inside_tier" on "site" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "service" enable row level security;
alter table "service" force row level security;
create policy "inside_tier" on "service" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "service_secret" enable row level security;
alter table "service_secret" force row level security;
create policy "inside_tier" on "service_secret" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "service_addon" enable row level security;
alter table "service_addon" force row level security;
create policy "inside_tier" on "service_addon" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "task_log" enable row level security;
alter table "task_log" force row level security;
create policy "inside_tier" on "task_log" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "app_user" enable row level security;
alter table "app_user" force row level security;
create policy "inside_tier" on "app_user" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "session" enable row level security;
alter table "session" force row level security;
create policy "inside_tier" on "session" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "reservation" enable row level security;
alter table "reservation" force row level security;
create policy "inside_tier" on "reservation" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "customer_order" enable row level security;
alter table "customer_order" force row level security;
create policy "inside_tier" on "customer_order" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table "credential" enable row level security;
alter table "credential" force row level security;
create policy "inside_tier" on "credential" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
