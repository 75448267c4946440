import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type * as z from "zod/mini";

/** The reseller whose console this is: the key in the address. */
export function useReseller(): string {
  return useParams({ strict: false }).reseller ?? "";
}

/** A parameter of the address, e.g. `useParam("customer")`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? "";
}

/** Goes to an address of path.ts. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (href, options) => void (options?.replace === true ? router.history.replace(href) : router.history.push(href)),
    [router],
  );
}

/**
 * State that lives in the address: reloads and links keep it. `schema` names what belongs to the page and gives each part a
 * default through `.catch()`; parts set to null or "" leave the address.
 */
export function useUrlState<T extends z.ZodMiniType>(
  schema: T,
): [z.output<T>, (change: Partial<z.input<T>>, options?: { push?: boolean }) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const router = useRouter();
  const state = schema.parse(search);
  const set = useCallback(
    (change: Partial<z.input<T>>, options?: { push?: boolean }) => {
      // The history knows of a change at once; the router only after the next render, which would lose one of two in a row.
      const { pathname, search: before } = router.history.location;
      const query = new URLSearchParams(before);
      for (const [key, value] of Object.entries(change)) {
        if (value === null || value === undefined || value === "") query.delete(key);
        else query.set(key, String(value));
      }
      const text = query.toString();
      const href = text === "" ? pathname : `${pathname}?${text}`;
      if (options?.push === true) router.history.push(href);
      else router.history.replace(href);
    },
    [router],
  );
  return [state, set];
}
