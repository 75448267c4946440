import { countryPrefixes } from "@tierline/shared/call-country.ts";
import { specialPrefixes, unionCountries } from "@tierline/shared/destination-class.ts";

/** What number-plan.sql has to say: the lists of shared/, for the database. */
export function numberPlanSql(): string {
  return `-- Where a number lies: the lists of shared/number-countries.ts and shared/destination-class.ts for the database. Written by number-plan.ts
-- (number-plan.test.ts says when they differ).

${lookUp("country_of_digits", countryPrefixes())}
${lookUp("special_destination", specialPrefixes())}
create or replace function destination_class(digits text, home text) returns text language plpgsql immutable parallel safe as $$
declare
  kind text := special_destination(digits);
  country text := country_of_digits(digits);
begin
  return case
    when kind in ('PREMIUM', 'SATELLITE') then kind
    when country = home then 'DOMESTIC'
    when kind is not null then kind
    when country = any('{${unionCountries.join(",")}}'::text[]) then 'EU'
    else 'WORLD'
  end;
end $$;
`;
}

type Prefixes = readonly (readonly [string, string])[];

function lookUp(name: string, prefixes: Prefixes): string {
  const longest = Math.max(...prefixes.map(([prefix]) => prefix.length));
  return `create or replace function ${name}(digits text) returns text language plpgsql immutable parallel safe as $$
declare
  named constant jsonb := '${JSON.stringify(Object.fromEntries(prefixes))}'::jsonb;
begin
  for n in reverse least(length(digits), ${longest}) .. 1 loop
    if named ? left(digits, n) then return named ->> left(digits, n); end if;
  end loop;
  return null;
end $$;
`;
}
