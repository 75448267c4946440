import type { GetInputPropsReturnType } from "@mantine/form";
import { useLayoutEffect, useRef, useState } from "react";
import type { PostalOutcome } from "./generated/schema.ts";

type FilledField = "line1" | "line2" | "city" | "region";
const filledFields: readonly FilledField[] = ["line1", "line2", "city", "region"];

export interface PostalAnswer {
  readonly outcome: PostalOutcome;
  readonly place: { readonly [Field in FilledField]: string | null } | null;
}

interface FilledForm {
  readonly country: string;
  readonly postalCode: string;
  /** Whom one asks depends on who asks; null: they may not. */
  readonly ask: ((of: { readonly country: string; readonly postalCode: string }) => Promise<PostalAnswer>) | null;
  at(name: FilledField): GetInputPropsReturnType;
}

/**
 * Fills what is empty of an address once its postal code is typed, in the countries where the code tells it. What stands there when the
 * answer comes stays, and an answer to a code that was changed meanwhile is dropped.
 */
export function usePostalCode(form: FilledForm) {
  const [told, setTold] = useState<{ readonly of: string; readonly outcome: PostalOutcome } | null>(null);
  const latest = useRef(form);
  useLayoutEffect(() => {
    latest.current = form;
  });

  async function onTyped(postalCode: string): Promise<void> {
    const { country, ask } = form;
    const digits = digitsOf(country, postalCode);
    if (digits === null || ask === null || told?.of === digits) return;
    try {
      const { outcome, place } = await ask({ country, postalCode: digits });
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
