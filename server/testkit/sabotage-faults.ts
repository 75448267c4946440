export interface PlantedFault {
  readonly name: string;
  /** What somebody would have got wrong. */
  readonly story: string;
  /** Applied by the superuser to the database that every test database is copied from. */
  readonly sql?: string;
  /** Faults of code are planted by name in testkit/sabotage-setup.ts. */
  readonly code?: "secrets-shown" | "limits-off";
  /** The test that must go red: its file and a part of its name. */
  readonly file: string;
  readonly test: string;
}

const walls = "testkit/walls.test.ts";
const unfenced = `do $do$ declare f regprocedure; body text; begin
  select oid into f from pg_proc where proname = 'record_transition';
  body := pg_get_functiondef(f);
  if position('fence = p_fence' in body) = 0 then raise exception 'the fence check is not where it was'; end if;
  execute replace(body, 'fence = p_fence', 'fence is not null');
end $do$`;

/** Faults that a careless change could bring, each with the test that catches it. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: "policy-off",
    story: "row-level security of customers is switched off",
    sql: "alter table customer disable row level security",
    file: walls,
    test: "every table is guarded by forced row-level security",
  },
  {
    name: "policy-not-forced",
    story: "the owner of the services may pass their policy",
    sql: "alter table service no force row level security",
    file: walls,
    test: "every table is guarded by forced row-level security",
  },
  {
    name: "policy-for-all",
    story: "a second policy lets everybody see all resellers",
    sql: "create policy open_door on reseller using (true)",
    file: walls,
    test: "a tier sees itself, what is below",
  },
  {
    name: "history-deletable",
    story: "the application may delete audit entries",
    sql: "grant delete on audit_entry to tierline_app",
    file: walls,
    test: "history cannot be changed",
  },
  {
    name: "reserved-twice",
    story: "the unique index of open reservations is gone",
    sql: "drop index reservation_open_once",
    file: "inventory/reserve-item.test.ts",
    test: "the database itself refuses a second open reservation",
  },
  {
    name: "slot-twice",
    story: "a run may hold two items in one slot",
    sql: "drop index inventory_item_run_slot",
    file: "inventory/walls.test.ts",
    test: "a run holds one item in a slot",
  },
  {
    name: "unknown-state",
    story: "an item may be in a state that nobody knows",
    sql: "alter table inventory_item drop constraint inventory_item_state_check",
    file: "inventory/walls.test.ts",
    test: "inventory_item_state_check",
  },
  {
    name: "fence-skipped",
    story: "a worker that was taken for dead may still write",
    sql: unfenced,
    file: "provisioning/run-store.test.ts",
    test: "is STALE for who has not seen the latest",
  },
  {
    name: "secrets-shown",
    story: "a secret prints itself",
    code: "secrets-shown",
    file: "kernel/secret.test.ts",
    test: "masked, printed, logged and joined it is dots",
  },
  {
    name: "limits-off",
    story: "documents may be as deep and as full of aliases as they like",
    code: "limits-off",
    file: "api/limits.test.ts",
    test: "aliases are counted",
  },
];
