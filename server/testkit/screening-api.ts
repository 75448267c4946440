import { decodeId, newId } from "@tierline/shared/id.ts";
import { expect } from "vitest";
import { UserEntity } from "../identity/user.entity.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs } from "./customers-of-tests.ts";
import { screen } from "./screening-of-tests.ts";
import { t0, type World } from "./world.ts";

const [owner, operator] = ["owner@acme.test", "ops@tierline.test"] as const;
export interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

export interface Case {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly isOverdue: boolean;
  readonly unreachable: number;
  readonly matches: readonly { readonly matchedName: string; readonly score: number }[];
}

export interface Screened {
  readonly state: string;
  readonly suspensionReasons: readonly string[];
  readonly screening: {
    readonly state: string;
    readonly checks: readonly {
      readonly trigger: string;
      readonly state: string;
      readonly previousState: string | null;
    }[];
    readonly case: Case | null;
  };
}

export type Payload = Refused & { readonly screeningCase: Case | null };

export const uuidOf = (id: string): string => decodeId(id.slice(0, 3) as "cus" | "scc", id) ?? "";

export const codes = ({ userErrors }: Refused) =>
  userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

export const address = { line1: "1 Main St", city: "London", postalCode: "N1 1AA", country: "GB" };

export const caseFacts =
  "id version state isOverdue unreachable matches { matchedName score words { ours listed likeness } isSameCountry }";

/** Screening through the API, as those of the test's tree. */
export function screeningApi(world: World) {
  const { rows } = world.database;
  async function ask<T>(who: string | Viewer, source: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } =
      typeof who === "string"
        ? await world.graphql(who, source, variables)
        : await askAs(world, who, source, variables);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as T;
  }

  async function create(name: string, more: object = {}, who = owner): Promise<{ id: string; version: number }> {
    const input = {
      idempotencyKey: newId(),
      kind: "BUSINESS",
      name,
      homeCountry: "GB",
      billingAddress: address,
      ...more,
    };
    const source =
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version } userErrors { code path } } }";
    const { createCustomer: answer } = await ask<{
      createCustomer: Refused & { customer: { id: string; version: number } };
    }>(who, source, { input });
    expect(answer.userErrors).toEqual([]);
    return answer.customer;
  }
  async function update(id: string, more: object): Promise<void> {
    const read = await ask<{ customer: { version: number } }>(
      owner,
      "query ($id: ID!) { customer(id: $id) { version } }",
      { id },
    );
    const source =
      "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { code path } } }";
    const { updateCustomer } = await ask<{ updateCustomer: Refused }>(owner, source, {
      input: { id, version: read.customer.version, ...more },
    });
    expect(updateCustomer.userErrors).toEqual([]);
  }

  async function screened(id: string, who: string | Viewer = owner): Promise<Screened> {
    const source = `query ($id: ID!) { customer(id: $id) { state suspensionReasons screening { state checks { trigger state previousState } case { ${caseFacts} } } } }`;
    return (await ask<{ customer: Screened }>(who, source, { id })).customer;
  }
  const triggers = async (id: string) => (await screened(id)).screening.checks.map(({ trigger }) => trigger).toSorted();
  async function decide(
    verb: "approve" | "confirm" | "take",
    who: string | Viewer,
    given: Case,
    more: object = {},
  ): Promise<Payload> {
    const name = `${verb}ScreeningCase`;
    const type = verb === "take" ? "TakeScreeningCaseInput" : "DecideScreeningCaseInput";
    const input =
      verb === "take" ? { id: given.id } : { id: given.id, version: given.version, reason: "Looked into", ...more };
    const source = `mutation ($input: ${type}!) { ${name}(input: $input) { screeningCase { ${caseFacts} owner decidedBy reason } userErrors { code path } } }`;
    return (await ask<Record<string, Payload>>(who, source, { input }))[name]!;
  }
  async function attempt(
    given: Pick<Case, "id">,
    outcome: "REACHED" | "UNREACHABLE",
    idempotencyKey = newId(),
  ): Promise<Payload> {
    const source = `mutation ($input: LogContactAttemptInput!) { logContactAttempt(input: $input) { screeningCase { ${caseFacts} } userErrors { code path } } }`;
    const input = { idempotencyKey, id: given.id, channel: "PHONE", outcome };
    return (await ask<{ logContactAttempt: Payload }>(operator, source, { input })).logContactAttempt;
  }
  async function suspect(name = "Denied Trading LLC"): Promise<{ id: string; found: Case }> {
    const { id } = await create(name);
    await screen(world);
    const found = (await screened(id)).screening.case;
    expect(found).not.toBeNull();
    return { id, found: found! };
  }

  const operations = async () =>
    (await rows<{ operation: string }>("select distinct operation from audit_entry where outcome = 'DONE'")).map(
      ({ operation }) => operation,
    );

  async function people(customerId: string, count: number): Promise<string[]> {
    const [customer] = await rows<{ path: string; reseller_id: string }>(
      "select path, reseller_id from customer where id = $1",
      [customerId],
    );
    const ids = Array.from({ length: count }, () => newId());
    const { em } = world.system();
    for (const id of ids)
      await em.insert(UserEntity, {
        id,
        name: "Somebody",
        email: `${id}@denied.test`,
        path: customer!.path,
        reseller: customer!.reseller_id,
        customer: customerId,
        role: "CUSTOMER_USER",
        createdAt: t0,
        version: 1,
      });
    await rows(
      "insert into session (id, user_id, path, user_agent, token_hash, created_at, last_seen_at, expires_at) select gen_random_uuid(), id, path, '', rpad(translate(id::text, '-', '_'), 43, 'x'), $2::timestamptz, $2, $2::timestamptz + interval '90 days' from app_user where id = any($1)",
      [ids, world.clock.now()],
    );
    return ids;
  }
  const openSessions = async (ids: readonly string[]) =>
    (await rows("select 1 from session where user_id = any($1) and ended_at is null", [ids])).length;

  return { ask, create, update, screened, triggers, decide, attempt, suspect, operations, people, openSessions };
}
