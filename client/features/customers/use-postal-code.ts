import { useApolloClient } from "@apollo/client/react";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useLayoutEffect, useRef, useState } from "react";
import { useCan } from "../../api/viewer.tsx";
import type { PostalOutcome } from "../../api/generated/schema.ts";
import { PostalCodeLookupDocument } from "./postal-code.generated.ts";

type FilledField = "line1" | "line2" | "city" | "region";
const filledFields: readonly FilledField[] = ["line1", "line2", "city", "region"];

interface FilledForm {
  readonly country: string;
  readonly postalCode: string;
  at(name: FilledField): GetInputPropsReturnType;
}

/**
 * Fills what is empty of an address once its postal code is typed, in the countries where the code tells it. What stands there when the
 * answer comes stays, and an answer to a code that was changed meanwhile is dropped.
 */
export function usePostalCode(form: FilledForm) {
  const client = useApolloClient();
  const mayAsk = useCan("customer.create").isAllowed;
  const [told, setTold] = useState<{ readonly of: string; readonly outcome: PostalOutcome } | null>(null);
  const latest = useRef(form);
  useLayoutEffect(() => {
    latest.current = form;
  });

  async function onTyped(postalCode: string): Promise<void> {
    const { country } = form;
    const digits = digitsOf(country, postalCode);
    if (digits === null || !mayAsk || told?.of === digits) return;
    const variables = { country, postalCode: digits };
    try {
      const query = { query: PostalCodeLookupDocument, variables, fetchPolicy: "no-cache" as const };
      const { outcome = "UNAVAILABLE", place = null } = (await client.query(query)).data?.postalCodeLookup ?? {};
      if (digitsOf(latest.current.country, latest.current.postalCode) !== digits) return;
      setTold({ of: digits, outcome });
      if (place === null) return;
      for (const name of filledFields) {
        const { value, onChange } = latest.current.at(name);
        if (String(value ?? "").trim() === "" && place[name] !== null) onChange(place[name]);
      }
    } catch {
      setTold({ of: digits, outcome: "UNAVAILABLE" });
    }
  }

  const outcome = told !== null && told.of === digitsOf(form.country, form.postalCode) ? told.outcome : null;
  return { onTyped, outcome };
}

function digitsOf(country: string, postalCode: string): string | null {
  if (country !== "BR") return null;
  return /^\s*(\d{5})-?(\d{3})\s*$/.exec(postalCode)?.slice(1).join("") ?? null;
}
