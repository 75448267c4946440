-- What waits for a person is found without reading all that is charged.
create index "recurring_charge_held" on "recurring_charge" ("id") where state = 'HELD';
