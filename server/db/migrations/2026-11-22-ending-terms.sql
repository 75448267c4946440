-- Services whose term ends are found by the day.
create index "service_ending" on "service" ("ends_on") where ends_on is not null and state in ('ACTIVE', 'SUSPENDED');
