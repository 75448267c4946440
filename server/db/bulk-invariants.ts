import type { Invariant } from "./invariant.ts";

export const imports: readonly Invariant[] = [
  {
    title: "a row that waits for its turn is in a lane that its import knows",
    sql: `select i.file_name as what from bulk_import i where i.state in ('RUNNING', 'PAUSED')
          and exists (select from bulk_row r where r.import_id = i.id and r.state = 'READY' and r.lane <> all(i.lanes))`,
  },
  {
    title: "of an import whose rows are deleted the counts stay, and nothing of what the rows said",
    sql: `select i.file_name as what from bulk_import i
          where (i.rows_deleted_at is null) <> (i.counts is null) or i.rows_deleted_at is not null
            and exists (select from bulk_row r where r.import_id = i.id and (not r.is_claimed or r.cells <> '[]' or r.value is not null))`,
  },
];
