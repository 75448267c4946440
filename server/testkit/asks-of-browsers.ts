import { graphql } from "graphql";
import { authenticate } from "../identity/authenticate.ts";
import type { Browser } from "./people-of-tests.ts";
import type { World } from "./world.ts";

export interface Refused {
  readonly userErrors: { readonly code: string; readonly path: string[] | null }[];
}

interface Answered<T> {
  readonly data: T;
  readonly code: unknown;
}

export interface BrowserAsks {
  ask<T = Record<string, unknown>>(
    at: Browser,
    source: string,
    variableValues?: Record<string, unknown>,
  ): Promise<Answered<T>>;
  /** A mutation by its name, whose input type is called after it. Throws what refuses all of it. */
  verb(
    at: Browser,
    name: string,
    asked: string,
    input?: Record<string, unknown>,
  ): Promise<Refused & Record<string, unknown>>;
}

/** As browsers ask: with whoever the cookie says it is at this moment. */
export function asksOfBrowsers(world: World): BrowserAsks {
  const ask: BrowserAsks["ask"] = async <T>(
    at: Browser,
    source: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<Answered<T>> => {
    const viewer = await authenticate(world.system(), at.cookie ?? "");
    const base = viewer === null ? world.request(null) : { ...world.request(null), ...world.viewing(viewer) };
    const contextValue = { ...base, viewer, http: at.request.http, loaders: new Map() };
    const { data, errors } = await graphql({ schema: world.schema, source, variableValues, contextValue });
    const cause = errors?.[0]?.originalError as { code?: string } | undefined;
    return { data: data as T, code: cause?.code ?? errors?.[0]?.message };
  };
  return {
    ask,
    async verb(at, name, asked, input) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const head = input === undefined ? "mutation" : `mutation ($input: ${type})`;
      const source = `${head} { ${name}${input === undefined ? "" : "(input: $input)"} { ${asked} userErrors { code path } } }`;
      const { data, code } = await ask<Record<string, Refused & Record<string, never>>>(at, source, { input });
      if (code !== undefined) throw new Error(String(code));
      return data[name] as Refused & Record<string, unknown>;
    },
  };
}
