import { newId } from "@tierline/shared/id.ts";
import { expect } from "vitest";
import type { World } from "./world.ts";

interface Price {
  setup: { amount: string; currency: string } | null;
  recurring: { amount: string; currency: string } | null;
  oneOff: { amount: string; currency: string } | null;
}
export interface OfferingAnswer {
  id: string;
  slug: string;
  name: string;
  version: number;
  isRecurring: boolean;
  autoRenewDefault: boolean;
  price: Price;
  cost: Price | null;
  margin: (Price & { recurringPercent: string | null }) | null;
  requirements: { slot: string; label: string; isRequired: boolean; available: number; template: { key: string } }[];
  problems: { code: string }[];
}
export interface OfferingsAnswer {
  nodes: OfferingAnswer[];
  totalCount: { value: number };
  hidden: { reason: string; count: number }[];
  kindCounts: { kind: string; count: number }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const money = "{ amount currency }";
const amounts = `{ setup ${money} recurring ${money} oneOff ${money} }`;
const offeringFields = `id slug name version isRecurring autoRenewDefault price ${amounts} cost ${amounts}
  margin { setup ${money} recurring ${money} oneOff ${money} recurringPercent }
  requirements { slot label isRequired available template { key } } problems { code }`;
export const offeringsDocument = `query ($filter: OfferingFilter, $first: Int = 50, $after: String) { offerings(filter: $filter, first: $first, after: $after) {
  nodes { ${offeringFields} } totalCount { value } hidden { reason count } kindCounts { kind count } pageInfo { endCursor hasNextPage } } }`;

interface Payload {
  offering: OfferingAnswer | null;
  userErrors: { code: string; path: string[] | null; message: string }[];
}

/** The catalog as a user of the tree sees and edits it through GraphQL. Refusals at the top level are answered as their code. */
export function catalogApi(world: World) {
  async function ask(
    user: string,
    filter: Record<string, unknown> = {},
    page: Record<string, unknown> = {},
  ): Promise<OfferingsAnswer> {
    const { data, errors } = await world.graphql(user, offeringsDocument, { filter, ...page });
    expect(errors).toBeUndefined();
    return (data as { offerings: OfferingsAnswer }).offerings;
  }

  async function slugs(user: string, filter: Record<string, unknown> = {}): Promise<string[]> {
    return (await ask(user, filter)).nodes.map(({ slug }) => slug).sort();
  }

  async function one(user: string, slug: string): Promise<OfferingAnswer> {
    const { data, errors } = await world.graphql(
      user,
      `query ($slug: String) { offering(slug: $slug) { ${offeringFields} } }`,
      { slug },
    );
    expect(errors).toBeUndefined();
    return (data as { offering: OfferingAnswer }).offering;
  }

  async function call(
    user: string,
    mutation: "createOffering" | "updateOffering",
    input: Record<string, unknown>,
  ): Promise<Payload | string> {
    const type = mutation === "createOffering" ? "CreateOfferingInput!" : "UpdateOfferingInput!";
    const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { offering { ${offeringFields} } userErrors { code path message } } }`;
    const { data, errors } = await world.graphql(user, document, { input });
    if (errors !== undefined)
      return (errors[0]?.originalError as { code?: string } | undefined)?.code ?? errors[0]!.message;
    return (data as Record<string, Payload>)[mutation]!;
  }

  async function codesOf(
    user: string,
    mutation: "createOffering" | "updateOffering",
    input: Record<string, unknown>,
  ): Promise<string[]> {
    const payload = await call(user, mutation, input);
    return typeof payload === "string"
      ? [payload]
      : payload.userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`);
  }

  async function ok(
    user: string,
    mutation: "createOffering" | "updateOffering",
    input: Record<string, unknown>,
  ): Promise<OfferingAnswer> {
    const payload = await call(user, mutation, input);
    if (typeof payload === "string") throw new Error(payload);
    expect(payload.userErrors).toEqual([]);
    return payload.offering!;
  }

  return { ask, slugs, one, call, codesOf, ok };
}

/** The least that `createOffering` wants. */
export function creating(slug: string, more: Record<string, unknown> = {}) {
  return {
    idempotencyKey: newId(),
    slug,
    name: "A plan",
    kind: "PLAN",
    serviceType: "MOBILE",
    segments: ["INDIVIDUAL"],
    isEnabled: true,
    price: { recurring: "10.00" },
    playbookKey: "mobile-20gb",
    ...more,
  };
}
