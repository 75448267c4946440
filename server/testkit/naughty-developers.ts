import { encodeId, newId } from "@tierline/shared/id.ts";
import { createApiClient } from "../developers/create-api-client.ts";
import { createWebhookEndpoint } from "../webhooks/create-endpoint.ts";
import type { Shop } from "./shop.ts";

const owner = "owner@acme.test";

interface Fixture {
  readonly input: () => Promise<Record<string, unknown>>;
  readonly read: string | null;
  readonly actor: string;
}
type Fixtures = Readonly<Record<string, Fixture>>;

const fixture = (input: Fixture["input"], read: string | null = null): Fixture => ({ input, read, actor: owner });

/** For what programs come with and hear. */
export async function developerFixtures(shop: Shop): Promise<Fixtures> {
  return { ...(await programFixtures(shop)), ...(await webhookFixtures(shop)) };
}

async function programFixtures({ world }: Shop): Promise<Fixtures> {
  const input = { name: "Swept", scopes: ["customers_read"], ipList: ["192.0.2.7"] };
  const read = "apiClient { name ipList }";
  const { clientId } = await createApiClient(world.as(owner), { ...input, idempotencyKey: newId() });
  const versionOf = () =>
    world.database.rows<{ version: number }>("select version from api_client where id = $1", [clientId]);
  const id = encodeId("acl", clientId);
  return {
    createApiClient: fixture(async () => {
      await world.database.rows("delete from api_key where client_id <> $1", [clientId]);
      await world.database.rows("delete from api_client where id <> $1", [clientId]);
      await world.database.rows(
        "delete from app_user where kind = 'PROGRAM' and id not in (select user_id from api_client)",
      );
      return { ...input, idempotencyKey: newId() };
    }, read),
    updateApiClient: fixture(async () => ({ ...input, id, version: (await versionOf())[0]!.version }), read),
    rotateApiKey: fixture(async () => ({ clientId: id, idempotencyKey: newId() })),
  };
}

async function webhookFixtures({ world }: Shop): Promise<Fixtures> {
  const input = { url: "https://swept.example/hook", events: ["CUSTOMER_CREATED"] };
  const heard = { ...input, events: ["customer.created"] };
  const read = "webhookEndpoint { url }";
  const { endpointId } = await createWebhookEndpoint(world.as(owner), { ...heard, idempotencyKey: newId() });
  const id = encodeId("whe", endpointId);
  const act = async () => ({ endpointId: id, idempotencyKey: newId() });
  const versionOf = () =>
    world.database.rows<{ version: number }>("select version from webhook_endpoint where id = $1", [endpointId]);
  return {
    createWebhookEndpoint: fixture(async () => {
      await world.database.rows("delete from webhook_endpoint where id <> $1", [endpointId]);
      return { ...input, idempotencyKey: newId() };
    }, read),
    updateWebhookEndpoint: fixture(async () => ({ ...input, id, version: (await versionOf())[0]!.version }), read),
    rotateWebhookSecret: fixture(act),
    testWebhookEndpoint: fixture(act),
    replayWebhookDeliveries: fixture(async () => ({ ...(await act()), from: "2026-11-21T12:00:00Z" })),
  };
}
