import { graphql } from "graphql";
import { beforeAll, beforeEach, expect } from "vitest";
import { newId } from "@tierline/shared/id.ts";
import { authenticate } from "../identity/authenticate.ts";
import { hashPassword } from "../identity/password.ts";
import type { RequestContext } from "../kernel/context.ts";
import { setInstallation } from "../kernel/installation.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { mailPlace } from "../notifications/queue-mail.ts";
import { askAs, plantCustomers } from "./customers-of-tests.ts";
import { t0, testWorld, type World } from "./world.ts";

export const passwordOfPeople = "seven grey herons at dusk";

export type Payload = { userErrors: { code: string; path: string[] | null }[] } & Record<string, unknown>;

export interface Browser {
  cookie: string | null;
  readonly request: RequestContext;
}

export interface Mail {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly token: string;
}

export interface Joined {
  readonly id: string;
  readonly email: string;
  readonly at: Browser;
  readonly viewer: Viewer;
}

export interface PeopleWorld {
  readonly world: World;
  browser(): Browser;
  /** As a user of the tree, as a viewer, or from a browser that may be signed out. */
  call(from: string | Viewer | Browser, verb: string, input: Record<string, unknown>): Promise<Payload>;
  /** What would be sent, oldest first. */
  mailsTo(recipient: string): Promise<Mail[]>;
  lastMailTo(recipient: string): Promise<Mail>;
  /** Of whoever holds the cookie, in the order of the alphabet. */
  rightsOf(cookie: string | null): Promise<string[]>;
  /** Invited by Acme's owner and in. */
  join(more?: Record<string, unknown>): Promise<Joined>;
}

/** A world whose people have passwords, and in which mails can be read. */
export async function peopleWorld(): Promise<PeopleWorld> {
  const world = await testWorld();
  setInstallation({ demo: false, lab: null, publicUrl: "https://console.acme.example" });
  const { rows } = world.database;
  beforeAll(async () => {
    await plantCustomers(world);
    const hash = await hashPassword(world.vault, passwordOfPeople);
    await rows(
      "insert into credential (id, path, user_id, password_hash, changed_at) select id, path, id, $1, $2 from app_user",
      [hash, t0],
    );
  });
  beforeEach(async () => {
    world.clock.advance({ minutes: 2 });
    await rows("delete from rate_limit");
  });
  return makePeopleWorld(world);
}

function makePeopleWorld(world: World): PeopleWorld {
  const { rows } = world.database;
  function browser(): Browser {
    const made: Browser = {
      cookie: null,
      request: {
        ...world.request(null),
        http: { ip: "192.0.2.9", userAgent: "Firefox on a desk", setSession: (token) => void (made.cookie = token) },
      },
    };
    return made;
  }
  async function call(from: string | Viewer | Browser, verb: string, input: Record<string, unknown>): Promise<Payload> {
    const type = inputTypes[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const asked = answers[verb] ?? "user { id state }";
    const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${asked} userErrors { code path } } }`;
    const { data, errors } = await ask(from, source, { input });
    expect(errors).toBeUndefined();
    return (data as Record<string, Payload>)[verb]!;
  }
  function ask(from: string | Viewer | Browser, source: string, variableValues: Record<string, unknown>) {
    if (typeof from === "string") return world.graphql(from, source, variableValues);
    if (!("cookie" in from)) return askAs(world, from, source, variableValues);
    return graphql({ schema: world.schema, source, variableValues, contextValue: from.request });
  }
  async function mailsTo(recipient: string): Promise<Mail[]> {
    const found = await rows<{ id: string; recipient: string; subject: string; body: string; is_sealed: boolean }>(
      "select id, recipient, subject, body, is_sealed from outbox_mail where recipient = $1 order by id",
      [recipient],
    );
    return found.map(({ id, body, is_sealed, ...rest }) => {
      const text = is_sealed ? world.vault.open(body, mailPlace(id)) : body;
      const link = /https?:\S+/.exec(text)?.[0] ?? "";
      return { ...rest, text, link, token: link.split("#")[1] ?? "" };
    });
  }
  const lastMailTo = async (recipient: string): Promise<Mail> => (await mailsTo(recipient)).at(-1)!;
  async function join(more: Record<string, unknown> = {}): Promise<Joined> {
    const input = invitee(more);
    const { user } = await call("owner@acme.test", "inviteUser", input);
    const at = browser();
    const { token } = await lastMailTo(input.email);
    expect(codes(await call(at, "acceptInvitation", { token, password: passwordOfPeople }))).toBe("");
    const viewer = (await authenticate(world.system(), at.cookie ?? ""))!; // just signed in
    return { id: (user as { id: string }).id, email: input.email, at, viewer };
  }
  return {
    world,
    browser,
    call,
    mailsTo,
    lastMailTo,
    join,
    async rightsOf(cookie) {
      const viewer = await authenticate(world.system(), cookie ?? "");
      return [...(viewer?.permissions ?? ["signed out"])].toSorted();
    },
  };
}

const inputTypes: Record<string, string> = {
  acceptInvitation: "TokenAndPasswordInput",
  resetPassword: "TokenAndPasswordInput",
  confirmEmailChange: "TokenInput",
  ...Object.fromEntries(
    ["disableUser", "enableUser", "resetFactors", "resendInvitation", "withdrawInvitation"].map((verb) => [
      verb,
      "UserInput",
    ]),
  ),
};
const answers: Record<string, string> = {
  acceptInvitation: "viewer { user { email state } permissions }",
  requestPasswordReset: "",
  resetPassword: "",
  changePassword: "",
  requestEmailChange: "",
  confirmEmailChange: "isChanged",
  createRole: "role { id version }",
  updateRole: "role { id version }",
  deleteRole: "role { id }",
};
/** `CODE path` of each refusal; empty when there was none. */
export function codes({ userErrors }: Payload): string {
  return userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`.trim()).join(", ");
}

export function invitee(more: Record<string, unknown> = {}) {
  const email = `n${newId().slice(-8)}@shop.test`;
  return { idempotencyKey: newId(), name: "Nina New", email, role: "AGENT", ...more };
}
