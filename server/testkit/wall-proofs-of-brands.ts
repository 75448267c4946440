import { siblingPath } from "./sample-rows.ts";
import { anotherId, type Breach } from "./wall-proofs-of-allowances.ts";

function twice(table: string, state: string, more: string, refusal: RegExp): Breach {
  return {
    sql: `update ${table} set state = '${state}'; insert into ${table} select * from jsonb_populate_record(null::${table},
            (select to_jsonb(t) || ${anotherId} || '${more}' from ${table} t))`,
    refusal,
  };
}

/** What the walls of brands and host names refuse, where no sample row shows it by itself. */
export const breachesOfBrands: Readonly<Record<string, Breach>> = {
  brand_version_published: twice("brand_version", "PUBLISHED", '{"number": 2}', /brand_version_published/),
  hostname_serving: twice("hostname", "SERVING", `{"path": "${siblingPath}"}`, /hostname_serving/),
};
