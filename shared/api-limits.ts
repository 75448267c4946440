import * as limits from "./limits.ts";

interface ApiLimit {
  readonly value: number;
  /** As the contract says it. */
  readonly description: string;
}

/** What the API accepts, by the names under which `apiLimits` tells it; the code that refuses more reads the same figures. */
const facts = {
  requestBytes: { value: limits.requestBytesMax, description: "Bytes of a request's body." },
  frameBytes: { value: limits.webSocketFrameBytesMax, description: "Bytes of a WebSocket's frame." },
  tokens: { value: limits.tokensMax, description: "Tokens of a document." },
  depth: { value: limits.depthMax, description: "Levels of a document." },
  aliases: { value: limits.aliasesMax, description: "Aliases of a document." },
  selections: {
    value: limits.selectionsMax,
    description: "Selections of an operation, each fragment written out wherever it is spread.",
  },
  directives: { value: limits.directivesMax, description: "Directives of a document." },
  queryRoots: { value: limits.queryRootsMax, description: "Root fields of a query." },
  mutationRoots: { value: limits.mutationRootsMax, description: "Root fields of a mutation." },
  cost: { value: limits.operationCostMax, description: "Points that one operation may cost." },
  pageSize: { value: limits.pageSizeMax, description: "Rows of a page: `first`." },
  nodes: { value: limits.nodesMax, description: "Ids of one `nodes` query." },
  errors: { value: limits.errorsMax, description: "Errors that are returned, however many there are." },
  points: { value: limits.costBucketPoints, description: "Points that a program may spend at once." },
  pointsPerSecond: {
    value: limits.costRefillPerSecond,
    description: "Points that come back to a program each second.",
  },
  requestsPerMinute: {
    value: limits.requestsPerMinuteMax,
    description: "Requests a minute that a program may be given.",
  },
  resellerShares: {
    value: limits.resellerShares,
    description: "All programs of a reseller together: so many times what one may.",
  },
  wrongKeysPerMinute: {
    value: limits.wrongKeysPerMinute,
    description: "Keys and tokens that did not work, a minute from one address.",
  },
  socketsPerUser: { value: limits.socketsPerUserMax, description: "Open WebSockets of a person or program." },
  subscriptionsPerSocket: { value: limits.subscriptionsPerSocketMax, description: "Subscriptions of a WebSocket." },
  socketMessagesPerMinute: { value: limits.socketMessagesPerMinute, description: "Messages a minute on a WebSocket." },
  idempotencyHours: { value: limits.idempotencyHours, description: "Hours that an idempotency key is kept." },
  idempotencyKeyLength: { value: limits.idempotencyKeyLengthMax, description: "Characters of an idempotency key." },
  keyDays: { value: limits.keyDaysMax, description: "Days that a key may work." },
  keyOverlapHours: { value: limits.keyOverlapHours, description: "Hours that a key works beside its successor." },
  tokenSeconds: { value: limits.accessTokenSeconds, description: "Seconds that an access token works." },
  signInsPerAccount: { value: limits.signInsPerAccount, description: "Attempts a minute to sign in to one account." },
  signInsPerAddress: { value: limits.signInsPerAddress, description: "Attempts a minute to sign in from one address." },
  auditExportsPerMinute: { value: limits.auditExportsPerMinute, description: "Exports of the audit trail, a minute." },
  requestLogDays: { value: limits.apiRequestDays, description: "Days that the log of requests goes back." },
  deliveryDays: { value: limits.webhookDeliveryDays, description: "Days that the log of deliveries goes back." },
  replays: { value: limits.webhookReplayMax, description: "Deliveries that are sent again at once." },
  programs: { value: limits.apiClientsPerResellerMax, description: "Programs of a reseller." },
  webhookEndpoints: { value: limits.webhookEndpointsPerResellerMax, description: "Webhook endpoints of a reseller." },
} satisfies Record<string, ApiLimit>;

export type ApiLimitKey = keyof typeof facts;
export const apiLimitKeys = Object.keys(facts) as ApiLimitKey[]; // an object's own keys
export const apiLimits: Readonly<Record<ApiLimitKey, ApiLimit>> = facts;
/** As `apiLimits` answers them. */
export const apiLimitValues = Object.fromEntries(apiLimitKeys.map((key) => [key, facts[key].value])) as Readonly<
  Record<ApiLimitKey, number>
>;
