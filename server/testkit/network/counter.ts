import { encodeId, newId } from "@tierline/shared/id.ts";
import { givePasswords, liveServer } from "../live-server.ts";
import type { World } from "../world.ts";
import { until } from "./process.ts";

/** What is sold at the counter, as the API takes it. */
export interface Sale {
  readonly offeringId: string;
  readonly customerId: string;
  readonly siteId?: string;
  readonly installationDate?: string;
  readonly serviceId?: string;
}

export interface SeenRun {
  readonly id: string;
  readonly sequence: number;
  readonly state: string;
  readonly waitingFor: string | null;
  readonly error: { readonly taskKey: string | null } | null;
  readonly service: { readonly id: string } | null;
  readonly order: { readonly id: string } | null;
  readonly tasks: readonly { readonly key: string; readonly state: string; readonly attempt: number }[];
}

export interface SeenService {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A shop's counter: whatever happens at it goes over HTTP to the API, signed in, as the console's requests do. */
export interface Counter {
  /** The operator points a connector at a real system. */
  connect(key: string, settings: Readonly<Record<string, string>>): Promise<void>;
  /** What the connectors' page says of it. */
  health(key: string): Promise<{ readonly mode: string; readonly health: string; readonly healthMessage: string }>;
  savePlaybook(key: string, document: string): Promise<void>;
  /** Reserves, quotes, places the order and watches the run until it has ended or waits for a person. */
  sell(sale: Sale, ...items: readonly { readonly id: string }[]): Promise<SeenRun>;
  run(id: string): Promise<SeenRun>;
  /** As it stands in the file that a run can be taken away as. */
  messageId(run: SeenRun): Promise<string>;
  completeTask(run: SeenRun, taskKey: string): Promise<SeenRun>;
  retry(run: SeenRun): Promise<SeenRun>;
  rollBack(run: SeenRun): Promise<SeenRun>;
  undo(run: SeenRun): Promise<SeenRun>;
  service(id: string): Promise<SeenService>;
  reveal(serviceId: string, key: string): Promise<string>;
  /** O46: what the network answers about the service, by probe. */
  probes(serviceId: string): Promise<Record<string, string>>;
  setCalls(serviceId: string, simultaneousCalls: number): Promise<SeenRun>;
  terminate(serviceId: string): Promise<SeenRun>;
  close(): Promise<void>;
}

type Ask = <T>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;

interface Staff {
  readonly agent: Ask;
  readonly owner: Ask;
  readonly operator: Ask;
}

const runFields =
  "id sequence state waitingFor error { taskKey } service { id } order { id } tasks { key state attempt }";

export async function openCounter(world: World): Promise<Counter> {
  await givePasswords(world);
  const server = await liveServer(world);
  const signedIn = async (email: string): Promise<Ask> => {
    const cookie = await server.signIn(email);
    return async (query, variables = {}) => {
      const { data, text, errors } = await server.post({ query, variables }, { cookie });
      const refused = Object.values(data ?? {}).some((field) => refusalsOf(field).length > 0);
      if (errors.length > 0 || data === null || refused) throw new Error(`The API refused: ${text}`);
      return data as never; // the caller names what it asked for
    };
  };
  const staff: Staff = {
    agent: await signedIn("agent@acme.test"),
    owner: await signedIn("owner@acme.test"),
    operator: await signedIn("ops@tierline.test"),
  };
  return { ...installing(staff), ...selling(staff), ...operating(staff), close: () => server.close() };
}

function refusalsOf(field: unknown): readonly unknown[] {
  const { userErrors = [], problems = [] } = (field ?? {}) as { userErrors?: unknown[]; problems?: unknown[] }; // of any payload
  return [...userErrors, ...problems];
}

function installing({ operator }: Staff): Pick<Counter, "connect" | "health" | "savePlaybook"> {
  const listed = async (key: string, fields: string) => {
    type Listed = {
      readonly key: string;
      readonly version: number;
      mode: string;
      health: string;
      healthMessage: string;
    };
    const { connectors } = await operator<{ connectors: Listed[] }>(`{ connectors { key ${fields} } }`);
    return connectors.find((each) => each.key === key)!; // the caller names one that there is
  };
  return {
    async connect(key, settings) {
      const { version } = await listed(key, "version");
      const texts = Object.entries(settings).map(([name, value]) => ({ key: name, value }));
      await operator(
        "mutation ($input: UpdateConnectorInput!) { updateConnector(input: $input) { userErrors { message } } }",
        { input: { key, version, mode: "REAL", settings: texts } },
      );
      await operator(
        "mutation ($input: CheckConnectorInput!) { checkConnector(input: $input) { userErrors { message } } }",
        { input: { key } },
      );
    },
    health: (key) => listed(key, "mode health healthMessage"),
    async savePlaybook(key, document) {
      await operator(
        `mutation ($input: SavePlaybookInput!) {
          savePlaybook(input: $input) { problems { message } userErrors { message } }
        }`,
        { input: { key, baseVersion: 0, format: "YAML", document } },
      );
    },
  };
}

function selling({ agent }: Staff): Pick<Counter, "sell" | "run" | "messageId" | "service" | "reveal" | "probes"> {
  const reserved = async ({ id }: { readonly id: string }): Promise<string> => {
    const { reserveInventoryItem } = await agent<{ reserveInventoryItem: { reservation: { id: string } } }>(
      `mutation ($input: ReserveInventoryItemInput!) {
        reserveInventoryItem(input: $input) { reservation { id } userErrors { message } }
      }`,
      { input: { itemId: encodeId("itm", id), idempotencyKey: newId() } },
    );
    return reserveInventoryItem.reservation.id;
  };
  return {
    async sell(sale, ...items) {
      const reservationIds = [];
      for (const item of items) reservationIds.push(await reserved(item));
      const { orderQuote } = await agent<{ orderQuote: { fingerprint: string } }>(
        "query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint } }",
        { input: { ...sale, reservationIds } },
      );
      const quoteFingerprint = orderQuote.fingerprint;
      const { placeOrder } = await agent<{ placeOrder: { run: SeenRun } }>(
        `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { run { ${runFields} } userErrors { message } } }`,
        { input: { ...sale, reservationIds, quoteFingerprint, idempotencyKey: newId() } },
      );
      return atRest(agent, placeOrder.run.id);
    },
    run: (id) => runOf(agent, id),
    async messageId({ id }) {
      const document = "query ($id: ID!) { provisioningRun(id: $id) { export } }";
      const { provisioningRun } = await agent<{ provisioningRun: { export: string } }>(document, { id });
      const { tasks } = JSON.parse(provisioningRun.export) as {
        tasks: { action: string; output: Record<string, string> | null }[];
      };
      return tasks.find(({ action }) => action === "mail.send")?.output?.["messageId"] ?? "";
    },
    async service(id) {
      type Answer = { service: Omit<SeenService, "parameters"> & { parameters: { key: string; value: string }[] } };
      const document = "query ($id: ID!) { service(id: $id) { id name version state parameters { key value } } }";
      const { service } = await agent<Answer>(document, { id });
      return { ...service, parameters: Object.fromEntries(service.parameters.map(({ key, value }) => [key, value])) };
    },
    async reveal(id, key) {
      const { revealServiceSecret } = await agent<{ revealServiceSecret: { value: string } }>(
        `mutation ($input: RevealServiceSecretInput!) {
          revealServiceSecret(input: $input) { value userErrors { message } }
        }`,
        { input: { id, key } },
      );
      return revealServiceSecret.value;
    },
    async probes(id) {
      type Answer = { checkServiceHealth: { probes: { key: string; state: string; message: string }[] } };
      const { checkServiceHealth } = await agent<Answer>(
        `mutation ($input: CheckServiceHealthInput!) {
          checkServiceHealth(input: $input) { probes { key state message } userErrors { message } }
        }`,
        { input: { id } },
      );
      return Object.fromEntries(
        checkServiceHealth.probes.map(({ key, state, message }) => [key, `${state}: ${message}`]),
      );
    },
  };
}

function operating(
  staff: Staff,
): Pick<Counter, "completeTask" | "retry" | "rollBack" | "undo" | "setCalls" | "terminate"> {
  const { agent, owner } = staff;
  const operate = async (ask: Ask, mutation: string, runId: string, input: object): Promise<SeenRun> => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`, { input });
    return atRest(ask, runId);
  };
  return {
    completeTask: ({ id, sequence }, taskKey) =>
      operate(agent, "completeManualTask", id, { runId: id, sequence, taskKey }),
    retry: ({ id, sequence }) => operate(agent, "retryProvisioningRun", id, { id, sequence }),
    rollBack: ({ id, sequence }) => operate(owner, "rollBackProvisioningRun", id, { id, sequence }),
    undo: ({ id, order }) => operate(agent, "undoOrder", id, { id: order?.id, idempotencyKey: newId() }),
    async setCalls(id, simultaneousCalls) {
      const { service } = await agent<{ service: SeenService }>("query ($id: ID!) { service(id: $id) { version } }", {
        id,
      });
      const { setSimultaneousCalls } = await agent<{ setSimultaneousCalls: { run: { id: string } } }>(
        `mutation ($input: SetSimultaneousCallsInput!) {
          setSimultaneousCalls(input: $input) { run { id } userErrors { message } }
        }`,
        { input: { id, version: service.version, simultaneousCalls, idempotencyKey: newId() } },
      );
      return atRest(agent, setSimultaneousCalls.run.id);
    },
    async terminate(id) {
      const { service } = await owner<{ service: SeenService }>(
        "query ($id: ID!) { service(id: $id) { name version } }",
        { id },
      );
      const { terminateService } = await owner<{ terminateService: { run: { id: string } } }>(
        `mutation ($input: TerminateServiceInput!) {
          terminateService(input: $input) { run { id } userErrors { message } }
        }`,
        { input: { id, version: service.version, confirmName: service.name, idempotencyKey: newId() } },
      );
      return atRest(owner, terminateService.run.id);
    },
  };
}

async function runOf(ask: Ask, id: string): Promise<SeenRun> {
  const document = `query ($id: ID!) { provisioningRun(id: $id) { ${runFields} } }`;
  return (await ask<{ provisioningRun: SeenRun }>(document, { id })).provisioningRun;
}

/** The run once it has ended, or waits for a person. */
async function atRest(ask: Ask, id: string): Promise<SeenRun> {
  let last = await runOf(ask, id);
  await until(`run ${id} comes to rest`, async () => {
    last = await runOf(ask, id);
    const isMoving = ["QUEUED", "RUNNING", "WAITING", "ROLLING_BACK"].includes(last.state);
    return !isMoving || last.waitingFor === "PERSON";
  });
  return last;
}
