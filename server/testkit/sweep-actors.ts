import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { createApiClient } from "../developers/create-api-client.ts";
import { authenticateKey } from "../developers/authenticate-key.ts";
import { actAs } from "../identity/act-as.ts";
import { authenticate } from "../identity/authenticate.ts";
import { openSession } from "../identity/session.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { transaction } from "../kernel/context.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { isVisibleTo, type Viewer } from "../kernel/viewer.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import type { IdSet, SweepWorld } from "./sweep-world.ts";
import { resellersOfTests } from "./tree.ts";
import { t0 } from "./world.ts";

export interface SweptActor {
  readonly viewer: Viewer;
  /** One of each kind that stands in their tier, as far as it goes. */
  readonly sees: IdSet;
  /** One of each kind that does not exist for them. */
  readonly unseen: IdSet;
}

const { beta, acmeNorth } = resellersOfTests;
const { johnnyBeta } = customersOfTests;
const sued = { id: "019a0000-0001-7000-8000-000000000006", number: 6, path: "r1.r6.", key: "sued", name: "Sued" };
const other = { ...johnnyBeta, id: "019a0000-0003-7000-8000-000000000901", number: 901, name: "Otto Other" };

/**
 * Whoever can ask, besides who is asked as a person of Beta: from above, from below, from beside, with a key, in another's place.
 * Each as sign-in or its key makes it, never put together by hand.
 */
export async function actorsOf(swept: SweepWorld): Promise<Record<string, SweptActor>> {
  const { shop, own, foreign } = swept;
  const { world } = shop;
  const system = world.system();
  await insertCustomers(system.em, [other]);
  const person = newId();
  await system.em.insert(UserEntity, {
    id: person,
    path: pathOf(johnnyBeta),
    reseller: beta.id,
    customer: johnnyBeta.id,
    email: "johnny@beta.test",
    name: "Johnny Himself",
    role: "CUSTOMER_USER",
    createdAt: t0,
    version: 1,
  });
  const signedIn = async (email: string, actingFor: string | null = null): Promise<Viewer> => {
    const { token } = await transaction(world.as(email), (tx) => openSession(tx, "a browser", "192.0.2.1"));
    return known(await authenticate(system, token, actingFor));
  };
  const withKey = async (scopes: readonly string[], more: object = {}): Promise<Viewer> => {
    const input = { idempotencyKey: newId(), name: `Program ${scopes.length}`, scopes, ...more };
    const { token } = await createApiClient(world.as("owner@beta.test"), input);
    return known(await authenticateKey(system, token ?? ""));
  };
  const until = new Date(t0.getTime() + 60_000).toISOString();
  const actingAs = async (mode: "READ" | "ACT"): Promise<Viewer> =>
    actAs(system, await signedIn("owner@beta.test"), { acting_as: person, acting_mode: mode, acting_until: until });
  const inBeta = { sees: own, unseen: foreign };
  const every = ["customers_read", "subscribers_read", "catalog_read", "inventory_read", "resellers_read"];
  const cus = encodeId("cus", other.id);
  return {
    "a program of Beta's with every scope that reads": { viewer: await withKey(every), ...inBeta },
    "a program of one customer of Beta's": {
      viewer: await withKey(["customers_read", "subscribers_read"], { customerId: own.cus }),
      sees: own,
      unseen: { ...foreign, cus },
    },
    "Beta's owner who looks at what a customer's person sees": {
      viewer: await actingAs("READ"),
      sees: own,
      unseen: { ...foreign, cus },
    },
    "Beta's owner who acts in the place of a customer's person": {
      viewer: await actingAs("ACT"),
      sees: own,
      unseen: { ...foreign, cus },
    },
    "the parent's owner at work for Beta": { viewer: await signedIn("owner@nord.test", beta.key), ...inBeta },
    "a technician of one customer of Beta's": {
      viewer: { ...(await signedIn("agent@beta.test")), onlyCustomers: [pathOf(johnnyBeta)] },
      sees: own,
      unseen: { ...foreign, cus },
    },
    "the owner of a reseller below Acme": {
      viewer: await signedIn("owner@acme-north.test"),
      sees: { ...foreign, rsl: encodeId("rsl", acmeNorth.id) },
      // What Acme offers they see.
      unseen: { ...foreign, rsl: encodeId("rsl", beta.id), tpl: own.tpl, ofr: own.ofr },
    },
    "the owner of a reseller of another tree": {
      viewer: await ownerOfAnotherTree(swept),
      sees: { ...foreign, rsl: encodeId("rsl", sued.id) },
      unseen: foreign,
    },
  };
}

/** Not even the parent is the same. */
async function ownerOfAnotherTree({ shop: { world } }: SweepWorld): Promise<Viewer> {
  const { em } = world.system();
  const made = { createdAt: t0, version: 1 };
  const { parentNumber: _nord, ...facts } = resellersOfTests.beta;
  const more = { state: "ACTIVE" as const, country: "GB", locale: "en", delegated: null, failureEmails: [] };
  await em.insert(ResellerEntity, { ...facts, ...sued, ...more, ...made, parent: resellersOfTests.tierline.id });
  const user = { id: newId(), email: "owner@sued.test", name: "Sunna Sued", role: "RESELLER_OWNER" as const };
  await em.insert(UserEntity, { ...user, ...made, path: sued.path, reseller: sued.id });
  const viewer = { ...world.as("owner@beta.test").viewer, userId: user.id, path: sued.path, resellerId: sued.id };
  const { token } = await transaction(world.viewing(viewer), (tx) => openSession(tx, "a browser", "192.0.2.1"));
  return known(await authenticate(world.system(), token));
}

function known(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new Error("An actor of the sweep could not sign in.");
  return viewer;
}

export interface Outside {
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly string[];
}

/** What does not exist for a viewer, as the superuser reads it: ids, and texts that stand in no row that they may see. */
export async function outsideOf({ shop }: SweepWorld, viewer: Viewer): Promise<Outside> {
  const { rows } = shop.world.database;
  const tables = await rows<{ name: string; offered: boolean; columns: string[] }>(
    `select c.table_name as name, array_agg(c.column_name::text) as columns,
            exists (select 1 from pg_policies p where p.tablename = c.table_name and p.policyname = 'offered_to_me') as offered
     from information_schema.columns c where c.table_schema = 'public'
       and exists (select 1 from pg_policies p where p.tablename = c.table_name and p.policyname = 'inside_tier')
     group by c.table_name`,
  );
  const ids = new Set<string>();
  const hidden = new Set<string>();
  // Whoever works elsewhere still knows themselves.
  const seen = [viewer.name, viewer.email];
  for (const { name, offered, columns } of tables) {
    if (!columns.includes("path")) continue;
    for (const { row } of await rows<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from "${name}" t`)) {
      const path = String(row["path"]);
      if (isVisibleTo(viewer, path) || (offered && viewer.path.startsWith(path))) {
        seen.push(JSON.stringify(row));
        continue;
      }
      for (const text of textsOf(row)) hidden.add(text);
      if (isUuid(row["id"]) && row["id"] !== viewer.userId) ids.add(encodeId("cus", row["id"]).slice(4));
    }
  }
  const told = seen.join("\n");
  return { ids, texts: [...hidden].filter((text) => !told.includes(text)) };
}

const telling = ["name", "title", "label", "identifier", "email", "phone", "subject", "note", "actor_name", "line1"];

function textsOf(row: Record<string, unknown>): string[] {
  return telling
    .map((column) => row[column])
    .filter((text): text is string => typeof text === "string" && text.length > 4);
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
}

/** What an answer tells of it. */
export function leaksOf(answer: string, { ids, texts }: Outside): string[] {
  const told = [...answer.matchAll(/[a-z]{3}_([0-9A-Z]{26})/g)].filter(([, digits = ""]) => ids.has(digits));
  return [...new Set(told.map(([id]) => id)), ...texts.filter((text) => answer.includes(text))];
}
