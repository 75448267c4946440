export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, e.g. "2026-12-21", in the time zone of the reseller it belongs to. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 in UTC with milliseconds, e.g. "2026-12-21T09:30:00.000Z". */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as a string, e.g. "15.00". Never a float: nothing is lost on the way. */
  Decimal: { input: string; output: string; }
};

/** Result of `acceptInvitation`. */
export type AcceptInvitationPayload = {
  __typename?: 'AcceptInvitationPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Who is signed in now; null when refused. */
  viewer?: Maybe<Viewer>;
};

/** Result of a change of an account that answers nothing else. */
export type AccountPayload = {
  __typename?: 'AccountPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A page of the report of lines. */
export type AccountReportConnection = {
  __typename?: 'AccountReportConnection';
  /** The page with a cursor for each node. */
  edges: Array<AccountReportRowEdge>;
  /** The page without cursors. */
  nodes: Array<AccountReportRow>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** Which lines are reported. */
export type AccountReportFilter = {
  /** True: lines alone; false: customers that have none. */
  hasLine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of customers who pay so. */
  mode?: InputMaybe<PaymentMode>;
};

/** In which order lines are reported. */
export type AccountReportOrder =
  /** By the customer's name. */
  | 'NAME'
  /** By the customer's number. */
  | 'NUMBER';

/** A line of a customer's, or a customer without any. */
export type AccountReportRow = {
  __typename?: 'AccountReportRow';
  /** The line's account name in outside systems. */
  account?: Maybe<Scalars['String']['output']>;
  /** Of the customer's account. Null without balance.view. */
  balance?: Maybe<Money>;
  /** Whose it is. */
  customer: Customer;
  /** Names the row in the report. */
  key: Scalars['String']['output'];
  /** How the customer pays. */
  mode: PaymentMode;
  /** Numbers of the line, and those of the customer that are on no line. */
  numbers: Array<Scalars['String']['output']>;
  /** The plan that was sold. */
  offering?: Maybe<Scalars['String']['output']>;
  /** By which rate plan its calls are sold; null without any. */
  ratePlan?: Maybe<Scalars['String']['output']>;
  /** Id of the line; null for a customer that has none. */
  serviceId?: Maybe<Scalars['ID']['output']>;
};

/** One AccountReportRow of a page with its place in the list. */
export type AccountReportRowEdge = {
  __typename?: 'AccountReportRowEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: AccountReportRow;
};

/** Whether an account may spend now: for calls, orders and what is due. */
export type AccountStanding = {
  __typename?: 'AccountStanding';
  /** Whether it may. */
  maySpend: Scalars['Boolean']['output'];
  /** Why not; null when it may. */
  reason?: Maybe<StandingReason>;
};

/** How a buyer pays, and how far below nothing that may go. */
export type AccountTermsInput = {
  /** Of who pays afterwards: how much they may owe; without one as much as they like. */
  creditLimit?: InputMaybe<Scalars['Decimal']['input']>;
  /** On which day of the month their cycle begins, 1 to 31; 1 without one. */
  cycleDay?: InputMaybe<Scalars['Int']['input']>;
  /** By which day of the month an invoice is to be paid; without one at once. */
  dueDay?: InputMaybe<Scalars['Int']['input']>;
  /** Below which balance somebody is written to, 1 to 250; once until the balance has been there again. */
  lowBalance?: InputMaybe<Scalars['Decimal']['input']>;
  /** Who is written to then. */
  lowBalanceEmail?: InputMaybe<Scalars['String']['input']>;
  /** How they pay. */
  mode: PaymentMode;
  /** Of who pays before, and of nobody else. */
  policy?: InputMaybe<CreditPolicy>;
};

/** How one acts as another. */
export type ActingMode =
  /** To do in their place what they may; wants a reason. */
  | 'ACT'
  /** To see what they see; nothing can be changed. */
  | 'READ';

/** A customer that signed up. */
export type ActivateCustomerInput = {
  /** Id of the customer. */
  id: Scalars['ID']['input'];
};

/** An app that gives codes. */
export type AddAuthenticatorInput = {
  /** What to call it, such as the phone that it is on. */
  name: Scalars['String']['input'];
};

/** What the app needs. It is shown here and nowhere else, and counts for nothing until it was confirmed. */
export type AddAuthenticatorPayload = {
  __typename?: 'AddAuthenticatorPayload';
  /** The same as an otpauth: address, for a QR code. */
  address?: Maybe<Scalars['String']['output']>;
  /** For `confirmAuthenticator`. */
  id?: Maybe<Scalars['ID']['output']>;
  /** The secret in base 32, for typing. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Money that is asked for by hand. */
export type AddChargeInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** More than nothing, with no more places than the currency has. */
  amount: Scalars['Decimal']['input'];
  /** What it is for: stands in the statement. */
  description: Scalars['String']['input'];
  /** True: tells what would become of it and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made by the caller; the same key and input have one effect. A dry run leaves it unused. */
  idempotencyKey: Scalars['ID']['input'];
  /** Your own reference, e.g. of a bank transfer. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** A new contact of a customer. */
export type AddContactInput = {
  /** The contact. */
  contact: ContactInput;
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
};

/** Result of `addContact`. */
export type AddContactPayload = {
  __typename?: 'AddContactPayload';
  /** The contact; null when refused. */
  contact?: Maybe<Contact>;
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A host name. */
export type AddHostnameInput = {
  /** e.g. `portal.example.com`, without a scheme. */
  host: Scalars['String']['input'];
};

/** One item to take into stock. */
export type AddInventoryItemInput = {
  /** ICCID, number, serial number or hardware address, in any usual spelling. */
  identifier: Scalars['String']['input'];
  /** What people call it; made from the identifier unless given. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** Where it lies. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Anything worth knowing. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Items to take into stock: all of them, or none. */
export type AddInventoryItemsInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The items, at most 500. */
  items: Array<AddInventoryItemInput>;
  /** Who will hold them: your own reseller, or one below. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** NEW unless said otherwise, or IN_STOCK. */
  state?: InputMaybe<InventoryItemState>;
  /** Id of the template. */
  templateId: Scalars['ID']['input'];
};

/** Result of `addInventoryItems`. */
export type AddInventoryItemsPayload = {
  __typename?: 'AddInventoryItemsPayload';
  /** The items, in the order given; empty when refused. */
  items: Array<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A passkey that a browser has made. */
export type AddPasskeyInput = {
  /** What to call it, such as the device that keeps it. */
  name: Scalars['String']['input'];
  /** What the browser says for a passkey, as JSON. */
  passkey: Scalars['String']['input'];
  /** The token of `startPasskeyRegistration`. */
  token: Scalars['String']['input'];
};

/** A new site of a customer. */
export type AddSiteInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The site. */
  site: SiteInput;
};

/** Result of `addSite`. */
export type AddSitePayload = {
  __typename?: 'AddSitePayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** The site; null when refused. */
  site?: Maybe<Site>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A postal address. */
export type Address = {
  __typename?: 'Address';
  /** City or town. */
  city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2, upper case. */
  country: Scalars['String']['output'];
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Second line. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** State, county or region. */
  region?: Maybe<Scalars['String']['output']>;
};

/** A postal address. */
export type AddressInput = {
  /** City or town. */
  city: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2, in any case: an address has one. It decides which other parts are needed. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Street and number. */
  line1: Scalars['String']['input'];
  /** Second line. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** State, county or region. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** Included minutes as a reseller offers them. */
export type Allowance = Node & {
  __typename?: 'Allowance';
  /** A cycle. */
  fee: Money;
  /** What a customer that is given it today has until its next whole cycle: the days decide. */
  firstCycle: AllowanceShare;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether it may be given to further customers. */
  isOffered: Scalars['Boolean']['output'];
  /** Included in each cycle. */
  minutes: Scalars['Int']['output'];
  /** Unique within the reseller. */
  name: Scalars['String']['output'];
  /** Digits with the country code that numbers begin with; none: for a scope, or for any number. */
  prefixes: Array<Scalars['String']['output']>;
  /** Of the minutes that are left, how many at most go over into the next cycle. */
  rolloverMinutesMax: Scalars['Int']['output'];
};


/** Included minutes as a reseller offers them. */
export type AllowanceFirstCycleArgs = {
  cycleDay: Scalars['Int']['input'];
};

/** What there is of an allowance in one cycle. Seconds are counted as billed ones are. */
export type AllowanceCount = {
  __typename?: 'AllowanceCount';
  /** The first day of the next one. */
  endsOn: Scalars['Date']['output'];
  /** Seconds of this cycle. */
  grantedSeconds: Scalars['Int']['output'];
  /** Seconds that are left. */
  leftSeconds: Scalars['Int']['output'];
  /** When the next one begins. */
  renewsAt: Scalars['DateTime']['output'];
  /** Seconds that came over from the cycle before. */
  rolledSeconds: Scalars['Int']['output'];
  /** Its first day, in the reseller's time zone. */
  startsOn: Scalars['Date']['output'];
  /** Seconds that calls took. */
  usedSeconds: Scalars['Int']['output'];
};

/** Result of a change of an allowance. */
export type AllowancePayload = {
  __typename?: 'AllowancePayload';
  /** The allowance as it is now; null when refused. */
  allowance?: Maybe<Allowance>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What there is from today until the next whole cycle. */
export type AllowanceShare = {
  __typename?: 'AllowanceShare';
  /** Days from the one to the other. */
  days: Scalars['Int']['output'];
  /** When the next cycle begins. */
  endsOn: Scalars['Date']['output'];
  /** The fee for these days. */
  fee: Money;
  /** Days of the whole cycle. */
  ofDays: Scalars['Int']['output'];
  /** Included seconds for these days. */
  seconds: Scalars['Int']['output'];
  /** Today, in the reseller's time zone. */
  startsOn: Scalars['Date']['output'];
};

/** Which calls included minutes are for. */
export type AllowanceSlot =
  /** To fixed lines in other countries. */
  | 'FIXED_INTERNATIONAL'
  /** To fixed lines in the caller's area, or in the country where it knows no areas. */
  | 'FIXED_LOCAL'
  /** To fixed lines elsewhere in the country. */
  | 'FIXED_LONG_DISTANCE'
  /** To mobiles in other countries. */
  | 'MOBILE_INTERNATIONAL'
  /** To mobiles in the caller's area, or in the country where it knows no areas. */
  | 'MOBILE_LOCAL'
  /** To mobiles elsewhere in the country. */
  | 'MOBILE_LONG_DISTANCE'
  /** To numbers with the allowance's prefixes; without any, to all numbers. */
  | 'NUMBERS';

/** An answer to the tier below. */
export type AnswerTicketInput = {
  /** Id of the ticket. */
  id: Scalars['ID']['input'];
  /** What you answer. */
  text: Scalars['String']['input'];
};

/** A third party's program: what it may do, where, and the keys that it comes with. */
export type ApiClient = Node & {
  __typename?: 'ApiClient';
  /** What was done to the program itself, newest first. */
  activity: AuditEntryConnection;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The only customer that it sees, if so. */
  customer?: Maybe<Customer>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Addresses and networks that it may ask from; empty: from anywhere. */
  ipList: Array<Scalars['String']['output']>;
  /** Its keys, newest first; those long out of use are forgotten. */
  keys: Array<ApiKey>;
  /** What it has left of its own pace, or of that of all programs of its reseller where those have left less. Counted by the process that answers. */
  left: ApiClientLeft;
  /** Name of whoever answers for it: it may not do what they may not. Null for somebody above your tier. */
  maker?: Maybe<Scalars['String']['output']>;
  /** Name: what stands in orders and in the audit trail. */
  name: Scalars['String']['output'];
  /** How many requests a minute it may make. */
  requestsPerMinute: Scalars['Int']['output'];
  /** The reseller that it works for. */
  reseller?: Maybe<Reseller>;
  /** What it may do, as far as whoever gave it these may. */
  scopes: Array<ApiScope>;
  /** Goes up by one with each change; an update names the one it was made for. */
  version: Scalars['Int']['output'];
};


/** A third party's program: what it may do, where, and the keys that it comes with. */
export type ApiClientActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of programs. */
export type ApiClientConnection = {
  __typename?: 'ApiClientConnection';
  /** The page with a cursor for each node. */
  edges: Array<ApiClientEdge>;
  /** The page without cursors. */
  nodes: Array<ApiClient>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many programs there are. */
  totalCount: TotalCount;
};

/** One ApiClient of a page with its place in the list. */
export type ApiClientEdge = {
  __typename?: 'ApiClientEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: ApiClient;
};

/** What a program may still do at this moment; both come back steadily. */
export type ApiClientLeft = {
  __typename?: 'ApiClientLeft';
  /** Points. */
  points: Scalars['Int']['output'];
  /** Requests. */
  requests: Scalars['Int']['output'];
};

/** Result of a change of a program. */
export type ApiClientPayload = {
  __typename?: 'ApiClientPayload';
  /** The program as it is now; null when refused. */
  apiClient?: Maybe<ApiClient>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a program proves itself with. The key itself is told once and kept nowhere. */
export type ApiKey = Node & {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it runs out, or ran out. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether it works now: neither run out nor revoked. */
  isLive: Scalars['Boolean']['output'];
  /** When it was last used, to the minute; null: never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its public beginning, `tl_live_` and eight characters. */
  prefix: Scalars['String']['output'];
  /** When it was revoked; null while it is not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Result of making a key. */
export type ApiKeyPayload = {
  __typename?: 'ApiKeyPayload';
  /** The program as it is now; null when refused. */
  apiClient?: Maybe<ApiClient>;
  /** The key, told this once. Null when refused, and for a call that is repeated with the same key and input. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What the API accepts; more is refused before anything is done. */
export type ApiLimits = {
  __typename?: 'ApiLimits';
  /** Aliases of a document. */
  aliases: Scalars['Int']['output'];
  /** Exports of the audit trail, a minute. */
  auditExportsPerMinute: Scalars['Int']['output'];
  /** Points that one operation may cost. */
  cost: Scalars['Int']['output'];
  /** Days that the log of deliveries goes back. */
  deliveryDays: Scalars['Int']['output'];
  /** Levels of a document. */
  depth: Scalars['Int']['output'];
  /** Directives of a document. */
  directives: Scalars['Int']['output'];
  /** Errors that are returned, however many there are. */
  errors: Scalars['Int']['output'];
  /** Bytes of a WebSocket's frame. */
  frameBytes: Scalars['Int']['output'];
  /** Hours that an idempotency key is kept. */
  idempotencyHours: Scalars['Int']['output'];
  /** Characters of an idempotency key. */
  idempotencyKeyLength: Scalars['Int']['output'];
  /** Days that a key may work. */
  keyDays: Scalars['Int']['output'];
  /** Hours that a key works beside its successor. */
  keyOverlapHours: Scalars['Int']['output'];
  /** Root fields of a mutation. */
  mutationRoots: Scalars['Int']['output'];
  /** Ids of one `nodes` query. */
  nodes: Scalars['Int']['output'];
  /** Rows of a page: `first`. */
  pageSize: Scalars['Int']['output'];
  /** Points that a program may spend at once. */
  points: Scalars['Int']['output'];
  /** Points that come back to a program each second. */
  pointsPerSecond: Scalars['Int']['output'];
  /** Programs of a reseller. */
  programs: Scalars['Int']['output'];
  /** Root fields of a query. */
  queryRoots: Scalars['Int']['output'];
  /** Deliveries that are sent again at once. */
  replays: Scalars['Int']['output'];
  /** Bytes of a request's body. */
  requestBytes: Scalars['Int']['output'];
  /** Days that the log of requests goes back. */
  requestLogDays: Scalars['Int']['output'];
  /** Requests a minute that a program may be given. */
  requestsPerMinute: Scalars['Int']['output'];
  /** All programs of a reseller together: so many times what one may. */
  resellerShares: Scalars['Int']['output'];
  /** Selections of an operation, each fragment written out wherever it is spread. */
  selections: Scalars['Int']['output'];
  /** Attempts a minute to sign in to one account. */
  signInsPerAccount: Scalars['Int']['output'];
  /** Attempts a minute to sign in from one address. */
  signInsPerAddress: Scalars['Int']['output'];
  /** Messages a minute on a WebSocket. */
  socketMessagesPerMinute: Scalars['Int']['output'];
  /** Open WebSockets of a person or program. */
  socketsPerUser: Scalars['Int']['output'];
  /** Subscriptions of a WebSocket. */
  subscriptionsPerSocket: Scalars['Int']['output'];
  /** Seconds that an access token works. */
  tokenSeconds: Scalars['Int']['output'];
  /** Tokens of a document. */
  tokens: Scalars['Int']['output'];
  /** Webhook endpoints of a reseller. */
  webhookEndpoints: Scalars['Int']['output'];
  /** Keys and tokens that did not work, a minute from one address. */
  wrongKeysPerMinute: Scalars['Int']['output'];
};

/** One request of a program: what was asked for, never with which values. */
export type ApiRequest = {
  __typename?: 'ApiRequest';
  /** When it came in. */
  at: Scalars['DateTime']['output'];
  /** The program; null when it is gone. */
  client?: Maybe<ApiClient>;
  /** Codes of errors and refusals in the answer. */
  codes: Array<Scalars['String']['output']>;
  /** What it cost, in points. */
  cost: Scalars['Int']['output'];
  /** SHA-256 of the document, in hexadecimal digits. */
  documentHash?: Maybe<Scalars['String']['output']>;
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Its own id. */
  id: Scalars['ID']['output'];
  /** The address that it came from. */
  ip: Scalars['String']['output'];
  /** The key that it came with; null when it is forgotten. */
  key?: Maybe<ApiKey>;
  /** What it did; null when it was not read so far. */
  kind?: Maybe<OperationKind>;
  /** The name of the operation, where its document gives one. */
  operation?: Maybe<Scalars['String']['output']>;
  /** Its id in errors and in the operator's log. */
  requestId: Scalars['String']['output'];
  /** The status of its answer; of a subscription, that of its beginning. */
  status: Scalars['Int']['output'];
};

/** A page of requests. */
export type ApiRequestConnection = {
  __typename?: 'ApiRequestConnection';
  /** The page with a cursor for each node. */
  edges: Array<ApiRequestEdge>;
  /** The page without cursors. */
  nodes: Array<ApiRequest>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One ApiRequest of a page with its place in the list. */
export type ApiRequestEdge = {
  __typename?: 'ApiRequestEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: ApiRequest;
};

/** Which requests; all conditions must hold. */
export type ApiRequestFilter = {
  /** Of this program. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** True: those with an error or a refusal; false: those without. */
  hasFailed?: InputMaybe<Scalars['Boolean']['input']>;
  /** By this key of a program. */
  keyId?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the operation, in its own letters. */
  operation?: InputMaybe<Scalars['String']['input']>;
};

/** What a program may be given; one that writes reads what it writes. */
export type ApiScope =
  /** Gives balance.view, invoice.view, call.view, call_type.view. */
  | 'billing_read'
  /** Gives finance.view, home.view, rate.view. */
  | 'billing_reports_read'
  /** Gives balance.view, invoice.view, call.view, call_type.view, balance.change, call.record, credit.buy, invoice.issue, credit_note.create. */
  | 'billing_write'
  /** Gives catalog.view. */
  | 'catalog_read'
  /** Gives catalog.view, catalog.edit, rate.edit, price.sell_below_cost. */
  | 'catalog_write'
  /** Gives customer.view, search.use. */
  | 'customers_read'
  /** Gives customer.view, search.use, customer.create, customer.update, contact.edit, package.assign. */
  | 'customers_write'
  /** Gives inventory.view. */
  | 'inventory_read'
  /** Gives inventory.view, inventory.add, inventory.edit, inventory.reserve, inventory.hand_down, inventory.sell, template.edit. */
  | 'inventory_write'
  /** Gives connector.view, playbook.view, audit.view. */
  | 'platform_read'
  /** Gives reseller.view. */
  | 'resellers_read'
  /** Gives reseller.view, reseller.create, reseller.update, reseller.activate. */
  | 'resellers_write'
  /** Gives subscriber.view, service.view, order.view, run.view. */
  | 'subscribers_read'
  /** Gives subscriber.view, service.view, order.view, run.view, subscriber.edit, subscriber.delete, catalog.view, inventory.view, inventory.reserve, order.place, order.undo, service.check, service.suspend, service.terminate, line.manage, run.operate. */
  | 'subscribers_write';

/** A planned deck, and from when calls are bought by it. */
export type ApplyRateDeckInput = {
  /** From when; as soon as possible unless given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the deck. */
  id: Scalars['ID']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
};

/** A customer to put away for good. */
export type ArchiveCustomerInput = {
  /** The word `delete`, as a sign that it is meant. */
  confirmation: Scalars['String']['input'];
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which PBX is asked. */
export type AskPbxInput = {
  /** Of its trunk. */
  id: Scalars['ID']['input'];
};

/** Included minutes of a customer as they shall be from now on: what is not named ends, what it has already stays as it is. */
export type AssignAllowancesInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Day of the month on which a cycle begins, 1 to 31; in a shorter month its last one. As it is, or as the account says, unless given. */
  cycleDay?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether included minutes may be used while there is no money; null: unless the customer's account is strict. */
  isUsableAtZero?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it shall have. */
  slots: Array<AssignedAllowanceInput>;
};

/** Result of a change of a customer's allowances. */
export type AssignAllowancesPayload = {
  __typename?: 'AssignAllowancesPayload';
  /** The customer as it is now; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Who buys by a price list from a time on. */
export type AssignPriceListInput = {
  /** From when; now unless given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** All customers of your own instead of resellers; what it asks goes before an offering's own price. */
  forCustomers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the list. */
  id: Scalars['ID']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** A reseller right below; without it, whoever of them has no list of their own. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};

/** Who buys by a plan: one of these, or neither. */
export type AssignRatePlanInput = {
  /** Of a line: false, and the setup fee is never charged. */
  chargeSetupFee?: InputMaybe<Scalars['Boolean']['input']>;
  /** A customer of the reseller's own. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** From when; now unless given. A plan with fees or free minutes is given to a line from now on. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the plan. */
  id: Scalars['ID']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Of a line: the day on which the monthly fee is asked first, today or later; a month from today unless given. */
  nextBillingOn?: InputMaybe<Scalars['Date']['input']>;
  /** A reseller right below. Neither: whoever has no plan of their own. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** One line of a customer of the reseller's own: its plan goes before its customer's. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a slot has: an allowance, or the local minutes of the same kind. */
export type AssignedAllowanceInput = {
  /** Id of the allowance. */
  allowanceId?: InputMaybe<Scalars['ID']['input']>;
  /** Of long distance: draws on the local minutes of the same kind. */
  drawsFromLocal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which calls it is for. Each but NUMBERS is named once. */
  slot: AllowanceSlot;
};

/** Something that needs a person. */
export type AttentionItem = {
  __typename?: 'AttentionItem';
  /** More about it: the error, the task, the items. */
  detail: Scalars['String']['output'];
  /** When it will be too late; null when never. */
  due?: Maybe<Scalars['DateTime']['output']>;
  /** The same as long as the same thing needs attention. */
  id: Scalars['ID']['output'];
  /** Why it needs attention. */
  kind: AttentionKind;
  /** Since when; null where that is not known. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is dealt with. */
  target?: Maybe<Node>;
  /** What it is about. */
  title: Scalars['String']['output'];
};

/** Why something needs a person. */
export type AttentionKind =
  /** An outside system that does not answer as it should. */
  | 'CONNECTOR_DOWN'
  /** An item that you have set aside, for a while only. */
  | 'EXPIRING_RESERVATION'
  /** A run that failed, or could not be rolled back. */
  | 'FAILED_RUN'
  /** Items that a run which did not succeed still holds. */
  | 'HELD_ITEMS'
  /** Somebody you sell to could not be invoiced; it is tried again every hour. */
  | 'INVOICE_FAILED'
  /** A template of which your reseller has fewer free items than it should. */
  | 'LOW_STOCK'
  /** A new customer whose entries were begun and left. */
  | 'ONBOARDING'
  /** A customer who may be on a list of restricted parties, until somebody decides. */
  | 'SCREENING_CASE'
  /** A list of restricted parties that could not be fetched at its time. */
  | 'SCREENING_LIST'
  /** Who signed up as a customer, until somebody activates or refuses them. */
  | 'SIGN_UP'
  /** A run that waits for a person. */
  | 'WAITING_RUN';

/** Who changed what, or was refused to, when and how. Entries are added and never changed. */
export type AuditEntry = Node & {
  __typename?: 'AuditEntry';
  /** Name of the person or system that did it. */
  actor: Scalars['String']['output'];
  /** Id of that person or program; null for the system and for nobody known. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** How many equal attempts of one minute the entry stands for; more than 1 only for what was refused. */
  attempts: Scalars['Int']['output'];
  /** What changed, field by field. */
  changes: Array<FieldChange>;
  /** Through what it came in. */
  channel: Channel;
  /** Why it was refused, e.g. FORBIDDEN. Null for what was done. */
  code?: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Address from which it came, where a request began it. */
  ip?: Maybe<Scalars['String']['output']>;
  /** What the actor wrote with it. */
  note?: Maybe<Scalars['String']['output']>;
  /** For whom the actor acted, when for someone else. */
  onBehalfOf?: Maybe<Scalars['String']['output']>;
  /** The verb, e.g. `customer.update`. */
  operation: Scalars['String']['output'];
  /** Whether it was done. */
  outcome: AuditOutcome;
  /** What the permission is called that the refused field requires. Null for what was done. */
  permissionTitle?: Maybe<Scalars['String']['output']>;
  /** Id of the request, as it stands in the log. */
  requestId?: Maybe<Scalars['String']['output']>;
  /** What it was done to, as it was called then. */
  subject: Scalars['String']['output'];
  /** Id of what it was done to, where it has one. */
  subjectId?: Maybe<Scalars['ID']['output']>;
  /** Where it happened: from the operator down to the reseller. */
  tierPath: Array<TierNode>;
};

/** A page of the audit trail, newest first. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The page with a cursor for each node. */
  edges: Array<AuditEntryEdge>;
  /** The page without cursors. */
  nodes: Array<AuditEntry>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How far back was searched when the page ended before it was full: there may be more behind its `endCursor`. Null otherwise. */
  searchedBackTo?: Maybe<Scalars['DateTime']['output']>;
  /** How many entries there are. */
  totalCount: TotalCount;
};

/** One AuditEntry of a page with its place in the list. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: AuditEntry;
};

/** Which entries; what is left out lets all through. */
export type AuditFilter = {
  /** Id of the user who did it or attempted it. */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** Through what it came in. */
  channel?: InputMaybe<Channel>;
  /** Not before. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Name of whom the actor acted for. */
  onBehalfOf?: InputMaybe<Scalars['String']['input']>;
  /** The verb, e.g. `customer.update`, or the field that was refused. */
  operation?: InputMaybe<Scalars['String']['input']>;
  /** Whether it was done. */
  outcome?: InputMaybe<AuditOutcome>;
  /** Id of a reseller: its own entries and all below it. */
  reseller?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the actor's or the subject's name or of the verb, or the whole id of a request. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Id of what it was done to, of any kind. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Before. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Whether what was attempted came to be. */
export type AuditOutcome =
  /** It was done. */
  | 'DONE'
  /** It was refused, and nothing was changed. */
  | 'REFUSED';

/** Where a customer's people prove who they are. */
export type Authentication =
  /** Here. */
  | 'OURS'
  /** At the identity provider of whoever sells to them, by SAML; the note says which. */
  | 'SAML';

/** That a customer's card is charged by itself. */
export type AutoRecharge = {
  __typename?: 'AutoRecharge';
  /** How much is charged. */
  amount: Money;
  /** When it is looked at again, after it was declined or was short twice on a day; mostly null. */
  nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  /** It is charged when the balance falls below that, at most once a day. */
  threshold: Money;
};

/** What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent. */
export type BillingAccount = Node & {
  __typename?: 'BillingAccount';
  /** That a card is charged by itself; null where it is not. */
  autoRecharge?: Maybe<AutoRecharge>;
  /** What can be spent: the balance with the credit limit, without what is set aside; null where there is no end to it. */
  available?: Maybe<Money>;
  /** What is there; negative where the buyer owes. */
  balance: Money;
  /** How much who pays afterwards may owe; null where there is no end to it, and for who pays before. */
  creditLimit?: Maybe<Money>;
  /** Its credit notes, the latest first. */
  creditNotes: CreditNoteConnection;
  /** ISO 4217; the seller's. */
  currency: Scalars['String']['output'];
  /** On which day of the month the cycle begins; in a shorter month on its last. */
  cycleDay: Scalars['Int']['output'];
  /** By which day of the month an invoice is to be paid; null: at once. */
  dueDay?: Maybe<Scalars['Int']['output']>;
  /** The statement, the latest first. */
  entries: LedgerEntryConnection;
  /** Set aside for what is under way. */
  held: Money;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Its invoices, the latest first. */
  invoices: InvoiceConnection;
  /** Whether four fifths of the credit limit are used, or more. */
  isNearLimit: Scalars['Boolean']['output'];
  /** Whether whoever sells to it has a provider that keeps cards. */
  keepsCards: Scalars['Boolean']['output'];
  /** Below which balance somebody is written to; null: nobody is. */
  lowBalance?: Maybe<Money>;
  /** Who is written to when the balance falls below that; null for who does not sell to it. */
  lowBalanceEmail?: Maybe<Scalars['String']['output']>;
  /** How the buyer pays. */
  mode: PaymentMode;
  /** Payments by providers, the latest first. */
  payments: PaymentConnection;
  /** Of who pays before; null for others. */
  policy?: Maybe<CreditPolicy>;
  /** With how much a card can be charged by itself; empty where no provider keeps cards. */
  rechargeAmounts: Array<Money>;
  /** Whether it may spend now. */
  standing: AccountStanding;
  /** Why it is asked for no tax; null for who is asked for taxes. */
  taxExemption?: Maybe<TaxExemption>;
  /** How whoever sells to it can be paid, for the buyer alone; empty where nothing is set up. */
  topUps: Array<TopUpChoice>;
  /** What recurs and is charged soon. */
  upcomingCharges: UpcomingCharges;
};


/** What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent. */
export type BillingAccountCreditNotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent. */
export type BillingAccountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LedgerEntryFilter>;
  first: Scalars['Int']['input'];
};


/** What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent. */
export type BillingAccountInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent. */
export type BillingAccountPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Result of a change of an account's terms. */
export type BillingAccountPayload = {
  __typename?: 'BillingAccountPayload';
  /** The account as it is now; null when refused. */
  billingAccount?: Maybe<BillingAccount>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** How far charging and invoicing of those you sell to have come. Both go on by themselves, after a restart too. */
export type BillingDay = {
  __typename?: 'BillingDay';
  /** Periods of services that are due and not charged yet; 100,000 are counted. */
  chargesLeft: Scalars['Int']['output'];
  /** Since when the oldest of them is due; null without any. */
  chargesSince?: Maybe<Scalars['DateTime']['output']>;
  /** Invoices that are due and not issued yet; 100,000 are counted. */
  invoicesLeft: Scalars['Int']['output'];
};

/** What customers of your own reseller were charged, as a file. */
export type BillingReport = {
  __typename?: 'BillingReport';
  /** What it is about. */
  category: BillingReportCategory;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it is fetched as CSV, by whoever asked for it and signed in; null until it is completed. */
  downloadUrl?: Maybe<Scalars['String']['output']>;
  /** Until when it can be fetched. */
  expiresAt: Scalars['DateTime']['output'];
  /** The first day. */
  from: Scalars['Date']['output'];
  /** Names it. */
  id: Scalars['ID']['output'];
  /** With what the reseller's own organisation was charged. */
  internal: Scalars['Boolean']['output'];
  /** Rows, so far. */
  rowCount: Scalars['Int']['output'];
  /** How far it is. */
  state: BillingReportState;
  /** The last day. */
  to: Scalars['Date']['output'];
  /** By whom it sums up. */
  type: BillingReportType;
};

/** What a billing report is about. */
export type BillingReportCategory =
  /** What had begun by the end of the last day and recurs. */
  | 'POINT_IN_TIME'
  /** What was charged in those days, and what of it was taken back since. */
  | 'RECONCILIATION';

/** A page of billing reports. */
export type BillingReportConnection = {
  __typename?: 'BillingReportConnection';
  /** The page with a cursor for each node. */
  edges: Array<BillingReportEdge>;
  /** The page without cursors. */
  nodes: Array<BillingReport>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One BillingReport of a page with its place in the list. */
export type BillingReportEdge = {
  __typename?: 'BillingReportEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: BillingReport;
};

/** How far a billing report is. */
export type BillingReportState =
  /** It can be fetched. */
  | 'COMPLETED'
  /** It was not made: it was too long, or whoever asked for it may not see it any more. */
  | 'FAILED'
  /** It is being made. */
  | 'IN_PROGRESS';

/** By whom a billing report sums up. */
export type BillingReportType =
  /** Each customer. */
  | 'CUSTOMER'
  /** All customers of your own reseller together. */
  | 'PARTNER'
  /** Each service, number or other thing that a customer has. */
  | 'USER';

/** How your own reseller shows itself to its customers, and where. */
export type Brand = {
  __typename?: 'Brand';
  /** What is worked at; null where nothing is. */
  draft?: Maybe<BrandVersion>;
  /** What one more host name costs, once, when it is proved; null at the top, which buys of nobody. */
  hostnameFee?: Maybe<Money>;
  /** Its host names. */
  hostnames: Array<Hostname>;
  /** What those you sell to pay for one. */
  ownHostnameFee: Money;
  /** What was published before, the newest first: 50 at most. */
  past: Array<BrandVersion>;
  /** What customers see; null: the reseller's name in our colours. */
  published?: Maybe<BrandVersion>;
};

/** A text and what it stands on, where it would be hard to read. */
export type BrandContrast = {
  __typename?: 'BrandContrast';
  /** By WCAG, 1 to 21; 4.5 is the least that can be read well. */
  contrast: Scalars['Float']['output'];
  /** `TITLE` or `CONTENT`. */
  pair: Scalars['String']['output'];
};

/** What came of it. */
export type BrandPayload = {
  __typename?: 'BrandPayload';
  /** The brand afterwards. */
  brand?: Maybe<Brand>;
  /** Why nothing was done; empty where it was. */
  userErrors: Array<UserError>;
};

/** On what a logo stands. */
export type BrandScheme =
  /** On a dark page. */
  | 'DARK'
  /** On a light page. */
  | 'LIGHT';

/** Where a version of a brand stands. */
export type BrandState =
  /** Worked at; nobody else sees it. */
  | 'DRAFT'
  /** Was published once, and can be gone back to. */
  | 'PAST'
  /** What customers see. */
  | 'PUBLISHED';

/** How a reseller shows itself to its customers, as it was saved or published at a time. */
export type BrandVersion = Node & {
  __typename?: 'BrandVersion';
  /** The colour of what acts, `#rrggbb`. */
  accent: Scalars['String']['output'];
  /** Behind a light page's content, `#rrggbb`. */
  contentBackground: Scalars['String']['output'];
  /** A light page's text, `#rrggbb`. */
  contentText: Scalars['String']['output'];
  /** What stands at the top of each page of the portal. */
  header: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** The logo on a dark page, as a data URL. */
  logoDark?: Maybe<Scalars['String']['output']>;
  /** The logo on a light page, as a data URL. */
  logoLight?: Maybe<Scalars['String']['output']>;
  /** What whoever published it said of it. */
  note?: Maybe<Scalars['String']['output']>;
  /** Counted from 1 for each reseller. */
  number: Scalars['Int']['output'];
  /** Since when it was shown. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ten shades of it, light to dark, on which texts can be read. */
  ramp: Array<Scalars['String']['output']>;
  /** When it was saved last. */
  savedAt: Scalars['DateTime']['output'];
  /** Who saved it last. */
  savedBy: Scalars['String']['output'];
  /** Where it stands. */
  state: BrandState;
  /** Behind the header, `#rrggbb`. */
  titleBackground: Scalars['String']['output'];
  /** The header's text, `#rrggbb`. */
  titleText: Scalars['String']['output'];
  /** Counts changes; goes with what is saved next. */
  version: Scalars['Int']['output'];
  /** Texts that would be hard to read. */
  weakContrasts: Array<BrandContrast>;
  /** What is said instead of the portal's own texts. */
  words: Array<BrandWord>;
};

/** What a reseller says instead of one of the portal's texts. */
export type BrandWord = {
  __typename?: 'BrandWord';
  /** Which text: namespace and key, e.g. `portal:nav.services`. */
  key: Scalars['String']['output'];
  /** In which language. */
  language: Language;
  /** What is said instead. */
  text: Scalars['String']['output'];
};

/** What is said instead of one of the portal's texts. */
export type BrandWordInput = {
  /** Which text: namespace and key, e.g. `portal:nav.services`. */
  key: Scalars['String']['input'];
  /** In which language. */
  language: Language;
  /** What is said instead: 200 characters at most. */
  text: Scalars['String']['input'];
};

/** What a row says in a column. */
export type BulkCell = {
  __typename?: 'BulkCell';
  /** The column. */
  column: Scalars['String']['output'];
  /** What it says, cut after 200 characters. */
  value: Scalars['String']['output'];
};

/** A column that a kind of import knows, and where the file has it. */
export type BulkColumn = {
  __typename?: 'BulkColumn';
  /** What rows say that leave it empty. */
  default?: Maybe<Scalars['String']['output']>;
  /** Place of the header that says it, from 0; null: none does. */
  header?: Maybe<Scalars['Int']['output']>;
  /** Whether every row has to say it. */
  isRequired: Scalars['Boolean']['output'];
  /** Its name, as a header may have it. */
  key: Scalars['String']['output'];
};

/** How many rows are in a state. */
export type BulkCount = {
  __typename?: 'BulkCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: BulkRowState;
};

/** What rows say that leave a column empty. */
export type BulkDefaultInput = {
  /** The column. */
  column: Scalars['String']['input'];
  /** What they say. */
  value: Scalars['String']['input'];
};

/** A row that came to nothing, and why. */
export type BulkFailedRow = {
  __typename?: 'BulkFailedRow';
  /** What it says, in the columns' order; what is empty is left out. */
  cells: Array<BulkCell>;
  /** The column it is about. */
  column?: Maybe<Scalars['String']['output']>;
  /** Why, in the language of the request. */
  message: Scalars['String']['output'];
  /** The row, counted from 1 under the header. */
  row: Scalars['Int']['output'];
};

/** A file of many things to do: rehearsed first, then done row by row. */
export type BulkImport = Node & {
  __typename?: 'BulkImport';
  /** Every column of this kind, in its order. */
  columns: Array<BulkColumn>;
  /** How many rows are in each state. */
  counts: Array<BulkCount>;
  /** When the file was handed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When it came to its end. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rows that came to nothing, the first 100; all of them are in the file of errors. */
  failedRows: Array<BulkFailedRow>;
  /** What the file was called. */
  fileName: Scalars['String']['output'];
  /** Why it stands still though nobody has paused it. */
  halt?: Maybe<Scalars['String']['output']>;
  /** The first line of the file. */
  headers: Array<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** What its rows are. */
  kind: BulkKind;
  /** What is due today for the ready rows, by currency. */
  money: Array<Money>;
  /** The prices that the first 100 rows change, in their order; empty for other kinds. */
  priceMoves: Array<BulkPriceMove>;
  /** What is wrong with rows, by kind: the most frequent first, at most 50. */
  problems: Array<BulkProblem>;
  /** At most so many rows a minute; null: as many as there is room for. */
  ratePerMinute?: Maybe<Scalars['Int']['output']>;
  /** Values that stand for others. */
  replacements: Array<BulkReplacement>;
  /** How many rows follow it. */
  rowCount: Scalars['Int']['output'];
  /** When its rows were deleted. */
  rowsDeletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From when on its rows are deleted; counts and the audit trail stay. Null until it has ended. */
  rowsKeptUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The first rows, as the file has them; at most five. */
  sampleRows: Array<Array<Scalars['String']['output']>>;
  /** When it was begun. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whose rights the rows are done with. */
  startedBy: Scalars['String']['output'];
  /** How far it is. */
  state: BulkState;
  /** What the ready rows need from stock. */
  stock: Array<BulkStock>;
};

/** Which import. */
export type BulkImportInput = {
  /** Id of the import. */
  id: Scalars['ID']['input'];
};

/** The import as it is now, or why it was refused. */
export type BulkImportPayload = {
  __typename?: 'BulkImportPayload';
  /** The import; null when refused. */
  bulkImport?: Maybe<BulkImport>;
  /** Why it was refused; empty when done. */
  userErrors: Array<UserError>;
};

/** What the rows of a file are. */
export type BulkKind =
  /** Customers to create. */
  | 'CUSTOMERS'
  /** Items to take into stock. */
  | 'INVENTORY'
  /** Other packages for people who have one. */
  | 'PACKAGE_CHANGES'
  /** Plans to order for customers, with an item of each stock they need. */
  | 'PLANS'
  /** Own prices of price lists; what a list asks for everything else stays. */
  | 'PRICES'
  /** Services to bring back that a person has suspended. */
  | 'RESUMPTIONS'
  /** People of customers to give a package, one each. */
  | 'SUBSCRIBERS'
  /** People to take their package from, and to forget. */
  | 'SUBSCRIBER_DELETIONS'
  /** Services to take off the network until they are resumed. */
  | 'SUSPENSIONS'
  /** Services to end for good. */
  | 'TERMINATIONS'
  /** People of customers to invite; who has been is left as they are. */
  | 'USERS';

/** Which header says a column. */
export type BulkMappingInput = {
  /** The column. */
  column: Scalars['String']['input'];
  /** Place of the header, from 0. */
  header: Scalars['Int']['input'];
};

/** A price that a row changes. */
export type BulkPriceMove = {
  __typename?: 'BulkPriceMove';
  /** What is asked from then on; null: nothing. */
  after?: Maybe<Money>;
  /** What is asked until then; null: nothing. */
  before?: Maybe<Money>;
  /** Which of its amounts. */
  kind: PriceKind;
  /** Name of the offering. */
  offering: Scalars['String']['output'];
  /** Name of the price list. */
  priceList: Scalars['String']['output'];
  /** The row, counted from 1 under the header. */
  row: Scalars['Int']['output'];
};

/** What is wrong with rows in the same way. */
export type BulkProblem = {
  __typename?: 'BulkProblem';
  /** What kind of refusal it is, as the verb for one of them would say it. */
  code: Scalars['String']['output'];
  /** The column it is about. */
  column?: Maybe<Scalars['String']['output']>;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** The first of them, counted from 1 under the header. */
  firstRows: Array<Scalars['Int']['output']>;
  /** Of the first such row, in the language of the request. */
  message: Scalars['String']['output'];
  /** What they say in that column; at most ten. */
  values: Array<Scalars['String']['output']>;
};

/** A value of the file that stands for another. */
export type BulkReplacement = {
  __typename?: 'BulkReplacement';
  /** In which column. */
  column: Scalars['String']['output'];
  /** What the file says. */
  from: Scalars['String']['output'];
  /** What is meant. */
  to: Scalars['String']['output'];
};

/** A value of the file that stands for another. */
export type BulkReplacementInput = {
  /** In which column. */
  column: Scalars['String']['input'];
  /** What the file says. */
  from: Scalars['String']['input'];
  /** What is meant. */
  to: Scalars['String']['input'];
};

/** What has become of a row. */
export type BulkRowState =
  /** The import was cancelled before its turn. */
  | 'CANCELLED'
  /** It is done. */
  | 'DONE'
  /** It was refused when its turn came, or its run has failed. */
  | 'FAILED'
  /** It would go through. */
  | 'READY'
  /** It would be refused, and is not tried. */
  | 'REFUSED'
  /** It is being done. */
  | 'RUNNING'
  /** Not looked at yet. */
  | 'STAGED'
  /** It was done before; doing it again would be a second one. */
  | 'UNCHANGED';

/** How far an import is. */
export type BulkState =
  /** The rest is not done any more. */
  | 'CANCELLED'
  /** Every row has come to its end. */
  | 'DONE'
  /** No further row begins until it is resumed. */
  | 'PAUSED'
  /** That is known; nothing was done. */
  | 'REHEARSED'
  /** It is being found out what each row would do. */
  | 'REHEARSING'
  /** Rows are being done. */
  | 'RUNNING'
  /** The file is here; it was not said yet which column is what. */
  | 'UPLOADED';

/** What the rows need of one stock. */
export type BulkStock = {
  __typename?: 'BulkStock';
  /** How many were free at the rehearsal. */
  available: Scalars['Int']['output'];
  /** What it is called. */
  label: Scalars['String']['output'];
  /** How many items the ready rows take. */
  needed: Scalars['Int']['output'];
  /** Id of the template. */
  templateId: Scalars['ID']['output'];
};

/** How a reseller's business stands now. */
export type BusinessFigures = {
  __typename?: 'BusinessFigures';
  /** Its own customers that are active. */
  activeCustomers: Scalars['Int']['output'];
  /** What it has with its parent; null at the root of the tree. */
  balance?: Maybe<Money>;
  /** How many of them owe something. */
  debtors: Scalars['Int']['output'];
  /** Calls of all below it in the last 30 days, today included. */
  last30Days: SpentOnCalls;
  /** What those who buy from it owe in all. */
  owed: Money;
  /** What its own customers are charged again and again, in a month. */
  recurringRevenue: Money;
  /** Recurring revenue of a month by active customer; null without any. */
  revenuePerCustomer?: Maybe<Money>;
  /** Calls of all below it today. */
  today: SpentOnCalls;
};

/** What a customer does; counted, and nothing else. */
export type BusinessType =
  /** Schools and universities. */
  | 'EDUCATION'
  /** Health and care. */
  | 'HEALTH'
  /** Hotels and restaurants. */
  | 'HOSPITALITY'
  /** Industry and trades. */
  | 'INDUSTRY'
  /** Public administration. */
  | 'PUBLIC'
  /** Shops. */
  | 'RETAIL'
  /** Offices and services. */
  | 'SERVICES';

/** How seconds are counted. */
export type CadenceInput = {
  /** Seconds that count at least. */
  first: Scalars['Int']['input'];
  /** A call no longer than this costs nothing. */
  grace: Scalars['Int']['input'];
  /** Seconds of each step after that. */
  step: Scalars['Int']['input'];
};

/** A call of a customer's, as it was recorded. It never changes once it is over: a correction is a call too. */
export type Call = Node & {
  __typename?: 'Call';
  /** When it was answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What sort of number was called. Null without the permission call_type.view. */
  callType?: Maybe<CallType>;
  /** Who is called: digits from the country code on, or a line's account. */
  called: Scalars['String']['output'];
  /** Who calls: digits from the country code on, or the line's account. */
  caller: Scalars['String']['output'];
  /** What those you sell to pay for it; of a customer, what it pays. Null where it costs nothing. */
  charge?: Maybe<CallCharge>;
  /** Id of the call that it corrects. */
  correctsId?: Maybe<Scalars['ID']['output']>;
  /** What you pay for it. Null without the permission finance.view. */
  cost?: Maybe<CallCharge>;
  /** Whose it is. */
  customer: Customer;
  /** Where it went, as the rate deck calls it. Null without the permission call_type.view. */
  destination?: Maybe<Scalars['String']['output']>;
  /** Whether the customer calls or is called. */
  direction: CallDirection;
  /** When it ended. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** The key under which it was told. */
  key: Scalars['String']['output'];
  /** What is left to you, in your own currency. Null without the permission finance.view. */
  margin?: Maybe<Money>;
  /** Why it has no price though it was answered; null as soon as it has one. */
  problem?: Maybe<CallProblemCode>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Why it was not let through. */
  refusal?: Maybe<Scalars['String']['output']>;
  /** Seconds from the answer on; of a correction, how many more. */
  seconds: Scalars['Int']['output'];
  /** The line, where it is known. Null without service.view. */
  service?: Maybe<Service>;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** How it stands. */
  state: CallState;
};

/** What a seller pays for a call, and what is left to it. */
export type CallBuyingSide = {
  __typename?: 'CallBuyingSide';
  /** Seconds that the seller pays for. */
  billedSeconds: Scalars['Int']['output'];
  /** A minute, in the seller's currency. */
  buyRate: Scalars['Decimal']['output'];
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** What the call costs the seller. */
  cost: Money;
  /** Into the seller's currency; null where it is the same. */
  exchangeRate?: Maybe<Scalars['Decimal']['output']>;
  /** Price less cost; may be negative. */
  margin: Money;
  /** What its plan puts on a minute first. */
  markupFixed: Scalars['Decimal']['output'];
  /** What its plan puts on that, in per cent. */
  markupPercent: Scalars['Decimal']['output'];
};

/** What one side of a sale of a call comes to. Of a correction, the difference. */
export type CallCharge = {
  __typename?: 'CallCharge';
  /** What is paid. */
  amount: Money;
  /** Of these, what is paid for. */
  billedSeconds: Scalars['Int']['output'];
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** Seconds that count: free and billed ones. */
  cadencedSeconds: Scalars['Int']['output'];
  /** Once a call that is not free. */
  connectFee: Scalars['Decimal']['output'];
  /** Of these, what an allowance gave. */
  freeSeconds: Scalars['Int']['output'];
  /** By what it was counted where prices or cycles of allowances changed during the call, none where they did not; of a correction, by what the call is counted since then. */
  parts: Array<CallPart>;
  /** A minute. */
  rate: Scalars['Decimal']['output'];
  /** By what the rate was found. */
  rule: CallChargeRule;
};

/** By what a call's rate was found. */
export type CallChargeRule =
  /** The plan's own rate for the country. */
  | 'COUNTRY'
  /** The terms of the number that was called. */
  | 'DID'
  /** The plan's markup over what is paid; of a carrier, its rate deck. */
  | 'MARKUP'
  /** Between two lines without numbers. */
  | 'ON_NET'
  /** The plan's own rate for the longest prefix. */
  | 'PREFIX'
  /** The plan's own rate for the United States and Canada. */
  | 'US_CANADA';

/** A page of calls. */
export type CallConnection = {
  __typename?: 'CallConnection';
  /** The page with a cursor for each node. */
  edges: Array<CallEdge>;
  /** The page without cursors. */
  nodes: Array<Call>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** Sums of all of them, not of the page alone. */
  totals: CallTotals;
};

/** Whether the customer calls or is called. */
export type CallDirection =
  /** The customer is called. */
  | 'IN'
  /** The customer calls. */
  | 'OUT';

/** One Call of a page with its place in the list. */
export type CallEdge = {
  __typename?: 'CallEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Call;
};

/** Which calls; all conditions must hold. */
export type CallFilter = {
  /** To one of these; wants the permission call_type.view. */
  callType?: InputMaybe<Array<CallType>>;
  /** Of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this direction. */
  direction?: InputMaybe<CallDirection>;
  /** From then on. */
  from: Scalars['DateTime']['input'];
  /** Exactly those that this invoice of yours sums up, of however many days; wants the permission invoice.view. */
  invoiceId?: InputMaybe<Scalars['ID']['input']>;
  /** How either number begins. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Of this reseller's own customers. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this line. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<CallState>>;
  /** Before then: 92 days later at most. */
  until: Scalars['DateTime']['input'];
  /** True: answered and without a price. */
  withoutPrice?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The limits on calls of a customer, of one of its lines, or of a reseller. */
export type CallGuard = {
  __typename?: 'CallGuard';
  /** What those above let at most. */
  bound: CallLimits;
  /** Of the amounts (ISO 4217). */
  currency: Scalars['String']['output'];
  /** What counts now. */
  limits: CallLimits;
  /** What was raised and does not count yet. */
  next?: Maybe<CallLimits>;
  /** From when that counts. */
  nextFrom?: Maybe<Scalars['DateTime']['output']>;
};

/** What setCallGuard answers. */
export type CallGuardPayload = {
  __typename?: 'CallGuardPayload';
  /** The limits as they are now; null when refused. */
  callGuard?: Maybe<CallGuard>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** By what a call-in number was chosen. */
export type CallInBasis =
  /** There is none of that code either: the code alone. */
  | 'CODE'
  /** The first available number of the customer's home country. */
  | 'COUNTRY'
  /** That country has none: the first available number with the region's default code. */
  | 'REGION';

/** A number by which one dials in to a meeting. */
export type CallInNumber = {
  __typename?: 'CallInNumber';
  /** Whose number it is: ISO 3166-1 alpha-2, upper case. */
  country: Scalars['String']['output'];
  /** Whether it is given out. */
  isAvailable: Scalars['Boolean']['output'];
  /** The number, E.164. */
  phone: Scalars['String']['output'];
};

/** A number by which one dials in. */
export type CallInNumberInput = {
  /** Whose number it is: ISO 3166-1 alpha-2, in any case. */
  country: Scalars['String']['input'];
  /** Whether it is given out. */
  isAvailable: Scalars['Boolean']['input'];
  /** The number, with or without its country code. */
  phone: Scalars['String']['input'];
};

/** A part of the world with the numbers by which one dials in there. */
export type CallInRegion = {
  __typename?: 'CallInRegion';
  /** The default calling code, e.g. +44. */
  code: Scalars['String']['output'];
  /** All countries that the default code stands for. */
  countries: Array<Scalars['String']['output']>;
  /** The country of that code, the first where several have it. */
  countryCode: Scalars['String']['output'];
  /** Home countries of the customers that dial in here; each is in one region. */
  homeCountries: Array<Scalars['String']['output']>;
  /** Which one. */
  key: CallInRegionKey;
  /** The name of that country, in English. */
  name: Scalars['String']['output'];
  /** Its numbers, in the order in which they are given out. */
  numbers: Array<CallInNumber>;
  /** Grows with every change; hand it in when updating. */
  version: Scalars['Int']['output'];
};

/** A part of the world with call-in numbers of its own. */
export type CallInRegionKey =
  /** The Americas. */
  | 'AMER'
  /** Australia, New Zealand and the Pacific. */
  | 'ANZ'
  /** Asia and Russia, without the Middle East. */
  | 'APAC'
  /** Europe outside the EU and the EEA, the Middle East and Africa. */
  | 'EMEA'
  /** The EU, the EEA and Switzerland. */
  | 'EURO';

/** What may be called, and how much of it. Null is without a limit. */
export type CallLimits = {
  __typename?: 'CallLimits';
  /** Calls within a minute, of all below together. */
  callsPerMinute?: Maybe<Scalars['Int']['output']>;
  /** What calls may cost in a day. */
  dailySpend?: Maybe<Scalars['Decimal']['output']>;
  /** What a minute may cost. */
  dearestRate?: Maybe<Scalars['Decimal']['output']>;
  /** Seconds that a call may last. */
  longestSeconds?: Maybe<Scalars['Int']['output']>;
  /** What calls may cost in a month. */
  monthlySpend?: Maybe<Scalars['Decimal']['output']>;
  /** Where calls may go. */
  openClasses: Array<DestinationClass>;
  /** Calls at a time, of all below together; of one line its simultaneousCalls say it. */
  parallelCalls?: Maybe<Scalars['Int']['output']>;
};

/** What one buyer's calls brought and cost. */
export type CallMargin = {
  __typename?: 'CallMargin';
  /** A customer, or a reseller right below. */
  buyer: Scalars['String']['output'];
  /** Seconds as they were counted for the buyer. */
  cadencedSeconds: Scalars['Float']['output'];
  /** How many calls. */
  calls: Scalars['Int']['output'];
  /** What the same calls cost. */
  cost: Money;
  /** Of these, what allowances gave. */
  freeSeconds: Scalars['Float']['output'];
  /** What was kept. */
  margin: Money;
  /** In per cent of the price; null where that is nothing. */
  marginPercent?: Maybe<Scalars['Decimal']['output']>;
  /** What the buyer paid. */
  price: Money;
};

/** What a call that was split is counted for from one of its seconds on, until the next part. */
export type CallPart = {
  __typename?: 'CallPart';
  /** What is paid for. */
  billedSeconds: Scalars['Int']['output'];
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** What an allowance gave of it. */
  freeSeconds: Scalars['Int']['output'];
  /** Seconds after the answer; 0 at the beginning. */
  fromSecond: Scalars['Int']['output'];
  /** A minute. */
  rate: Scalars['Decimal']['output'];
};

/** Why a call has no price. */
export type CallProblem = {
  __typename?: 'CallProblem';
  /** For programs. */
  code: CallProblemCode;
  /** For people, in the language of the request. */
  message: Scalars['String']['output'];
};

/** Why a call has no price. */
export type CallProblemCode =
  /** The destination is blocked in the rate deck. */
  | 'BLOCKED'
  /** No numbering plan has such a number. */
  | 'INVALID_NUMBER'
  /** No rate deck is in force at that time, here or above. */
  | 'NO_DECK'
  /** A plan sells in another currency than it buys in and says no exchange rate. */
  | 'NO_EXCHANGE_RATE'
  /** A seller on the way has no rate plan for who buys from it. */
  | 'NO_PLAN'
  /** The markups on the way make more of it than 9.2 million a minute. */
  | 'PRICE_TOO_HIGH'
  /** The rate deck has no prefix that the number begins with. */
  | 'UNKNOWN_PREFIX';

/** Why a call was not put through. */
export type CallRefusal =
  /** The destination is blocked in the rate deck. */
  | 'BLOCKED'
  /** The credit limit is reached. */
  | 'CREDIT_LIMIT_REACHED'
  /** Its customer is not active. */
  | 'CUSTOMER_NOT_ACTIVE'
  /** Calls of this kind were not opened. */
  | 'DESTINATION_CLOSED'
  /** Nothing is left to pay for it. */
  | 'INSUFFICIENT_BALANCE'
  /** No number, with its country code. */
  | 'INVALID_NUMBER'
  /** The line's service is not active. */
  | 'LINE_NOT_ACTIVE'
  /** No rate deck is in force, here or above. */
  | 'NO_DECK'
  /** A plan sells in another currency than it buys in and says no exchange rate. */
  | 'NO_EXCHANGE_RATE'
  /** A seller on the way has no rate plan for who buys from it. */
  | 'NO_PLAN'
  /** The markups on the way make more of it than 9.2 million a minute. */
  | 'PRICE_TOO_HIGH'
  /** A minute costs more than was let. */
  | 'RATE_TOO_HIGH'
  /** A seller on the way was suspended or closed. */
  | 'SELLER_NOT_ACTIVE'
  /** As much was spent on calls as was let. */
  | 'SPEND_CAP_REACHED'
  /** As many calls were made within a minute as were let. */
  | 'TOO_FAST'
  /** As many calls are under way as were let. */
  | 'TOO_MANY_CALLS'
  /** Nobody has the line that calls. */
  | 'UNKNOWN_LINE'
  /** The rate deck has no prefix that the number begins with. */
  | 'UNKNOWN_PREFIX'
  /** A seller above may not spend. */
  | 'UPSTREAM_SUSPENDED';

/** By which of a carrier's ways a call leaves. */
export type CallRoute =
  /** The better one. */
  | 'PREMIUM'
  /** The cheaper one. */
  | 'VALUE';

/** By what a rate was found. */
export type CallRule =
  /** The plan's own rate for the country. */
  | 'COUNTRY'
  /** The plan's markup over what is paid. */
  | 'MARKUP'
  /** The plan's own rate for the longest prefix. */
  | 'PREFIX'
  /** The plan's own rate for the United States and Canada. */
  | 'US_CANADA';

/** How a call stands. */
export type CallState =
  /** They have talked. */
  | 'ANSWERED'
  /** Who was called was busy. */
  | 'BUSY'
  /** It could not be put through. */
  | 'FAILED'
  /** It goes on. */
  | 'LIVE'
  /** Nobody answered. */
  | 'NO_ANSWER'
  /** It was not let through; `refusal` says why. */
  | 'REFUSED';

/** One sale of a call on its way from the carrier to who makes it. */
export type CallStep = {
  __typename?: 'CallStep';
  /** Of these, what is paid for. */
  billedSeconds: Scalars['Int']['output'];
  /** What the seller pays and keeps. Null without the permission finance.view. */
  buying?: Maybe<CallBuyingSide>;
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** Seconds that the call counts: free and billed ones. */
  cadencedSeconds: Scalars['Int']['output'];
  /** Once a call that is not free. */
  connectFee: Scalars['Decimal']['output'];
  /** Of these, what the allowance gave. */
  freeSeconds: Scalars['Int']['output'];
  /** By what it is counted where prices change during the call; none where they do not. */
  parts: Array<CallPart>;
  /** Name of its rate plan. */
  plan: Scalars['String']['output'];
  /** Since when the plan says this. */
  planEffectiveFrom: Scalars['DateTime']['output'];
  /** What who buys pays. */
  price: Money;
  /** By what the rate was found. */
  rule: CallRule;
  /** A minute. */
  sellRate: Scalars['Decimal']['output'];
  /** Name of the reseller that sells. */
  seller: Scalars['String']['output'];
  /** The prefix or country of an own rate. */
  target?: Maybe<Scalars['String']['output']>;
};

/** What a call comes to at your own sides, corrections counted in. */
export type CallSum = {
  __typename?: 'CallSum';
  /** What you pay for it. Null without the permission finance.view. */
  cost?: Maybe<Money>;
  /** What those you sell to pay for it. */
  price: Money;
  /** How long they talked. */
  seconds: Scalars['Int']['output'];
};

/** By what calls are put together. */
export type CallTime =
  /** By days, one after the other. */
  | 'DAY'
  /** By the hour of the day, all days together. */
  | 'HOUR';

/** Sums of all calls that a filter lets through, with what corrections come to. */
export type CallTotals = {
  __typename?: 'CallTotals';
  /** How many of them were answered. */
  answered: Scalars['Int']['output'];
  /** Seconds that are paid for. */
  billedSeconds: Scalars['Int']['output'];
  /** What you pay for them. Null without the permission finance.view. */
  cost?: Maybe<Money>;
  /** How many calls. */
  count: Scalars['Int']['output'];
  /** Seconds that allowances gave. */
  freeSeconds: Scalars['Int']['output'];
  /** What is left to you of them. Null without the permission finance.view. */
  margin?: Maybe<Money>;
  /** What those you sell to pay for them; of a customer, what it pays. */
  price: Money;
  /** How long they talked. */
  seconds: Scalars['Int']['output'];
};

/** What sort of number was called, as the rate deck tells. */
export type CallType =
  /** A fixed line. */
  | 'FIXED'
  /** A mobile phone. */
  | 'MOBILE'
  /** The deck does not tell. */
  | 'OTHER';

/** Where a customer's calls are taken to come from. */
export type CallingLocation = {
  __typename?: 'CallingLocation';
  /** Language of announcements. */
  language: Scalars['String']['output'];
  /** The site. */
  site: Site;
  /** IANA time zone. */
  timeZone: Scalars['String']['output'];
};

/** Where a customer's calls are taken to come from. */
export type CallingLocationInput = {
  /** Its address. */
  address: AddressInput;
  /** Language of announcements, e.g. `en` or `pt-BR`. */
  language: Scalars['String']['input'];
  /** Name; the customer gets a site of this name. */
  name: Scalars['String']['input'];
  /** IANA time zone, e.g. Europe/London. */
  timeZone: Scalars['String']['input'];
};

/** Calls that began at some time. */
export type CallsAtTime = {
  __typename?: 'CallsAtTime';
  /** How many calls. */
  calls: Scalars['Int']['output'];
  /** What the same calls cost it, without tax. */
  cost: Money;
  /** What was kept. */
  margin: Money;
  /** A day, as in 2026-11-23, or an hour of the day, as in 09, in the reseller's time zone. */
  period: Scalars['String']['output'];
  /** What those who buy from it are charged for them, without tax. */
  price: Money;
  /** How long they were, from the answer on, in seconds. */
  seconds: Scalars['Float']['output'];
};

/** Which run to cancel. */
export type CancelProvisioningRunInput = {
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** The run's sequence as you saw it; another one now is refused with STALE. */
  sequence: Scalars['Int']['input'];
};

/** The run that stops, or why not. */
export type CancelProvisioningRunPayload = {
  __typename?: 'CancelProvisioningRunPayload';
  /** The run as it is now; null when refused. */
  run?: Maybe<ProvisioningRun>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** How far a platform is filled. It warns, and holds nobody up. */
export type CapacityLevel =
  /** Below nine tenths. */
  | 'FITS'
  /** From nine tenths on. */
  | 'NEAR'
  /** More than it is made for. */
  | 'OVER';

/** How what a reseller may sell of those above it would change. */
export type CatalogChange = {
  __typename?: 'CatalogChange';
  /** What it may sell then and may not now, by name, 100 at most. */
  gained: Array<Offering>;
  /** How many it may sell then and may not now. */
  gainedCount: Scalars['Int']['output'];
  /** What it may sell now and may not then, by name, 100 at most. */
  lost: Array<Offering>;
  /** How many it may sell now and may not then. */
  lostCount: Scalars['Int']['output'];
  /** Services of what it may not sell then, of it and of those below, that are not terminated: they run on. */
  services: Scalars['Int']['output'];
};

/** What a connected number costs from now on; what is left out stays. */
export type ChangeDidInput = {
  /** How calls that come in are charged. */
  billing?: InputMaybe<DidBilling>;
  /** How their seconds are counted. */
  cadence?: InputMaybe<CadenceInput>;
  /** Id of what the customer has. */
  id: Scalars['ID']['input'];
  /** Asked each month, from the next one on. */
  monthly?: InputMaybe<Scalars['Decimal']['input']>;
  /** What a minute of a call that comes in costs, where they are charged by their minutes. */
  perMinute?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What a number costs the reseller right below that ordered it; what is left out stays. */
export type ChangeNumberLeaseInput = {
  /** How calls that come in are charged. */
  billing?: InputMaybe<DidBilling>;
  /** How their seconds are counted. */
  cadence?: InputMaybe<CadenceInput>;
  /** Id of the item. */
  itemId: Scalars['ID']['input'];
  /** Asked each month, from the next one on. */
  monthly?: InputMaybe<Scalars['Decimal']['input']>;
  /** What a minute of a call that comes in costs, where they are charged by their minutes. */
  perMinute?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Another package instead of the one that somebody has. */
export type ChangePackageInput = {
  /** Extension; left out, it stays. */
  extension?: InputMaybe<Scalars['String']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The key of the package. */
  package: Scalars['String']['input'];
  /** Phone number; left out, it stays. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Id of the subscriber. */
  subscriberId: Scalars['ID']['input'];
};

/** The password to set, and the one it takes the place of. */
export type ChangePasswordInput = {
  /** The password as it is. */
  currentPassword: Scalars['String']['input'];
  /** The password to sign in with from now on: 12 to 128 characters. */
  newPassword: Scalars['String']['input'];
};

/** Through what an act came in. */
export type Channel =
  /** A program through the API. */
  | 'API'
  /** A person in the console. */
  | 'CONSOLE'
  /** Tierline itself or another system. */
  | 'SYSTEM';

/** One amount that a buyer was charged, with how it came to be. It never changes. */
export type Charge = Node & {
  __typename?: 'Charge';
  /** What was charged, to the millionth. */
  amount: Money;
  /** When. */
  chargedAt: Scalars['DateTime']['output'];
  /** How many days are charged; null where the price is charged whole. */
  days?: Maybe<Scalars['Int']['output']>;
  /** What for. */
  description: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Where it was asked for; null where it is not yet. */
  invoice?: Maybe<Invoice>;
  /** How often it is charged. */
  kind: ChargeKind;
  /** Of how many days of the period; null where the price is charged whole. */
  ofDays?: Maybe<Scalars['Int']['output']>;
  /** The first day that it pays for; null for what is charged once. */
  periodFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day that it pays for; null for what is charged once. */
  periodTo?: Maybe<Scalars['Date']['output']>;
  /** What a whole period, or the thing itself, costs. */
  price: Money;
  /** The price times the days by those of the period, reckoned anew, rounded once. */
  recomputed: Money;
  /** How the price was set: RETAIL, OWN_PRICE or MARKUP, as with prices of offerings. */
  rule: Scalars['String']['output'];
  /** The tax rates that its invoice asked for it with; none where it is on no invoice yet. */
  taxes: Array<LineTax>;
};

/** How often it is charged. */
export type ChargeKind =
  /** Once, for the thing itself. */
  | 'ONE_OFF'
  /** For each period. */
  | 'RECURRING'
  /** Once, to set it up. */
  | 'SETUP';

/** Which connector to ask. */
export type CheckConnectorInput = {
  /** Key of the connector. */
  key: Scalars['String']['input'];
};

/** The connector with the health that was just found. */
export type CheckConnectorPayload = {
  __typename?: 'CheckConnectorPayload';
  /** The connector. */
  connector?: Maybe<Connector>;
  /** Always empty: what is wrong with it is its health. */
  userErrors: Array<UserError>;
};

/** Which payment. */
export type CheckPaymentInput = {
  /** Id of the payment. */
  id: Scalars['ID']['input'];
};

/** Which service to check. */
export type CheckServiceHealthInput = {
  /** Id of the service. */
  id: Scalars['ID']['input'];
};

/** What the network knows of a service. */
export type CheckServiceHealthPayload = {
  __typename?: 'CheckServiceHealthPayload';
  /** Every probe with what it found. */
  probes: Array<HealthProbe>;
  /** The service, with balances as fresh as the check. */
  service?: Maybe<Service>;
  /** Always empty: what is wrong is said by the probes. */
  userErrors: Array<UserError>;
};

/** A problem that is done with. */
export type CloseProblemInput = {
  /** Id of the problem. */
  id: Scalars['ID']['input'];
  /** What you say to whoever reported it. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A reseller to close for good. */
export type CloseResellerInput = {
  /** The word `close`, as a sign that it is meant. */
  confirmation: Scalars['String']['input'];
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which task was done by a person. */
export type CompleteManualTaskInput = {
  /** What is to be remembered of it, e.g. the number of a ticket. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Id of the run. */
  runId: Scalars['ID']['input'];
  /** The run's sequence as you saw it; another one now is refused with STALE. */
  sequence: Scalars['Int']['input'];
  /** Key of the task. */
  taskKey: Scalars['String']['input'];
};

/** The run that goes on, or why not. */
export type CompleteManualTaskPayload = {
  __typename?: 'CompleteManualTaskPayload';
  /** The run as it is now; null when refused. */
  run?: Maybe<ProvisioningRun>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** The second half of a sign-in: a code or a passkey. */
export type CompleteSignInInput = {
  /** Six figures from an app, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What the browser says for a passkey, as JSON. */
  passkey?: InputMaybe<Scalars['String']['input']>;
  /** The token of `signIn` or `startPasskeySignIn`. */
  token: Scalars['String']['input'];
};

/** The app, and a code that it gives. */
export type ConfirmAuthenticatorInput = {
  /** The six figures that the app shows. */
  code: Scalars['String']['input'];
  /** The id of `addAuthenticator`. */
  id: Scalars['ID']['input'];
};

/** Result of `confirmEmailChange`. */
export type ConfirmEmailChangePayload = {
  __typename?: 'ConfirmEmailChangePayload';
  /** True when both addresses have confirmed and the new one is signed in with. */
  isChanged: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which number, for whom, and what it costs. */
export type ConnectDidInput = {
  /** How calls that come in are charged; not at all unless given. */
  billing?: InputMaybe<DidBilling>;
  /** How their seconds are counted; whole minutes unless given. */
  cadence?: InputMaybe<CadenceInput>;
  /** False: nothing is charged for the time before the next period. */
  chargeMonthly?: InputMaybe<Scalars['Boolean']['input']>;
  /** False: the setup fee is never charged. */
  chargeSetup?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of a customer of your own. */
  customerId: Scalars['ID']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the number, an item of your own stock. */
  itemId: Scalars['ID']['input'];
  /** Asked each month, in advance. */
  monthly: Scalars['Decimal']['input'];
  /** From which day on months are counted, today or later; today unless given. */
  nextBillingOn?: InputMaybe<Scalars['Date']['input']>;
  /** What a minute of a call that comes in costs, where they are charged by their minutes. */
  perMinute?: InputMaybe<Scalars['Decimal']['input']>;
  /** Asked once. */
  setup: Scalars['Decimal']['input'];
};

/** Our side of one kind of outside system. */
export type Connector = Node & {
  __typename?: 'Connector';
  /** How many rows of imports may be under way there at once. What people do one by one waits for none of them. */
  bulkRowsAtOnce: Scalars['Int']['output'];
  /** When it was last asked; null when it never was. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Host and port, without credentials; empty when not set up and for those who may not edit connectors. */
  endpoint: Scalars['String']['output'];
  /** The last known health. */
  health: HealthState;
  /** What answered, or why nothing did. */
  healthMessage: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Names it in playbooks and logs: ocs, register, radius, sip, mail, http, ansible. */
  key: Scalars['String']['output'];
  /** How long the answer took, in milliseconds; null without one. */
  latencyMs?: Maybe<Scalars['Int']['output']>;
  /** Whether it leads to the demo network or to a real one. */
  mode: ConnectorMode;
  /** What is spoken with it. */
  protocol: Scalars['String']['output'];
  /** Everything that can be set, whether it is or not. */
  settings: Array<ConnectorSetting>;
  /** What people call it. */
  title: Scalars['String']['output'];
  /** Grows with every change of the settings; hand it in to change them. */
  version: Scalars['Int']['output'];
};

/** What stands on the other side of a connector. */
export type ConnectorMode =
  /** The demo network that comes with Tierline. */
  | 'LAB'
  /** The network element that the settings name. */
  | 'REAL';

/** One setting of a connector. */
export type ConnectorSetting = {
  __typename?: 'ConnectorSetting';
  /** True for what is stored encrypted and never shown again. */
  isSecret: Scalars['Boolean']['output'];
  /** True when a value is stored; else the connector's default holds. */
  isSet: Scalars['Boolean']['output'];
  /** Names the setting. */
  key: Scalars['String']['output'];
  /** What it is called, in English. */
  label: Scalars['String']['output'];
  /** The stored value; null for a secret, for one that is not set, and for those who may not edit connectors. */
  value?: Maybe<Scalars['String']['output']>;
};

/** A new value of one setting. */
export type ConnectorSettingInput = {
  /** Key of the setting. */
  key: Scalars['String']['input'];
  /** The value; null goes back to the default. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** A person to turn to at a customer. */
export type Contact = Node & {
  __typename?: 'Contact';
  /** E-mail address. */
  email?: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Phone number as it was typed. */
  phone?: Maybe<Scalars['String']['output']>;
  /** What the contact is there for. */
  roles: Array<ContactRole>;
};

/** Somebody tried to reach the customer or its reseller. */
export type ContactAttempt = {
  __typename?: 'ContactAttempt';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who. */
  by: Scalars['String']['output'];
  /** How. */
  channel: ContactChannel;
  /** Whether it counts. */
  isCounted: Scalars['Boolean']['output'];
  /** In words. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether somebody was reached. */
  outcome: ContactOutcome;
};

/** How somebody was to be reached. */
export type ContactChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'LETTER'
  /** Otherwise. */
  | 'OTHER'
  /** By phone. */
  | 'PHONE';

/** A person to turn to. */
export type ContactInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name: Scalars['String']['input'];
  /** Phone number, kept as typed. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What the contact is there for; at least one. */
  roles: Array<ContactRole>;
};

/** Whether somebody was reached. */
export type ContactOutcome =
  /** Yes: the count of attempts begins anew. */
  | 'REACHED'
  /** No: it counts 24 hours after the last one that counted. */
  | 'UNREACHABLE';

/** What a contact is there for. */
export type ContactRole =
  /** Invoices and payments. */
  | 'BILLING'
  /** Maintains the system for the customer; problems are reported to them. */
  | 'MAINTAINER'
  /** Administers the system from the site; problems are reported to them. */
  | 'ONSITE_ADMIN'
  /** Any other person assigned; problems are reported to them. */
  | 'OTHER'
  /** Administers a site. */
  | 'SITE_ADMIN'
  /** Technical questions. */
  | 'TECHNICAL';

/** What a call was in truth. */
export type CorrectCallInput = {
  /** The number that was called; null: the one that was told. */
  called?: InputMaybe<Scalars['String']['input']>;
  /** True: tells what would become of it and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the call; a correction is not corrected itself. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect. A dry run leaves it unused. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether it was answered; if not, it costs nothing. */
  isAnswered: Scalars['Boolean']['input'];
  /** Why; the audit trail keeps it. */
  reason: Scalars['String']['input'];
  /** How long they talked. */
  seconds: Scalars['Int']['input'];
};

/** What became of it. */
export type CorrectCallPayload = {
  __typename?: 'CorrectCallPayload';
  /** What it comes to then; null when refused. */
  after?: Maybe<CallSum>;
  /** What it came to before; null when refused. */
  before?: Maybe<CallSum>;
  /** The line with the difference; null after a dry run, or when refused. */
  correction?: Maybe<Call>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new program. */
export type CreateApiClientInput = {
  /** The only customer that it sees; all of the reseller's without one. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** How many days the key works, 365 at most; 90 without it. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Addresses and networks (CIDR), IPv4 or IPv6, that it may ask from, 50 at most; empty: from anywhere. */
  ipList?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name: what stands in orders and in the audit trail. */
  name: Scalars['String']['input'];
  /** Requests a minute, 6,000 at most; 120 without it. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** The reseller that it works for; your own without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** What it may do; nothing that you may not do yourself. */
  scopes: Array<ApiScope>;
};

/** Which billing report to make. */
export type CreateBillingReportInput = {
  /** RECONCILIATION without it. */
  category?: InputMaybe<BillingReportCategory>;
  /** The first day, five years ago at most; in the time zone of your reseller. */
  from: Scalars['Date']['input'];
  /** True: with what the reseller's own organisation was charged, which is left out without it. */
  internal?: InputMaybe<Scalars['Boolean']['input']>;
  /** The last day, yesterday at the latest. */
  to: Scalars['Date']['input'];
  /** By whom it sums up; PARTNER without it. */
  type?: InputMaybe<BillingReportType>;
};

/** Result of `createBillingReport`. */
export type CreateBillingReportPayload = {
  __typename?: 'CreateBillingReportPayload';
  /** The report that was begun; null when refused. */
  billingReport?: Maybe<BillingReport>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What is given back of an invoice, and why. */
export type CreateCreditNoteInput = {
  /** True: tells what would become of it and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made by the caller; the same key and input have one effect. A dry run leaves it unused. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the invoice. */
  invoiceId: Scalars['ID']['input'];
  /** Which lines; missing or empty: all that is left of the invoice, calls aside. */
  lines?: InputMaybe<Array<CreditedLineInput>>;
  /** Why: stands on the credit note. It can be missing from a dry run alone. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of createCreditNote. */
export type CreateCreditNotePayload = {
  __typename?: 'CreateCreditNotePayload';
  /** The balance after it; null when refused. */
  balanceAfter?: Maybe<Money>;
  /** The balance before it; null when refused. */
  balanceBefore?: Maybe<Money>;
  /** The credit note; null when refused, and after a dry run. */
  creditNote?: Maybe<CreditNote>;
  /** What is given back of the lines; null when refused. */
  net?: Maybe<Money>;
  /** The taxes of it, by rate; those too that lines have in them. */
  taxes: Array<InvoiceTax>;
  /** What the buyer is given; null when refused. */
  total?: Maybe<Money>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new customer. */
export type CreateCustomerInput = {
  /** Keys and values of one's own. */
  attributes?: InputMaybe<Array<CustomAttributeInput>>;
  /** Where invoices go. */
  billingAddress?: InputMaybe<AddressInput>;
  /** Where its calls are taken to come from: packages with calling ask for it. */
  callingLocation?: InputMaybe<CallingLocationInput>;
  /** Contacts to begin with. */
  contacts?: InputMaybe<Array<ContactInput>>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** What you call it, once at its reseller: the same with the same input is the same customer. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The billing address's country, ISO 3166-1 alpha-2 in any case: needed where there is no such address. */
  homeCountry?: InputMaybe<Scalars['String']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** It is the reseller's own organisation: told beside it, and left out of billing reports. */
  isInternal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Person or business; never changes. */
  kind: CustomerKind;
  /** Language for mail, e.g. `en` or `pt-BR`; the reseller's without one. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name: Scalars['String']['input'];
  /** Packages and add-ons that its people can be given, which takes the permission package.assign; left out: those of the template. */
  packages?: InputMaybe<Array<CustomerPackageInput>>;
  /** Phone number, kept as typed. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address of who administers it, needed with packages: a subscriber with the one of the highest rank. */
  primaryEmail?: InputMaybe<Scalars['String']['input']>;
  /** Of an onboarding template: country, language and attributes are as it says where they are left out. */
  provisioningId?: InputMaybe<Scalars['ID']['input']>;
  /** The reseller whose customer it becomes; your own without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Sites to begin with. */
  sites?: InputMaybe<Array<SiteInput>>;
  /** Words to filter by. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Under which it pays taxes, with or without marks. Brazil asks for it: a person's CPF, a business's CNPJ. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** How it pays; without any, before, and served on when nothing is left. Who is strict begins suspended. */
  terms?: InputMaybe<AccountTermsInput>;
};

/** Result of `createCustomer`. */
export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new sort of stock. */
export type CreateInventoryTemplateInput = {
  /** Whether the check digit of an ICCID must be right; not unless said so. */
  checksLuhn?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** What identifies its items. */
  identifierKind: IdentifierKind;
  /** Short name that never changes: lower-case letters, digits and dashes. */
  key: Scalars['String']['input'];
  /** What people call it. */
  label: Scalars['String']['input'];
  /** With fewer available, Home says so; 10 unless said otherwise. */
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** How many days a released item rests; 30 unless said otherwise. */
  quarantineDays?: InputMaybe<Scalars['Int']['input']>;
  /** What becomes of an item when its service ends. */
  releasePolicy: ReleasePolicy;
};

/** Result of `createInventoryTemplate`. */
export type CreateInventoryTemplatePayload = {
  __typename?: 'CreateInventoryTemplatePayload';
  /** The template; null when refused. */
  template?: Maybe<InventoryTemplate>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new plan or add-on. */
export type CreateOfferingInput = {
  /** Why it is sold below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: InputMaybe<Scalars['String']['input']>;
  /** Months of one billing period; 1 unless said otherwise. */
  billingIntervalMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Months that a customer is bound; 1 unless said otherwise. */
  contractTermMonths?: InputMaybe<Scalars['Int']['input']>;
  /** What it costs you; needs the permission finance.view. */
  cost?: InputMaybe<OfferingPriceInput>;
  /** Fields of its own, at most twenty. */
  customFields?: InputMaybe<Array<CustomFieldDefinitionInput>>;
  /** What it is, in a few sentences. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** At most six short facts for its card. */
  facts?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name of its icon. */
  icon?: InputMaybe<Scalars['String']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether it is sold at once. */
  isEnabled: Scalars['Boolean']['input'];
  /** Plan or add-on. */
  kind: OfferingKind;
  /** Name. */
  name: Scalars['String']['input'];
  /** Whether somebody has to install it; not unless said so. */
  needsInstallation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether an order names a site; not unless said so. */
  needsSite?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of COLLABORATION, which asks for it: which package or add-on it is. */
  package?: InputMaybe<PackageTermsInput>;
  /** Key of the playbook that provisions it. */
  playbookKey: Scalars['String']['input'];
  /** What it costs your customers; a recurring or one-off price is needed. */
  price: OfferingPriceInput;
  /** What it needs from stock, at most eight. */
  requirements?: InputMaybe<Array<InventoryRequirementInput>>;
  /** For which customers it is. */
  segments: Array<CustomerKind>;
  /** What kind of service it makes or changes. */
  serviceType: ServiceType;
  /** Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; not given: it does not say. */
  simultaneousCalls?: InputMaybe<Scalars['Int']['input']>;
  /** Short name that never changes: lower-case letters, digits and dashes. */
  slug: Scalars['String']['input'];
  /** Whether it is charged while it is suspended; it is not unless said so. */
  whileSuspended?: InputMaybe<SuspensionPolicy>;
};

/** Result of `createOffering`. */
export type CreateOfferingPayload = {
  __typename?: 'CreateOfferingPayload';
  /** The offering; null when refused. */
  offering?: Maybe<Offering>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new reseller. Country, currency, time zone and locale are its parent's unless given. */
export type CreateResellerInput = {
  /** Home country, ISO 3166-1 alpha-2. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Currency it sells in, ISO 4217; never changed. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Permissions that its people and all below it may have at most, such as `order.place`; none but your own may be named. Null lifts the limit. */
  delegated?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Addresses that hear of its critically failed runs, 20 at most. */
  failureEmails?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Short name in addresses: lower case letters, digits and hyphens; unique, and never changed. */
  key: Scalars['String']['input'];
  /** Language and region of its texts, e.g. en-GB. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name: Scalars['String']['input'];
  /** The reseller above it; your own without one. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Time zone of its business dates, e.g. Europe/London. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** A new role. */
export type CreateRoleInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Name, unique at its reseller. */
  name: Scalars['String']['input'];
  /** What it gives, such as `order.place`; none but your own may be named. */
  permissions: Array<Scalars['String']['input']>;
  /** Whose role it is; your own reseller without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};

/** A new person of a customer. */
export type CreateSubscriberInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** E-mail address; kept in lower case. */
  email: Scalars['String']['input'];
  /** Extension: up to ten digits. */
  extension?: InputMaybe<Scalars['String']['input']>;
  /** First name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Last name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The same as a single text; never both. */
  package?: InputMaybe<Scalars['String']['input']>;
  /** The key of the package: exactly one. */
  packages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Phone number, in the customer's country or with +. A package with calling needs this or an extension. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** A new endpoint. */
export type CreateWebhookEndpointInput = {
  /** The only customer of which it hears; all of the reseller's without one. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** What it hears of; of that, only what whoever gave it these may see. */
  events: Array<WebhookEvent>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The reseller of which it hears, with all below; your own without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Its address: https, without credentials, and on the public internet unless the operator lists its host. */
  url: Scalars['String']['input'];
};

/** All or part of an invoice that was given back, with its tax. It never changes. */
export type CreditNote = Node & {
  __typename?: 'CreditNote';
  /** Who it is for. */
  buyerName: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** The invoice that it gives something back of. */
  invoice: Invoice;
  /** When it was issued, in the seller's time zone. */
  issuedOn: Scalars['Date']['output'];
  /** What is given back of which line, in the invoice's order. */
  lines: Array<CreditNoteLine>;
  /** What is given back of the lines. */
  net: Money;
  /** Counts on with each seller, without a gap. */
  number: Scalars['Int']['output'];
  /** Where it is to be had as a PDF, from the server's root. */
  pdfPath: Scalars['String']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Who issued it. */
  sellerName: Scalars['String']['output'];
  /** Taxes that are given back beside the lines. */
  tax: Money;
  /** Taxes, by rate; those too that lines have in them. */
  taxes: Array<InvoiceTax>;
  /** What the buyer is given. */
  total: Money;
};

/** A page of credit notes. */
export type CreditNoteConnection = {
  __typename?: 'CreditNoteConnection';
  /** The page with a cursor for each node. */
  edges: Array<CreditNoteEdge>;
  /** The page without cursors. */
  nodes: Array<CreditNote>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One CreditNote of a page with its place in the list. */
export type CreditNoteEdge = {
  __typename?: 'CreditNoteEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: CreditNote;
};

/** What was given back of one line of an invoice. */
export type CreditNoteLine = {
  __typename?: 'CreditNoteLine';
  /** How much of it is given back. */
  amount: Money;
  /** What it was for. */
  description: Scalars['String']['output'];
  /** The first day that it paid for; null where it is for none. */
  periodFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day that it paid for; null where it is for none. */
  periodTo?: Maybe<Scalars['Date']['output']>;
  /** Place of the line on the invoice. */
  position: Scalars['Int']['output'];
};

/** What becomes of who pays before when nothing is left. */
export type CreditPolicy =
  /** They are served on, and owe what they use. */
  | 'PERMISSIVE'
  /** They are suspended until they have paid. */
  | 'STRICT';

/** Which line of an invoice, and how much of it. */
export type CreditedLineInput = {
  /** How much of its amount, its tax being reckoned with it; missing: all that is left of it. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Its place on the invoice, from 1. */
  position: Scalars['Int']['input'];
};

/** One step in an item's history. Never changed afterwards. */
export type CustodyEntry = Node & {
  __typename?: 'CustodyEntry';
  /** Who did it. */
  actor: Scalars['String']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The customer it went to or came from. */
  customer?: Maybe<Customer>;
  /** State before; null when it was taken into stock. */
  from?: Maybe<InventoryItemState>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Why, in a few words. */
  reason: Scalars['String']['output'];
  /** The run that did it. Null without run.view. */
  run?: Maybe<ProvisioningRun>;
  /** The service that it was for. */
  service?: Maybe<Service>;
  /** State afterwards. */
  to: InventoryItemState;
};

/** A page of an item's history. */
export type CustodyEntryConnection = {
  __typename?: 'CustodyEntryConnection';
  /** The page with a cursor for each node. */
  edges: Array<CustodyEntryEdge>;
  /** The page without cursors. */
  nodes: Array<CustodyEntry>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many entries there are. */
  totalCount: TotalCount;
};

/** One CustodyEntry of a page with its place in the list. */
export type CustodyEntryEdge = {
  __typename?: 'CustodyEntryEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: CustodyEntry;
};

/** A key and a value of one's own. */
export type CustomAttribute = {
  __typename?: 'CustomAttribute';
  /** Name of the attribute. */
  key: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

/** A key and a value of one's own. */
export type CustomAttributeInput = {
  /** Name of the attribute; once a customer. */
  key: Scalars['String']['input'];
  /** Its value. */
  value: Scalars['String']['input'];
};

/** A field of an offering's own, asked for when it is ordered. */
export type CustomFieldDefinition = {
  __typename?: 'CustomFieldDefinition';
  /** What a CHOICE may be; empty for other kinds. */
  choices: Array<Scalars['String']['output']>;
  /** Whether an order needs it. */
  isRequired: Scalars['Boolean']['output'];
  /** Short name, unique in the offering. */
  key: Scalars['String']['output'];
  /** What it takes. */
  kind: CustomFieldKind;
  /** What people call it. */
  label: Scalars['String']['output'];
  /** Characters at most. */
  maxLength?: Maybe<Scalars['Int']['output']>;
};

/** A field of an offering's own. */
export type CustomFieldDefinitionInput = {
  /** What a CHOICE may be. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether an order needs it. */
  isRequired: Scalars['Boolean']['input'];
  /** Short name, unique in the offering: lower-case letters, digits and dashes. */
  key: Scalars['String']['input'];
  /** What it takes. */
  kind: CustomFieldKind;
  /** What people call it. */
  label: Scalars['String']['input'];
  /** Characters of a TEXT at most. */
  maxLength?: InputMaybe<Scalars['Int']['input']>;
};

/** One of the offering's own fields. */
export type CustomFieldInput = {
  /** Key of the field. */
  key: Scalars['String']['input'];
  /** What was filled in. */
  value: Scalars['String']['input'];
};

/** What an offering's own field takes. */
export type CustomFieldKind =
  /** One of the choices. */
  | 'CHOICE'
  /** A calendar day, YYYY-MM-DD. */
  | 'DATE'
  /** A decimal number. */
  | 'NUMBER'
  /** Any text. */
  | 'TEXT';

/** A reseller's own bundle of permissions. */
export type CustomRole = Node & {
  __typename?: 'CustomRole';
  /** How many people hold it. */
  holderCount: Scalars['Int']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Name, unique at its reseller. */
  name: Scalars['String']['output'];
  /** The permissions that it gives, such as `order.place`. */
  permissions: Array<Scalars['String']['output']>;
  /** Whose role it is. */
  reseller?: Maybe<Reseller>;
  /** Goes up by one with each change; an update names the one it was made for. */
  version: Scalars['Int']['output'];
};

/** A page of roles. */
export type CustomRoleConnection = {
  __typename?: 'CustomRoleConnection';
  /** The page with a cursor for each node. */
  edges: Array<CustomRoleEdge>;
  /** The page without cursors. */
  nodes: Array<CustomRole>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many roles there are. */
  totalCount: TotalCount;
};

/** One CustomRole of a page with its place in the list. */
export type CustomRoleEdge = {
  __typename?: 'CustomRoleEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: CustomRole;
};

/** A person or business that has services of a reseller. */
export type Customer = Node & {
  __typename?: 'Customer';
  /** What was done to the customer and all that is theirs, newest first. */
  activity: AuditEntryConnection;
  /** Its included minutes; null where it never had any, and for tiers above its reseller. */
  allowances?: Maybe<CustomerAllowances>;
  /** Keys and values of one's own. */
  attributes: Array<CustomAttribute>;
  /** What it has with its reseller, from its beginning; null for tiers above the reseller, whose business it is not. */
  billingAccount?: Maybe<BillingAccount>;
  /** Where invoices go. */
  billingAddress?: Maybe<Address>;
  /** What it does; null when nobody has said. Counted, and nothing else. */
  businessType?: Maybe<BusinessType>;
  /** Where its calls are taken to come from; null where nobody has said. */
  callingLocation?: Maybe<CallingLocation>;
  /** Contacts, in the order in which they were added. */
  contacts: Array<Contact>;
  /** When the customer was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Through what it was created. */
  createdVia: Channel;
  /** What its own people may do at most; null: nothing was decided, and they may look. */
  delegated?: Maybe<Array<Scalars['String']['output']>>;
  /** What deactivating it would touch, counted. */
  dependents: CustomerDependents;
  /** Its e-mail domains. */
  domains: Array<Scalars['String']['output']>;
  /** E-mail address. */
  email?: Maybe<Scalars['String']['output']>;
  /** What whoever created it calls it; null where they said nothing. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** Whether its reseller has a rate plan in force for it; without one its calls have no price. */
  hasRatePlan: Scalars['Boolean']['output'];
  /** ISO 3166-1 alpha-2, upper case. */
  homeCountry: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** The items that the customer has. */
  inventoryItems: InventoryItemConnection;
  /** It is its reseller's own organisation. */
  isInternal: Scalars['Boolean']['output'];
  /** Person or business. */
  kind: CustomerKind;
  /** Name with number as lists of choices show it, e.g. `John Smith (ID: 123)`. */
  label: Scalars['String']['output'];
  /** Language for mail, e.g. `en` or `pt-BR`. */
  language: Scalars['String']['output'];
  /** Lines that it has or that are being made, of which `linesMax` may not be exceeded. */
  lineCount: Scalars['Int']['output'];
  /** Lines that it may have at most, none at 0; null: no limit. */
  linesMax?: Maybe<Scalars['Int']['output']>;
  /** Its Meetings site; null without one. */
  meetings?: Maybe<MeetingsSettings>;
  /** The Meetings site that one dials in to; null without such a site, or without call-in by telephone. */
  meetingsSite?: Maybe<MeetingsSite>;
  /** Name. */
  name: Scalars['String']['output'];
  /** Short number, unique at its reseller. */
  number: Scalars['Int']['output'];
  /** The template by which it was created, as it was then; null without one. */
  onboardingTemplate?: Maybe<CustomerTemplate>;
  /** What was ordered for the customer, newest first. */
  orders: OrderConnection;
  /** Packages and add-ons that it may give to its people, the highest rank first. */
  packages: Array<CustomerPackage>;
  /** Payment methods, the one that is charged first. */
  paymentMethods: Array<PaymentMethod>;
  /** The system that it is connected with; null until it is onboarded. */
  pbxType?: Maybe<OnboardingPlatform>;
  /** Phone number as it was typed. */
  phone?: Maybe<Scalars['String']['output']>;
  /** How its packages stand; null where it has none. Whether it may be served at all is told by `screening`. */
  provisioning?: Maybe<CustomerProvisioning>;
  /** Runs for the customer, newest first. */
  provisioningRuns: ProvisioningRunConnection;
  /** The reseller whose customer it is. */
  reseller: Reseller;
  /** How it stands with the lists of restricted parties. Null without screening.view. */
  screening?: Maybe<CustomerScreening>;
  /** What the customer has, newest first. */
  services: ServiceConnection;
  /** Calls at a time that a line of theirs may have at most; null: as many as its plan allows. */
  simultaneousCalls?: Maybe<Scalars['Int']['output']>;
  /** Sites, in the order in which they were added. */
  sites: Array<Site>;
  /** Where the customer stands in its life. */
  state: CustomerState;
  /** Why it is suspended; empty when it is not. */
  suspensionReasons: Array<SuspensionReason>;
  /** Words to filter by. */
  tags: Array<Scalars['String']['output']>;
  /** Under which it pays taxes where there is such a number (CPF, CNPJ, VAT), without marks. */
  taxNumber?: Maybe<Scalars['String']['output']>;
  /** From the operator down to the customer's reseller. */
  tierPath: Array<TierNode>;
  /** The trunk to its PBX; null when there is none. */
  trunk?: Maybe<PbxTrunk>;
  /** Its own users who can sign in, by name. */
  users: Array<User>;
  /** Grows with every change; hand it in when updating. */
  version: Scalars['Int']['output'];
};


/** A person or business that has services of a reseller. */
export type CustomerActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person or business that has services of a reseller. */
export type CustomerInventoryItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person or business that has services of a reseller. */
export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person or business that has services of a reseller. */
export type CustomerProvisioningRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person or business that has services of a reseller. */
export type CustomerServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first: Scalars['Int']['input'];
};

/** Included minutes of a customer. */
export type CustomerAllowances = {
  __typename?: 'CustomerAllowances';
  /** Day of the month on which a cycle begins, 1 to 31; in a shorter month its last one. */
  cycleDay: Scalars['Int']['output'];
  /** What it has now, in the order of the slots. */
  held: Array<HeldAllowance>;
  /** Whether included minutes may be used while there is no money; null: unless the customer's account is strict. */
  isUsableAtZero?: Maybe<Scalars['Boolean']['output']>;
  /** What its lines have now by their rate plans, which their calls draw on first; by name, a hundred at most. */
  ofLines: Array<HeldAllowance>;
};

/** A page of customers. */
export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  /** The page with a cursor for each node. */
  edges: Array<CustomerEdge>;
  /** The page without cursors. */
  nodes: Array<Customer>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** Where a search found nothing: customers with names spelt alike, at most five. */
  suggestions: Array<Customer>;
  /** How many customers match. */
  totalCount: TotalCount;
};

/** What hangs on a customer. */
export type CustomerDependents = {
  __typename?: 'CustomerDependents';
  /** People of its own who can sign in. */
  people: Scalars['Int']['output'];
  /** Services that are not terminated. */
  services: Scalars['Int']['output'];
};

/** One Customer of a page with its place in the list. */
export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Customer;
};

/** Which customers; all conditions must hold. */
export type CustomerFilter = {
  /** Home country, ISO 3166-1 alpha-2. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** True: own organisations alone; false: without them. */
  isInternal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Persons or businesses only. */
  kind?: InputMaybe<CustomerKind>;
  /** Customers of this very reseller. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<CustomerState>>;
  /** Has this tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a customer is a person or a business. Never changes. */
export type CustomerKind =
  /** A company or another organisation. */
  | 'BUSINESS'
  /** A person. */
  | 'INDIVIDUAL';

/** How a list of customers is ordered. A search brings the best match first instead. */
export type CustomerOrder =
  /** By name, accents and case aside. */
  | 'NAME'
  /** The latest first. */
  | 'NEWEST'
  /** By number. */
  | 'NUMBER';

/** A package or add-on that a customer may give to its people. */
export type CustomerPackage = {
  __typename?: 'CustomerPackage';
  /** How many people may have it at most; null: as many as it likes. */
  limit?: Maybe<Scalars['Int']['output']>;
  /** The package or add-on. */
  offering: Offering;
  /** Why it could not be made; null otherwise, and for the customer's own people. */
  problem?: Maybe<PackageProblem>;
  /** Where it stands. */
  state: PackageState;
  /** How many have it, those included who are about to. */
  used: Scalars['Int']['output'];
};

/** A package or add-on that a customer may give to its people. */
export type CustomerPackageInput = {
  /** How many people may have it at most, none at 0; null or left out: as many as it likes. */
  limit?: InputMaybe<Scalars['Int']['input']>;
  /** Its key, e.g. `webex_suite`. */
  package: Scalars['String']['input'];
};

/** The customer with its packages, or why it was refused. */
export type CustomerPackagesPayload = {
  __typename?: 'CustomerPackagesPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** The run that tells the outside world; null when refused, and where nothing outside has to know. */
  run?: Maybe<ProvisioningRun>;
  /** Every reason for refusing; empty when it was done. */
  userErrors: Array<UserError>;
};

/** How all packages of a customer stand, in one word. */
export type CustomerProvisioning =
  /** All were taken away. */
  | 'DELETING'
  /** None could be made. */
  | 'ERROR'
  /** All are there. */
  | 'PROVISIONED'
  /** Some are there, and some could not be made. */
  | 'PROVISIONED_WITH_ERRORS'
  /** All are on their way. */
  | 'PROVISIONING'
  /** Some are there, and others come or go. */
  | 'UPDATING';

/** How a customer stands with the lists of restricted parties. */
export type CustomerScreening = {
  __typename?: 'CustomerScreening';
  /** Its live case, else the last one. */
  case?: Maybe<ScreeningCase>;
  /** Its last checks, the newest first, at most 20. */
  checks: Array<Screening>;
  /** When the last check ended; null while one is under way. */
  lastCheckedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: ScreeningState;
};

/** Where a customer stands in its life. */
export type CustomerState =
  /** May be given something new. */
  | 'ACTIVE'
  /** Ended for good. */
  | 'ARCHIVED'
  /** Switched off; can be brought back for 30 days. */
  | 'DEACTIVATED'
  /** Is being switched off. */
  | 'DEACTIVATING'
  /** Stopped for the reasons named; active again when the last is gone. */
  | 'SUSPENDED'
  /** Signed up, not activated yet. */
  | 'WAITING';

/** What a customer was created by: a template as it was then. */
export type CustomerTemplate = {
  __typename?: 'CustomerTemplate';
  /** Where customers' people prove who they are. */
  authentication: Authentication;
  /** What has to be known for that. */
  authenticationNote?: Maybe<Scalars['String']['output']>;
  /** Home country of customers without a billing address: ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** Language of mail, where a new customer names none. */
  language: Scalars['String']['output'];
  /** Its name, unique at its reseller. */
  name: Scalars['String']['output'];
  /** Keys of the offerings that customers are given. */
  packages: Array<Scalars['String']['output']>;
  /** What `createCustomer` is told; stays the same whatever changes. */
  provisioningId: Scalars['ID']['output'];
  /** Who connects calls to the telephone network. */
  pstnVendor?: Maybe<Scalars['String']['output']>;
  /** Attributes that new customers begin with. */
  settings: Array<CustomAttribute>;
  /** Since when the template says so. */
  since: Scalars['DateTime']['output'];
  /** Which version this is; hand it in when saving. */
  version: Scalars['Int']['output'];
};

/** How many customers do the same. */
export type CustomersOfType = {
  __typename?: 'CustomersOfType';
  /** How many they are. */
  customers: Scalars['Int']['output'];
  /** What they do; null: nobody has said. */
  type?: Maybe<BusinessType>;
};

/** One figure over the last 14 days, days of the reseller's time zone. */
export type DayMetric = {
  __typename?: 'DayMetric';
  /** Which figure. */
  key: HomeMetric;
  /** Today so far. */
  today: Scalars['Decimal']['output'];
  /** The median of the 13 days before. */
  usual: Scalars['Decimal']['output'];
  /** Day by day, today last. */
  values: Array<Scalars['Decimal']['output']>;
};

/** A customer to switch off. */
export type DeactivateCustomerInput = {
  /** The word `deactivate`, as a sign that it is meant. */
  confirmation: Scalars['String']['input'];
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which clock has run out. */
export type DeactivationCause =
  /** 30 days since the first potential match. */
  | 'TIME'
  /** Three attempts in vain that counted. */
  | 'UNREACHABLE';

/** A decision about a case. */
export type DecideScreeningCaseInput = {
  /** Id of the case. */
  id: Scalars['ID']['input'];
  /** Why, up to 2,000 characters. */
  reason: Scalars['String']['input'];
  /** Version of the case as you have seen it. */
  version: Scalars['Int']['input'];
};

/** The number that is given to whoever dials in to a customer's meetings. */
export type DefaultCallIn = {
  __typename?: 'DefaultCallIn';
  /** By what it was chosen. */
  basis: CallInBasis;
  /** The number, E.164; with the basis CODE the code alone. */
  phone: Scalars['String']['output'];
  /** The region of the customer's home country. */
  region: CallInRegionKey;
};

/** What a customer's own people may do at most. */
export type DelegateToCustomerInput = {
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Lines that it may have at most, 0 to 10,000, and none at 0; null: no limit. Left out: as before. Lines that it has stay. */
  linesMax?: InputMaybe<Scalars['Int']['input']>;
  /** Keys of permissions, none that you lack; null: what customers' people may without a decision. */
  permissions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Calls at a time that a line of theirs may have at most, 1 to 1,000, not less than any has; null: as many as its plan allows. */
  simultaneousCalls?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `delegateToCustomer`. */
export type DelegateToCustomerPayload = {
  __typename?: 'DelegateToCustomerPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a reseller below yours may do. */
export type DelegateToResellerInput = {
  /** Permissions that its people and all below it may have at most, such as `order.place`; none but your own may be named. Null lifts the limit. */
  delegated?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
};

/** A named set of what customers' people may. */
export type DelegationPreset = {
  __typename?: 'DelegationPreset';
  /** Whether new customers' people have it. */
  isDefault: Scalars['Boolean']['output'];
  /** What the reseller calls it. */
  name: Scalars['String']['output'];
  /** Keys of permissions. */
  permissions: Array<Scalars['String']['output']>;
  /** Calls at a time that a line of the customer's may have at most; null: as many as its plan allows. */
  simultaneousCalls?: Maybe<Scalars['Int']['output']>;
};

/** A named set of what customers' people may. */
export type DelegationPresetInput = {
  /** Whether new customers' people have it; of one preset at most. */
  isDefault: Scalars['Boolean']['input'];
  /** What the reseller calls it; no two alike. */
  name: Scalars['String']['input'];
  /** Keys of permissions, none that you lack and the reseller's presets did not have. */
  permissions: Array<Scalars['String']['input']>;
  /** Calls at a time that a line of the customer's may have at most, 1 to 1,000; null: as many as its plan allows. */
  simultaneousCalls?: InputMaybe<Scalars['Int']['input']>;
};

/** A template to delete. */
export type DeleteInventoryTemplateInput = {
  /** Id of the template. */
  id: Scalars['ID']['input'];
};

/** Result of `deleteInventoryTemplate`. */
export type DeleteInventoryTemplatePayload = {
  __typename?: 'DeleteInventoryTemplatePayload';
  /** Id of the template that is gone; null when refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A template to delete. */
export type DeleteOnboardingTemplateInput = {
  /** Which template. */
  id: Scalars['ID']['input'];
  /** The version that was read; STALE when it has changed since. */
  version: Scalars['Int']['input'];
};

/** Result of `deleteOnboardingTemplate`. */
export type DeleteOnboardingTemplatePayload = {
  __typename?: 'DeleteOnboardingTemplatePayload';
  /** Id of what was deleted; null when refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A role that nobody shall hold any more. */
export type DeleteRoleInput = {
  /** Id of the role. */
  id: Scalars['ID']['input'];
};

/** Whose package ends. */
export type DeleteSubscriberInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the subscriber. */
  subscriberId: Scalars['ID']['input'];
};

/** An endpoint that shall be no more. */
export type DeleteWebhookEndpointInput = {
  /** Id of the endpoint. */
  id: Scalars['ID']['input'];
};

/** Result of deleting an endpoint. */
export type DeleteWebhookEndpointPayload = {
  __typename?: 'DeleteWebhookEndpointPayload';
  /** Id of the endpoint that is gone; null when refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Something still belongs to it. */
export type DependentsError = UserError & {
  __typename?: 'DependentsError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** Phone numbers that it has. */
  numbers: Scalars['Int']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Services that have not ended. */
  services: Scalars['Int']['output'];
};

/** Where calls go, as far as fraud is concerned. */
export type DestinationClass =
  /** The reseller's own country. */
  | 'DOMESTIC'
  /** The European Union. */
  | 'EU'
  /** Networks without a country, and countries whose ranges are rented out for fraud. */
  | 'HIGH_RISK'
  /** Numbers that cost whoever calls and pay whoever is called. */
  | 'PREMIUM'
  /** Satellites. */
  | 'SATELLITE'
  /** Everywhere else. */
  | 'WORLD';

/** A number that a customer has for fees of its own. */
export type Did = Node & {
  __typename?: 'Did';
  /** How calls that come in are charged. */
  billing: DidBilling;
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** When the customer got it. */
  connectedAt: Scalars['DateTime']['output'];
  /** The customer that has it. */
  customer?: Maybe<Customer>;
  /** When it was taken back; null while the customer has it. */
  disconnectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Asked each month. */
  monthly?: Maybe<Money>;
  /** The first day of the next month that is charged; null where nothing more comes. */
  nextBillingOn?: Maybe<Scalars['Date']['output']>;
  /** The number, in E.164. */
  number: Scalars['String']['output'];
  /** What a minute of a call that comes in costs. */
  perMinute: Scalars['Decimal']['output'];
  /** Asked once. */
  setup?: Maybe<Money>;
};

/** How calls that come in on a number are charged. */
export type DidBilling =
  /** Not at all: the fees are all that is paid. */
  | 'FLAT'
  /** Each by its minutes. */
  | 'PER_MINUTE';

/** Result of a change of a customer's numbers. */
export type DidPayload = {
  __typename?: 'DidPayload';
  /** As it is now; null when refused. */
  did?: Maybe<Did>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which draft. */
export type DiscardBrandDraftInput = {
  /** `version` of the draft that was read; left out: whatever there is. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Which onboarding is given up. */
export type DiscardOnboardingInput = {
  /** Of the onboarding. */
  id: Scalars['ID']['input'];
};

/** Which number is taken back. */
export type DisconnectDidInput = {
  /** Id of what the customer has. */
  id: Scalars['ID']['input'];
};

/** When those a reseller sells to are warned, suspended and ended. */
export type Dunning = {
  __typename?: 'Dunning';
  /** How many days after its first no a customer's card is tried again; after the last it is left alone. */
  cardRetryDays: Array<Scalars['Int']['output']>;
  /** At which balance a strict account is at its end. */
  suspend: Money;
  /** At which balance the services of a customer that pays before are ended. */
  terminate?: Maybe<Money>;
  /** After how many days of being suspended for the balance a customer's services are ended. */
  terminateDays?: Maybe<Scalars['Int']['output']>;
  /** Below which balance who pays before is written to; a reseller also at half and a tenth of it. */
  warn?: Maybe<Money>;
};

/** Result of a change of when buyers are warned, suspended and ended. */
export type DunningPayload = {
  __typename?: 'DunningPayload';
  /** As it is now; null when refused. */
  dunning?: Maybe<Dunning>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Whether an offering can be assigned, and if not, why not. */
export type Eligibility = {
  __typename?: 'Eligibility';
  /** For an add-on and a customer: the active services that it goes with, oldest first. */
  compatibleServices: Array<Service>;
  /** True when nothing speaks against it. */
  isEligible: Scalars['Boolean']['output'];
  /** Every reason against it; empty when it is eligible. */
  reasons: Array<EligibilityReason>;
};

/** One reason why an offering cannot be assigned. */
export type EligibilityReason = {
  __typename?: 'EligibilityReason';
  /** The reason, for programs. */
  code: EligibilityReasonCode;
  /** The reason in a sentence, for people. */
  message: Scalars['String']['output'];
};

/** Why an offering is hidden or cannot be assigned. */
export type EligibilityReasonCode =
  /** It is not sold in the customer's country. */
  | 'COUNTRY'
  /** The customer is not active. */
  | 'CUSTOMER_STATE'
  /** It is not sold at present. */
  | 'DISABLED'
  /** The customer has no service that the add-on fits. */
  | 'NO_COMPATIBLE_SERVICE'
  /** Nothing is left of what it requires. */
  | 'OUT_OF_STOCK'
  /** Its playbook is missing. */
  | 'PLAYBOOK_MISSING'
  /** It is for another kind of customer. */
  | 'SEGMENT'
  /** The service is not active. */
  | 'SERVICE_STATE';

/** Whether an address is free to sign in with, at one reseller. */
export type EmailCheck = {
  __typename?: 'EmailCheck';
  /** True when nobody there signs in with it. */
  isFree: Scalars['Boolean']['output'];
  /** Three near to it that are free; none where it is free itself. */
  suggestions: Array<Scalars['String']['output']>;
};

/** Which call, and why. */
export type EndCallInput = {
  /** Of a call that is under way. */
  id: Scalars['ID']['input'];
  /** Why, for the audit trail. */
  reason: Scalars['String']['input'];
};

/** What endCall answers. */
export type EndCallPayload = {
  __typename?: 'EndCallPayload';
  /** The call, which the switch ends within a second; null when refused. */
  call?: Maybe<LiveCall>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Which session. */
export type EndSessionInput = {
  /** Id of one of your own sessions. */
  id: Scalars['ID']['input'];
};

/** A problem with which the tier above shall help. */
export type EscalateProblemInput = {
  /** Id of the problem. */
  id: Scalars['ID']['input'];
  /** What you say to the tier above. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Either an offering or a number that is dialled. */
export type ExplainPriceInput = {
  /** At this time; now unless given. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** For this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Id of the offering. */
  offeringId?: InputMaybe<Scalars['ID']['input']>;
  /** For this reseller below. Neither: for your own customers. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a price is for. */
export type ExplainedKind =
  /** Once a call. */
  | 'CONNECTION'
  /** A minute of a call. */
  | 'MINUTE'
  /** Once, for something that does not recur. */
  | 'ONE_OFF'
  /** Each billing period. */
  | 'RECURRING'
  /** Once, with the first period. */
  | 'SETUP';

/** Your own step of a price: what you pay, by what you sell, and what is left. Nobody else's is shown. */
export type ExplainedPrice = {
  __typename?: 'ExplainedPrice';
  /** The reseller right below that buys; null: your customers. */
  buyer?: Maybe<Scalars['String']['output']>;
  /** Of all amounts. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The prices; none where there is a problem. */
  lines: Array<PriceLine>;
  /** Why there is none; null when there is. */
  problem?: Maybe<Scalars['String']['output']>;
  /** Of a minute: by which a call leaves, as the plan of who buys says. */
  route?: Maybe<CallRoute>;
  /** How it came to be. */
  rule?: Maybe<PriceRule>;
  /** Who sells: your reseller. */
  seller?: Maybe<Scalars['String']['output']>;
  /** From when that version holds. Null without the permission finance.view. */
  sourceEffectiveFrom?: Maybe<Scalars['DateTime']['output']>;
  /** The price list or rate plan that says it. Null without the permission finance.view. */
  sourceName?: Maybe<Scalars['String']['output']>;
};

/** A reservation to extend. */
export type ExtendReservationInput = {
  /** Id of the reservation. */
  id: Scalars['ID']['input'];
};

/** Result of `extendReservation`. */
export type ExtendReservationPayload = {
  __typename?: 'ExtendReservationPayload';
  /** The reservation; null when refused. */
  reservation?: Maybe<Reservation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** One of a person's second factors. */
export type Factor = {
  __typename?: 'Factor';
  /** Since when it is there. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: FactorKind;
  /** When it was last used; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the person calls it. */
  name: Scalars['String']['output'];
};

/** With what one proves oneself besides the password. */
export type FactorKind =
  /** A passkey that a device or a browser keeps (WebAuthn). */
  | 'PASSKEY'
  /** An app that gives a new code of six figures every 30 seconds (RFC 6238). */
  | 'TOTP';

/** One's factors after a change. */
export type FactorsPayload = {
  __typename?: 'FactorsPayload';
  /** As they are now; null when refused. */
  factors?: Maybe<OwnFactors>;
  /** Ten codes that let one in once each when all devices are lost; shown here and nowhere else. Often empty. */
  recoveryCodes: Array<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which list is fetched now. */
export type FetchScreeningListInput = {
  /** That more than a fifth of the parties shall go; without it such a list is refused. */
  isShrinkMeant?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which list. */
  list: ScreeningListKind;
};

/** One field before and after. */
export type FieldChange = {
  __typename?: 'FieldChange';
  /** What it became; null when it is empty or gone. */
  after?: Maybe<Scalars['String']['output']>;
  /** What it was; null when it was empty or not there. */
  before?: Maybe<Scalars['String']['output']>;
  /** Name of the field. */
  field: Scalars['String']['output'];
};

/** What a reseller sold, was paid, paid and kept. */
export type FinancialFigures = {
  __typename?: 'FinancialFigures';
  /** What it was charged itself, and what calls cost it. */
  cost: Money;
  /** What those who buy from it paid in. */
  deposits: Money;
  /** Profit in per cent of the revenue; null without any. */
  marginPercent?: Maybe<Scalars['Decimal']['output']>;
  /** What it was charged in another currency than its own, which cost and profit are without. */
  otherCost?: Maybe<Money>;
  /** Revenue without cost. */
  profit: Money;
  /** What was charged to those who buy from it, calls included. What they paid in is none of it. */
  revenue: Money;
};

/** One month of a financial report. */
export type FinancialMonth = {
  __typename?: 'FinancialMonth';
  /** Its figures. */
  figures: FinancialFigures;
  /** As in 2026-11. */
  month: Scalars['String']['output'];
};

/** Revenue, deposits and cost of a reseller by months. */
export type FinancialReport = {
  __typename?: 'FinancialReport';
  /** Month by month. */
  months: Array<FinancialMonth>;
  /** In whose months they are: an IANA time zone. */
  timeZone: Scalars['String']['output'];
  /** All of them together. */
  total: FinancialFigures;
};

/** Result of `giveAccess`. */
export type GiveAccessPayload = {
  __typename?: 'GiveAccessPayload';
  /** The password for their first sign-in, told this once; null when refused or repeated. */
  password?: Maybe<Scalars['String']['output']>;
  /** The person; null when refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which number is given back. */
export type GiveBackNumberInput = {
  /** Id of the item. */
  itemId: Scalars['ID']['input'];
};

/** Items to give to a reseller below: all of them, or none. */
export type HandInventoryDownInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Ids of free items, at most 500. */
  itemIds: Array<Scalars['ID']['input']>;
  /** Id of the reseller that gets them. */
  resellerId: Scalars['ID']['input'];
};

/** Result of `handInventoryDown`. */
export type HandInventoryDownPayload = {
  __typename?: 'HandInventoryDownPayload';
  /** The items, in the order given; empty when refused. */
  items: Array<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** One question that the network was asked about a service. */
export type HealthProbe = {
  __typename?: 'HealthProbe';
  /** When it was asked. */
  checkedAt: Scalars['DateTime']['output'];
  /** Names the probe: ocs, register, radius, sip, tasks. */
  key: Scalars['String']['output'];
  /** The finding in words. */
  message: Scalars['String']['output'];
  /** What was found. */
  state: HealthState;
  /** What was looked for. */
  title: Scalars['String']['output'];
};

/** Whether something works. */
export type HealthState =
  /** It answers, but slowly or only in part. */
  | 'DEGRADED'
  /** It does not answer, or says that something is wrong. */
  | 'FAILED'
  /** There is nothing to ask: not installed, not set up or not needed. */
  | 'NOT_APPLICABLE'
  /** It answers as it should. */
  | 'OK';

/** Included minutes that a customer or a line of it has, as they were when it got them. */
export type HeldAllowance = {
  __typename?: 'HeldAllowance';
  /** Id of what was given; null where it draws on local minutes. */
  allowanceId?: Maybe<Scalars['ID']['output']>;
  /** The cycle under way; null where it draws on local minutes. */
  count?: Maybe<AllowanceCount>;
  /** Draws on the local minutes of the same kind, and has none of its own. */
  drawsFromLocal: Scalars['Boolean']['output'];
  /** A cycle. */
  fee: Money;
  /** Included in each cycle. */
  minutes: Scalars['Int']['output'];
  /** What it, or the rate plan, is called; null where it draws on local minutes. */
  name?: Maybe<Scalars['String']['output']>;
  /** The cycles before it, the latest first, a dozen at most. */
  pastCounts: Array<AllowanceCount>;
  /** Digits with the country code that numbers begin with; none: for a scope, or for any number. */
  prefixes: Array<Scalars['String']['output']>;
  /** Of the minutes that are left, how many at most go over into the next cycle. */
  rolloverMinutesMax: Scalars['Int']['output'];
  /** Id of the line whose rate plan gives it these; null where they are the customer's. */
  serviceId?: Maybe<Scalars['ID']['output']>;
  /** What that line is called. */
  serviceName?: Maybe<Scalars['String']['output']>;
  /** Which calls it is for. */
  slot: AllowanceSlot;
  /** Since when it is there. */
  startedAt: Scalars['DateTime']['output'];
};

/** How many offerings one reason hides from a list. */
export type HiddenCount = {
  __typename?: 'HiddenCount';
  /** How many it hides; each hidden offering is counted once. */
  count: Scalars['Int']['output'];
  /** The reason. */
  reason: EligibilityReasonCode;
};

/** A figure of the day. */
export type HomeMetric =
  /** Customers that were created. */
  | 'NEW_CUSTOMERS'
  /** Of the runs that ended, how many in a hundred succeeded without a person's help. */
  | 'RUNS_RIGHT_FIRST_TIME'
  /** Services that became active. */
  | 'SERVICES_ACTIVATED'
  /** Services that were suspended. */
  | 'SERVICES_SUSPENDED'
  /** Half of the services that became active took no longer than this. */
  | 'TIME_TO_ACTIVE_SECONDS';

/** What needs attention, and the day's figures. */
export type HomeSummary = {
  __typename?: 'HomeSummary';
  /** The most urgent first; of each kind ten at most. */
  attention: Array<AttentionItem>;
  /** How many things need attention in all; of each kind 1,000 are counted. */
  attentionCount: Scalars['Int']['output'];
  /** How far charging and invoicing have come today; null without the permission invoice.view. */
  billing?: Maybe<BillingDay>;
  /** Runs that failed and were neither retried nor rolled back; 1,000 are counted. */
  failedRuns: Scalars['Int']['output'];
  /** The day's figures. */
  metrics: Array<DayMetric>;
  /** Runs that have not ended; 1,000 are counted. */
  runningRuns: Scalars['Int']['output'];
};

/** A host name of a reseller's own, under which its customers find its portal. */
export type Hostname = Node & {
  __typename?: 'Hostname';
  /** When the name servers were asked last. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing can be said of it: the name server's code. */
  failure?: Maybe<Scalars['String']['output']>;
  /** In small letters, as the DNS writes it. */
  host: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Since when it is proved. */
  provedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The records that it needs, with what was found. */
  records: Array<HostnameRecord>;
  /** Whether it serves. */
  state: HostnameState;
};

/** One of your host names. */
export type HostnameInput = {
  /** `hst_…`. */
  id: Scalars['ID']['input'];
};

/** A record of the DNS that a host name needs. */
export type HostnameRecord = {
  __typename?: 'HostnameRecord';
  /** What it has to say. */
  expected: Scalars['String']['output'];
  /** What was found when it was looked at last. */
  found: Array<Scalars['String']['output']>;
  /** Whether what is expected was found. */
  isRight: Scalars['Boolean']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** `CNAME` or `TXT`. */
  type: Scalars['String']['output'];
};

/** Whether a host name serves its reseller. */
export type HostnameState =
  /** Its proof was gone for three days: it serves no more. */
  | 'LOST'
  /** Its proof was found: it serves. */
  | 'SERVING'
  /** Its proof was not found yet. */
  | 'WAITING';

/** What identifies the items of a template. */
export type IdentifierKind =
  /** The number on a SIM card, 18 to 20 digits. */
  | 'ICCID'
  /** A hardware address, e.g. 00:1A:2B:3C:4D:5E. */
  | 'MAC'
  /** A phone number, E.164. */
  | 'PHONE_NUMBER'
  /** A serial number: letters, digits and dashes. */
  | 'SERIAL';

/** What `proveIdentity` will want. */
export type IdentityProofPayload = {
  __typename?: 'IdentityProofPayload';
  /** What one proves oneself with. */
  asked: SecondFactorAsked;
  /** Always empty: whoever is signed in may begin. */
  userErrors: Array<UserError>;
};

/** Files that were handed in by `POST /screening-files`. */
export type ImportScreeningListInput = {
  /** Ids of the files. */
  fileIds: Array<Scalars['ID']['input']>;
  /** That more than a fifth of the parties shall go; without it such files are refused. */
  isShrinkMeant?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which list they are. */
  list: ScreeningListKind;
};

/** Result of an import. */
export type ImportScreeningListPayload = {
  __typename?: 'ImportScreeningListPayload';
  /** Whether it is new: the same files again change nothing. */
  isNew: Scalars['Boolean']['output'];
  /** What is wrong with the files, at most 100. */
  problems: Array<ScreeningFileProblem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The version in force; null when refused. */
  version?: Maybe<ScreeningListVersion>;
};

/** Something still refers to it. */
export type InUseError = UserError & {
  __typename?: 'InUseError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** How many offerings refer to it. */
  offerings: Scalars['Int']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** An item left a stock, or came back to it. */
export type InventoryChange = {
  __typename?: 'InventoryChange';
  /** How many you can pick now; counting stops at 10,000. */
  available: Scalars['Int']['output'];
  /** Whether it is free now. */
  isAvailable: Scalars['Boolean']['output'];
  /** True when it was reserved by you and your reservation has run out. */
  isYoursLost: Scalars['Boolean']['output'];
  /** The item as it is now; null when it is not yours to see any more. */
  item?: Maybe<InventoryItem>;
  /** Id of the item. */
  itemId: Scalars['ID']['output'];
  /** Id of the template. */
  templateId: Scalars['ID']['output'];
};

/** One SIM card, number or device, held by one tier. */
export type InventoryItem = Node & {
  __typename?: 'InventoryItem';
  /** When it was taken into stock. */
  createdAt: Scalars['DateTime']['output'];
  /** Its history, the latest first, since your tier got it. */
  custody: CustodyEntryConnection;
  /** The customer that has it. */
  customer?: Maybe<Customer>;
  /** What a customer has it for, where it is a number that somebody has for fees of its own. */
  did?: Maybe<Did>;
  /** The run that holds it, from the order until the run has succeeded or let go. Null without run.view. */
  heldByRun?: Maybe<ProvisioningRun>;
  /** The reseller that holds it. */
  holder: TierNode;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** In full and in normal form, e.g. "8944200000000000123" or "+447700900123". */
  identifier: Scalars['String']['output'];
  /** What people call it, e.g. SIM-00123. */
  label: Scalars['String']['output'];
  /** What you pay the reseller right above for it, where it is a number that you ordered. */
  lease?: Maybe<NumberLease>;
  /** Where it lies, e.g. Shop 4. */
  location?: Maybe<Scalars['String']['output']>;
  /** For lists: an ICCID with its middle left out, "8944…0001"; a number as it is read. */
  maskedIdentifier: Scalars['String']['output'];
  /** What people wrote about it. */
  note?: Maybe<Scalars['String']['output']>;
  /** Where it comes from, where it is a number that was registered by you or below you. */
  numberSource?: Maybe<NumberSource>;
  /** What you offer it for to the resellers right below, where it is a number of your stock that you offer. */
  offer?: Maybe<NumberOffer>;
  /** Who has set it aside, while someone has. */
  reservation?: Maybe<Reservation>;
  /** What a reseller right below pays you for it, where it is a number that one of them ordered. */
  sale?: Maybe<NumberLease>;
  /** The service that uses it. */
  service?: Maybe<Service>;
  /** Where it stands. */
  state: InventoryItemState;
  /** What sort of item it is. */
  template: InventoryTemplate;
  /** From the operator down to the reseller that holds it. */
  tierPath: Array<TierNode>;
  /** Grows with every change; hand it in when you update. */
  version: Scalars['Int']['output'];
};


/** One SIM card, number or device, held by one tier. */
export type InventoryItemCustodyArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of inventory items. */
export type InventoryItemConnection = {
  __typename?: 'InventoryItemConnection';
  /** How many there are in each state, whatever was searched for and whether or not they can be picked. */
  counts: Array<InventoryStateCount>;
  /** The page with a cursor for each node. */
  edges: Array<InventoryItemEdge>;
  /** The page without cursors. */
  nodes: Array<InventoryItem>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many items match. */
  totalCount: TotalCount;
};

/** One InventoryItem of a page with its place in the list. */
export type InventoryItemEdge = {
  __typename?: 'InventoryItemEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: InventoryItem;
};

/** Which items; all conditions must hold. */
export type InventoryItemFilter = {
  /** What this customer has. With `isAvailable: true` instead: what can be sold to it, from its reseller's stock. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Identified by this: phone numbers, for example. */
  identifierKind?: InputMaybe<IdentifierKind>;
  /** True for a picker: what you can pick, that is what is free in the seller's stock and what you have reserved yourself. False: what is not free. */
  isAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  /** False: what lies in the stock that the template counts, yours or, of a template below your tier, that tier's. True: what was handed further down. */
  isHandedDown?: InputMaybe<Scalars['Boolean']['input']>;
  /** In this place. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** What this service uses. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<InventoryItemState>>;
  /** Of this template. */
  templateId?: InputMaybe<Scalars['ID']['input']>;
};

/** Where an item stands. Only NEW and IN_STOCK are offered. */
export type InventoryItemState =
  /** With a customer. */
  | 'ASSIGNED'
  /** Unusable for now. */
  | 'DAMAGED'
  /** Free, and perhaps used before. */
  | 'IN_STOCK'
  /** Delivered and never used. */
  | 'NEW'
  /** Released, and resting until it may be given out again. */
  | 'QUARANTINED'
  /** Set aside for someone who is selling it, or held by a run. */
  | 'RESERVED'
  /** Used up for good. */
  | 'RETIRED';

/** One item that an offering needs from stock. */
export type InventoryRequirement = {
  __typename?: 'InventoryRequirement';
  /** How many you can pick from the seller's stock, your own reservations included; counting stops at 10,000. 0 without the permission inventory.view. */
  available: Scalars['Int']['output'];
  /** Whether it cannot be ordered without. */
  isRequired: Scalars['Boolean']['output'];
  /** What people call it. */
  label: Scalars['String']['output'];
  /** The name under which its playbook knows the item, e.g. sim. */
  slot: Scalars['String']['output'];
  /** Of what sort of stock. */
  template: InventoryTemplate;
};

/** One item that an offering needs from stock. */
export type InventoryRequirementInput = {
  /** Whether it cannot be ordered without. */
  isRequired: Scalars['Boolean']['input'];
  /** What people call it; the template's label unless given. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The name under which the playbook knows the item, e.g. sim. */
  slot: Scalars['String']['input'];
  /** Key of the inventory template. */
  templateKey: Scalars['String']['input'];
};

/** How many items stand in one state. */
export type InventoryStateCount = {
  __typename?: 'InventoryStateCount';
  /** How many; counting stops at 10,000. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: InventoryItemState;
};

/** A sort of stock, e.g. SIM cards. Offerings name it by its key, which never changes; the label may. */
export type InventoryTemplate = Node & {
  __typename?: 'InventoryTemplate';
  /** How many you can pick now, your own reservations included; counting stops at 10,000. */
  available: Scalars['Int']['output'];
  /** Whether the check digit of an ICCID must be right. */
  checksLuhn: Scalars['Boolean']['output'];
  /** How many items there are in each state. Of a template below your tier: in that tier's stock. */
  counts: Array<InventoryStateCount>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** What identifies its items. */
  identifierKind: IdentifierKind;
  /** Short name that never changes, e.g. sim-card. */
  key: Scalars['String']['output'];
  /** What people call it, e.g. SIM Card. */
  label: Scalars['String']['output'];
  /** With fewer items available than this, Home says so. */
  lowStockThreshold: Scalars['Int']['output'];
  /** How many offerings require it. */
  offeringCount: Scalars['Int']['output'];
  /** How many days a released item rests, where the policy is QUARANTINE. */
  quarantineDays: Scalars['Int']['output'];
  /** What becomes of an item when its service ends. */
  releasePolicy: ReleasePolicy;
  /** Grows with every change; hand it in when you update. */
  version: Scalars['Int']['output'];
};

/** A page of inventory templates. */
export type InventoryTemplateConnection = {
  __typename?: 'InventoryTemplateConnection';
  /** The page with a cursor for each node. */
  edges: Array<InventoryTemplateEdge>;
  /** The page without cursors. */
  nodes: Array<InventoryTemplate>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many templates there are. */
  totalCount: TotalCount;
};

/** One InventoryTemplate of a page with its place in the list. */
export type InventoryTemplateEdge = {
  __typename?: 'InventoryTemplateEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: InventoryTemplate;
};

/** What a link says to whoever holds it. */
export type Invitation = {
  __typename?: 'Invitation';
  /** The e-mail address that they will sign in with. */
  email: Scalars['String']['output'];
  /** Name of who is invited. */
  name: Scalars['String']['output'];
  /** Name of the reseller that they are invited to. */
  resellerName: Scalars['String']['output'];
};

/** Who is invited, where to, and with which rights. */
export type InviteUserInput = {
  /** The customer whose user they are; with the role CUSTOMER_USER. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The e-mail address that the link goes to, and that the person signs in with. */
  email: Scalars['String']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Name. */
  name: Scalars['String']['input'];
  /** The customers that they see, 500 at most. Left out: all. */
  namedCustomerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The reseller they work for; your own without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Role; nobody is given more than the inviter may. */
  role: Role;
  /** Own roles of the reseller that they hold besides, 20 at most; none that gives more than you may. */
  roleIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What a buyer was asked for over some time, with the balance before and after. It never changes. */
export type Invoice = Node & {
  __typename?: 'Invoice';
  /** Who it is for. */
  buyerName: Scalars['String']['output'];
  /** What is asked for: all lines together. */
  charges: Money;
  /** What was given back of it, in that order. */
  creditNotes: Array<CreditNote>;
  /** What of its lines could be given back still, without taxes beside them. */
  creditable: Money;
  /** Until when it is to be paid. */
  dueOn: Scalars['Date']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** When it was issued, in the seller's time zone. */
  issuedOn: Scalars['Date']['output'];
  /** Its lines, in their order. */
  lines: Array<InvoiceLine>;
  /** The balance after it; negative where the buyer owes. */
  newBalance: Money;
  /** Counts on with each seller, without a gap. */
  number: Scalars['Int']['output'];
  /** What came in. */
  payments: Money;
  /** Where it is to be had as a PDF, from the server's root. */
  pdfPath: Scalars['String']['output'];
  /** The first day that it is about. */
  periodFrom: Scalars['Date']['output'];
  /** The last day that it is about. */
  periodTo: Scalars['Date']['output'];
  /** The balance before it; negative where the buyer owed. */
  previousBalance: Money;
  /** Who issued it. */
  sellerName: Scalars['String']['output'];
  /** Taxes that are asked for beside the lines. */
  tax: Money;
  /** Why there is no tax; null where there is one. */
  taxNote?: Maybe<Scalars['String']['output']>;
  /** Taxes, by rate; those too that lines have in them. */
  taxes: Array<InvoiceTax>;
  /** The time zone of these days: the seller's. */
  timeZone: Scalars['String']['output'];
};

/** A page of invoices. */
export type InvoiceConnection = {
  __typename?: 'InvoiceConnection';
  /** The page with a cursor for each node. */
  edges: Array<InvoiceEdge>;
  /** The page without cursors. */
  nodes: Array<Invoice>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One Invoice of a page with its place in the list. */
export type InvoiceEdge = {
  __typename?: 'InvoiceEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Invoice;
};

/** A line of an invoice. */
export type InvoiceLine = {
  __typename?: 'InvoiceLine';
  /** What is asked for: rounded once to what the currency has coins of. */
  amount: Money;
  /** Of calls, how many. */
  calls?: Maybe<Scalars['Int']['output']>;
  /** What was charged, with its formula; null for calls and for what was entered by hand. */
  charge?: Maybe<Charge>;
  /** How much of it could be given back still; nothing of calls, which are corrected instead. */
  creditable: Money;
  /** What it is for. */
  description: Scalars['String']['output'];
  /** What it came to, to the millionth. */
  exactAmount: Money;
  /** What it is about. */
  kind: InvoiceLineKind;
  /** The first day that it pays for; null where it is for none. */
  periodFrom?: Maybe<Scalars['Date']['output']>;
  /** The last day that it pays for; null where it is for none. */
  periodTo?: Maybe<Scalars['Date']['output']>;
  /** Its place on the invoice, from 1. */
  position: Scalars['Int']['output'];
  /** The tax rates that it was asked for with. */
  taxes: Array<LineTax>;
};

/** What a line of an invoice is about. */
export type InvoiceLineKind =
  /** Something that was charged. */
  | 'CHARGE'
  /** A credit note, with its tax: given back of an earlier invoice. */
  | 'CREDITED'
  /** Something charged that is not asked for any more. */
  | 'TAKEN_BACK'
  /** All calls of the time. */
  | 'USAGE';

/** What a tax rate comes to on an invoice: rounded once, of all its lines together. */
export type InvoiceTax = {
  __typename?: 'InvoiceTax';
  /** What it comes to. */
  amount: Money;
  /** What it is reckoned on: its lines, less taxes that they have in them. */
  base: Money;
  /** Whether the lines have it in them already; else it is asked for beside them. */
  isIncluded: Scalars['Boolean']['output'];
  /** The tax. */
  name: Scalars['String']['output'];
  /** Per cent. */
  percent: Scalars['Decimal']['output'];
};

/** Of which account, and up to when. */
export type IssueInvoiceInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** The first day that it is not about, today at the latest; missing: everything until now. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Result of issueInvoice. */
export type IssueInvoicePayload = {
  __typename?: 'IssueInvoicePayload';
  /** The invoice; null when refused. */
  invoice?: Maybe<Invoice>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The item is not free any more: someone else was first, or it left the stock. */
export type ItemNotAvailableError = UserError & {
  __typename?: 'ItemNotAvailableError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The next best free item, if there is one. */
  suggestedItem?: Maybe<InventoryItem>;
};

/** What was left on the provider's page. */
export type KeepPaymentMethodInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** The `card` in the address that the page led back to. */
  session: Scalars['String']['input'];
};

/** The payment method that was kept, or why none was. */
export type KeepPaymentMethodPayload = {
  __typename?: 'KeepPaymentMethodPayload';
  /** The customer as it is now; null when refused. */
  customer?: Maybe<Customer>;
  /** It, the same each time; null when refused. */
  paymentMethod?: Maybe<PaymentMethod>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which worker to kill. */
export type KillLabWorkerInput = {
  /** Id of the worker. */
  id: Scalars['ID']['input'];
};

/** The lab after the worker was killed. */
export type KillLabWorkerPayload = {
  __typename?: 'KillLabWorkerPayload';
  /** The lab; null when refused. */
  lab?: Maybe<Lab>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** The demo network: real protocols, no real network. */
export type Lab = {
  __typename?: 'Lab';
  /** Its elements, each with a switch. */
  elements: Array<LabElement>;
  /** False where no lab belongs to this installation, or it does not answer. */
  isRunning: Scalars['Boolean']['output'];
  /** Page with the mails that it received, on the server's machine. */
  mailboxUrl?: Maybe<Scalars['String']['output']>;
  /** What it received, newest first. */
  recentCalls: Array<LabCall>;
  /** Workers that can be killed to watch another take over. */
  workers: Array<LabWorker>;
};


/** The demo network: real protocols, no real network. */
export type LabRecentCallsArgs = {
  first: Scalars['Int']['input'];
};

/** One call that the demo network received, with secrets masked. */
export type LabCall = {
  __typename?: 'LabCall';
  /** When it arrived. */
  at: Scalars['DateTime']['output'];
  /** Key of the element that received it. */
  element: Scalars['String']['output'];
  /** Grows from call to call. */
  id: Scalars['ID']['output'];
  /** HTTP or JSON-RPC method, SQL or SMTP. */
  method: Scalars['String']['output'];
  /** What was asked. */
  request: Scalars['String']['output'];
  /** What it changed, in a few words; empty when nothing. */
  response: Scalars['String']['output'];
  /** What was addressed. */
  target: Scalars['String']['output'];
};

/** One element of the demo network. */
export type LabElement = {
  __typename?: 'LabElement';
  /** How many of the newest 1,000 calls it received. */
  calls: Scalars['Int']['output'];
  /** How it is broken right now. */
  fault: LabFault;
  /** Whether it takes connections. */
  isUp: Scalars['Boolean']['output'];
  /** Names it: ocs, register, http, mail, sip, radius, payments. */
  key: Scalars['String']['output'];
  /** What it speaks. */
  protocol: Scalars['String']['output'];
  /** What people call it. */
  title: Scalars['String']['output'];
};

/** How an element of the demo network is broken. */
export type LabFault =
  /** It answers with something that is not its protocol. */
  | 'GARBAGE'
  /** It takes the request and never answers. */
  | 'HANG'
  /** It does what it is asked and hangs up without an answer, also when it is then asked whether it did. */
  | 'LOSE_ANSWER'
  /** It is well. */
  | 'NONE'
  /** It takes no connections. */
  | 'REFUSE'
  /** It answers after two seconds. */
  | 'SLOW';

/** A worker process on the server's machine. */
export type LabWorker = {
  __typename?: 'LabWorker';
  /** Id of the worker. */
  id: Scalars['ID']['output'];
  /** Its process id. */
  pid: Scalars['Int']['output'];
  /** How many runs it is in charge of. */
  runsInHand: Scalars['Int']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
};

/** A language in which the server says what it has to say. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** French. */
  | 'FR'
  /** Portuguese, as in Brazil. */
  | 'PT';

/** A line of an account's statement. It never changes. */
export type LedgerEntry = {
  __typename?: 'LedgerEntry';
  /** Who entered it; null for who does not work for the seller. */
  actor?: Maybe<Scalars['String']['output']>;
  /** What came (positive) or went (negative). */
  amount: Money;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The balance after it. */
  balance: Money;
  /** What it is for; of a reversal, the reason. */
  description: Scalars['String']['output'];
  /** What it is. */
  kind: LedgerTransactionKind;
  /** Of a payment or charge, what was not given back yet: so much taking it back would move. Null for anything else. */
  left?: Maybe<Money>;
  /** Counts on within the account, without a gap. */
  number: Scalars['Int']['output'];
  /** The payment by a provider that it was credited for, or given back of; null for anything else. */
  payment?: Maybe<Payment>;
  /** The seller's own reference, e.g. of a bank transfer. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Id of the transaction that took it back. */
  reversedById?: Maybe<Scalars['ID']['output']>;
  /** Id of the transaction that it takes back. */
  reversesId?: Maybe<Scalars['ID']['output']>;
  /** Id of the transaction, whose other side is the seller's. */
  transactionId: Scalars['ID']['output'];
};

/** A page of a statement. */
export type LedgerEntryConnection = {
  __typename?: 'LedgerEntryConnection';
  /** The page with a cursor for each node. */
  edges: Array<LedgerEntryEdge>;
  /** The page without cursors. */
  nodes: Array<LedgerEntry>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One LedgerEntry of a page with its place in the list. */
export type LedgerEntryEdge = {
  __typename?: 'LedgerEntryEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: LedgerEntry;
};

/** Which lines of a statement; all conditions must hold. */
export type LedgerEntryFilter = {
  /** From then on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these. */
  kind?: InputMaybe<Array<LedgerTransactionKind>>;
  /** Before then. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of what was entered by hand. */
export type LedgerEntryPayload = {
  __typename?: 'LedgerEntryPayload';
  /** The balance after it; null when refused. */
  balanceAfter?: Maybe<Money>;
  /** The balance before it; null when refused. */
  balanceBefore?: Maybe<Money>;
  /** The account as it is now; null when refused. */
  billingAccount?: Maybe<BillingAccount>;
  /** Id of the new transaction; null when refused, and after a dry run. */
  transactionId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What came or went. The list grows. */
export type LedgerTransactionKind =
  /** A call; what came of its correction is one too. */
  | 'CALL'
  /** Money that is asked for. */
  | 'CHARGE'
  /** What was given back of an invoice, with its tax. */
  | 'CREDIT_NOTE'
  /** Money that was paid. */
  | 'PAYMENT'
  /** A part of a payment that was given back. */
  | 'REFUND'
  /** Takes another one back, whole. */
  | 'REVERSAL'
  /** What an invoice rounded. */
  | 'ROUNDING'
  /** What an invoice asks for beside what was charged, for the tax office. */
  | 'TAX';

/** What a reseller below yours may sell of those above it. */
export type LetResellerSellInput = {
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
  /** Ids of offerings that the reseller above it sells, 1,000 at most: it may sell these and nothing else from above. Null: all, new ones too. */
  offeringIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Its version as you read it. */
  version: Scalars['Int']['input'];
};

/** A limit is reached. */
export type LimitExceededError = UserError & {
  __typename?: 'LimitExceededError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** The limit. */
  limit: Scalars['Int']['output'];
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How much of it is used. */
  used: Scalars['Int']['output'];
};

/** How much a reseller below yours and all below it may have at most; what is left out is unlimited. */
export type LimitResellerInput = {
  /** Customers who are neither deactivated nor archived. */
  customers?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
  /** People who are not disabled, invited ones and customers' own too. */
  people?: InputMaybe<Scalars['Int']['input']>;
  /** Resellers below it that are not closed. */
  resellers?: InputMaybe<Scalars['Int']['input']>;
  /** Services that are not terminated. */
  services?: InputMaybe<Scalars['Int']['input']>;
};

/** A tax rate that a line was asked for with, and what of it falls on the line. */
export type LineTax = {
  __typename?: 'LineTax';
  /** Whether the line has it in it already; else it is asked for beside it. */
  isIncluded: Scalars['Boolean']['output'];
  /** The tax. */
  name: Scalars['String']['output'];
  /** What falls on the line, to the millionth. For information: the tax is rounded once, of all lines of the invoice together. */
  part: Money;
  /** Per cent. */
  percent: Scalars['Decimal']['output'];
};

/** What sort of line a number belongs to. */
export type LineType =
  /** A fixed line. */
  | 'FIXED'
  /** A mobile phone. */
  | 'MOBILE';

/** Which version of a list something was compared with. */
export type ListVersionOfCheck = {
  __typename?: 'ListVersionOfCheck';
  /** Which list. */
  list: ScreeningListKind;
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** An address of a listed party. */
export type ListedAddress = {
  __typename?: 'ListedAddress';
  /** ISO 3166-1 alpha-2, where it is known. */
  country?: Maybe<Scalars['String']['output']>;
  /** As the list writes it. */
  text: Scalars['String']['output'];
};

/** A name of a listed party. */
export type ListedName = {
  __typename?: 'ListedName';
  /** What sort it is. */
  kind: ListedNameKind;
  /** As the list writes it. */
  name: Scalars['String']['output'];
};

/** What sort of name of a listed party it is. */
export type ListedNameKind =
  /** Another one. */
  | 'ALIAS'
  /** Its main one. */
  | 'NAME'
  /** One of little use by itself, such as an abbreviation. */
  | 'WEAK_ALIAS';

/** A call that is under way. */
export type LiveCall = {
  __typename?: 'LiveCall';
  /** Since when they talk; null while it rings. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What sort of number that is, as far as you may know. */
  callType: CallType;
  /** Who is called: digits from the country code on, or a line. */
  called: Scalars['String']['output'];
  /** The line that calls, as the switch knows it. */
  caller: Scalars['String']['output'];
  /** The customer who calls. */
  customer: Customer;
  /** Where it goes, as far as you may know. */
  destination?: Maybe<Scalars['String']['output']>;
  /** Since when the switch is to end it, because somebody said so. */
  endingAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the call, as long as there is a record of it. */
  id: Scalars['ID']['output'];
  /** What the switch calls it. */
  key: Scalars['String']['output'];
  /** How long they may talk with what is set aside now; more is set aside as long as there is some. */
  maximumSeconds?: Maybe<Scalars['Int']['output']>;
  /** What it costs whoever buys it of you, or you yourself where you are the customer. Null: nothing. */
  price?: Maybe<LiveCallPrice>;
  /** The service whose line calls. */
  serviceName?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
};

/** What a call costs while it lasts: its seconds, by these. */
export type LiveCallPrice = {
  __typename?: 'LiveCallPrice';
  /** How seconds are counted: the first, then steps, as 30/6. */
  cadence: Scalars['String']['output'];
  /** Prices that have changed since it began, or are to change, as far as its switch has asked. */
  changes: Array<LiveCallPriceChange>;
  /** Once. */
  connectFee: Scalars['Decimal']['output'];
  /** ISO 4217. */
  currency: Scalars['String']['output'];
  /** Of an allowance. */
  freeSeconds: Scalars['Int']['output'];
  /** Seconds at the beginning that the connect fee has paid. */
  includedSeconds: Scalars['Int']['output'];
  /** A minute. */
  ratePerMinute: Scalars['Decimal']['output'];
};

/** What a call costs from one of its seconds on. */
export type LiveCallPriceChange = {
  __typename?: 'LiveCallPriceChange';
  /** How seconds that begin from then on are counted, as 30/6. */
  cadence: Scalars['String']['output'];
  /** Counted from its answer; before that where it has rung over the change. */
  fromSecond: Scalars['Int']['output'];
  /** A minute. */
  ratePerMinute: Scalars['Decimal']['output'];
};

/** The calls that are under way, and those refused within the hour. */
export type LiveCalls = {
  __typename?: 'LiveCalls';
  /** The latest of them. */
  calls: Array<LiveCall>;
  /** The latest that were refused within the hour, at most ten. */
  refused: Array<RefusedCall>;
  /** How many are under way. */
  total: Scalars['Int']['output'];
};

/** An attempt to reach the customer or its reseller. */
export type LogContactAttemptInput = {
  /** How. */
  channel: ContactChannel;
  /** Id of the case. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** In words, up to 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whether somebody was reached. */
  outcome: ContactOutcome;
};

/** How grave a line of a log is. */
export type LogLevel =
  /** Something failed. */
  | 'ERROR'
  /** As it should be. */
  | 'INFO'
  /** Something did not work; it is tried again or does no harm. */
  | 'WARNING';

/** Price less cost; may be negative. */
export type Margin = {
  __typename?: 'Margin';
  /** Once, for something that does not recur. */
  oneOff?: Maybe<Money>;
  /** For each billing period, in advance. */
  recurring?: Maybe<Money>;
  /** Of the recurring price, in per cent with two places, e.g. "66.67". */
  recurringPercent?: Maybe<Scalars['Decimal']['output']>;
  /** Once, with the first period. */
  setup?: Maybe<Money>;
};

/** Two words taken for one another. */
export type MatchedWord = {
  __typename?: 'MatchedWord';
  /** How alike they are, in thousandths. */
  likeness: Scalars['Int']['output'];
  /** Of the listed name. */
  listed: Scalars['String']['output'];
  /** Of the customer's name, as it was compared. */
  ours: Scalars['String']['output'];
};

/** How a customer holds its meetings. */
export type MeetingsSettings = {
  __typename?: 'MeetingsSettings';
  /** Whether one dials in by telephone. */
  hasPstnCallIn: Scalars['Boolean']['output'];
  /** Time zone of its site. */
  timeZone: Scalars['String']['output'];
  /** Host name of its site. */
  url: Scalars['String']['output'];
  /** Grows with every change; hand it in when updating. */
  version: Scalars['Int']['output'];
};

/** A customer's Meetings site to which people dial in by telephone. */
export type MeetingsSite = {
  __typename?: 'MeetingsSite';
  /** The number that is dialled: follows from the customer's home country. */
  defaultCallIn: DefaultCallIn;
  /** Its time zone. */
  timeZone: Scalars['String']['output'];
  /** Its host name. */
  url: Scalars['String']['output'];
};

/** A package or add-on goes with others, of which none is there. */
export type MissingDependencyError = UserError & {
  __typename?: 'MissingDependencyError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** Keys of packages: one of them has to be there. */
  needs: Array<Scalars['String']['output']>;
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** An exact amount in one currency. */
export type Money = {
  __typename?: 'Money';
  /** At least the currency's minor digits, at most six, e.g. "15.00". */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217, e.g. GBP. */
  currency: Scalars['String']['output'];
};

/** A customer that is at home in another country from now on. */
export type MoveCustomerCountryInput = {
  /** The new home country, ISO 3166-1 alpha-2, in any case. */
  country: Scalars['String']['input'];
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read; STALE when it has changed since. */
  version: Scalars['Int']['input'];
};

/** Which reseller comes below which. */
export type MoveResellerInput = {
  /** The fingerprint of the plan that was shown; what has changed since refuses the move. */
  fingerprint: Scalars['String']['input'];
  /** Id of the reseller that is moved, with all below it. */
  id: Scalars['ID']['input'];
  /** Id of its new parent. */
  parentId: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Sets the password of who was invited, and signs them in. The link works once. */
  acceptInvitation: AcceptInvitationPayload;
  /**
   * Takes on a customer that signed up: it is active, and its people may sign in. They are told by mail.
   *
   * Requires the permission `customer.activate` (Activate sign-ups).
   */
  activateCustomer: UpdateCustomerPayload;
  /**
   * Lets a reseller that was created work: yours or one below it. Activating it again changes nothing.
   *
   * Requires the permission `reseller.activate` (Activate resellers).
   */
  activateReseller: ResellerPayload;
  /**
   * Makes the secret of an app that gives codes; `confirmAuthenticator` puts it to use.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  addAuthenticator: AddAuthenticatorPayload;
  /**
   * Asks for money by hand: the balance falls by it, below nothing too. Of those you sell to.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  addCharge: LedgerEntryPayload;
  /**
   * Adds a contact to a customer.
   *
   * Requires the permission `contact.edit` (Edit contacts and sites).
   */
  addContact: AddContactPayload;
  /**
   * Begins to wait for a host name's proof. What it costs is charged once, when it is proved.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  addHostname: BrandPayload;
  /**
   * Takes up to 500 items into stock: all of them, or none.
   *
   * Requires the permission `inventory.add` (Add inventory).
   */
  addInventoryItems: AddInventoryItemsPayload;
  /**
   * Keeps a passkey that the browser has made.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  addPasskey: FactorsPayload;
  /**
   * Adds a site to a customer.
   *
   * Requires the permission `contact.edit` (Edit contacts and sites).
   */
  addSite: AddSitePayload;
  /**
   * Answers a ticket of the tier below, which closes it.
   *
   * Requires the permission `problem.handle` (Handle problems).
   */
  answerTicket: ProblemPayload;
  /**
   * From a time on, calls are bought by a planned deck.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  applyRateDeck: RateDeckPayload;
  /**
   * Decides that it is somebody else; that stands until the customer or the listed party changes.
   *
   * Requires the permission `screening.review` (Review screening).
   */
  approveScreeningCase: ScreeningCasePayload;
  /**
   * Puts a customer away for good, once it has no services and numbers any more and nobody owes the other anything. What was paid and charged stays.
   *
   * Requires the permission `customer.deactivate` (Deactivate customers).
   */
  archiveCustomer: UpdateCustomerPayload;
  /**
   * Asks a PBX whether it is there, by SIP OPTIONS over the trunk's transport, and keeps what it says.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  askPbx: PbxTrunkPayload;
  /**
   * Gives somebody an add-on beside their package.
   *
   * Requires the permission `subscriber.edit` (Edit subscribers).
   */
  assignAddon: SubscriberPayload;
  /**
   * Says which included minutes a customer of your own reseller has from now on.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  assignAllowances: AssignAllowancesPayload;
  /**
   * Says who buys by a price list from a time on. Needs the permission finance.view besides.
   *
   * Requires the permission `catalog.edit` (Edit the catalog).
   */
  assignPriceList: PriceListPayload;
  /**
   * Says who buys by a rate plan from a time on; a line is charged the plan's fees.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  assignRatePlan: RatePlanPayload;
  /**
   * Does not do the rest; what was done stays done.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  cancelBulk: BulkImportPayload;
  /**
   * Stops the run before its next task; one under way is waited for.
   *
   * Requires the permission `run.operate` (Operate runs).
   */
  cancelProvisioningRun: CancelProvisioningRunPayload;
  /**
   * Changes what a connected number costs: the fee from the next month on, calls from now on.
   *
   * Requires the permission `inventory.sell` (Sell inventory).
   */
  changeDid: DidPayload;
  /**
   * Changes what a number costs the reseller right below that ordered it: the fee from the next month on, calls from now on.
   *
   * Requires the permission `inventory.hand_down` (Hand inventory down).
   */
  changeNumberLease: NumbersPayload;
  /**
   * Gives somebody another package instead of theirs.
   *
   * Requires the permission `subscriber.edit` (Edit subscribers).
   */
  changePackage: SubscriberPayload;
  /**
   * Changes one's password; all other sessions end.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  changePassword: AccountPayload;
  /**
   * Asks one outside system now whether it is well.
   *
   * Requires the permission `connector.view` (View connectors).
   */
  checkConnector: CheckConnectorPayload;
  /**
   * Asks the name servers about a host name now.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  checkHostname: BrandPayload;
  /**
   * Asks the provider how a payment stands, e.g. when its payer has come back, and credits what was paid.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  checkPayment: PaymentPayload;
  /**
   * Asks the network what it knows of a service.
   *
   * Requires the permission `service.check` (Check services).
   */
  checkServiceHealth: CheckServiceHealthPayload;
  /**
   * Closes a problem and all that was asked about it.
   *
   * Requires the permission `problem.handle` (Handle problems).
   */
  closeProblem: ProblemPayload;
  /**
   * Ends a reseller below yours for good: its people and all below can no longer sign in.
   *
   * Requires the permission `reseller.suspend` (Suspend and close resellers).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  closeReseller: ResellerPayload;
  /**
   * Says that a task for a person is done; the run goes on.
   *
   * Requires the permission `run.operate` (Operate runs).
   */
  completeManualTask: CompleteManualTaskPayload;
  /** The second half of a sign-in: opens the session that `signIn` held back for a second factor, or that a passkey alone asks for. */
  completeSignIn: SignInPayload;
  /**
   * Puts an app to use once it has shown that it gives the right codes.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  confirmAuthenticator: FactorsPayload;
  /** Confirms a change of e-mail at one address; it is done when the old and the new one have confirmed. */
  confirmEmailChange: ConfirmEmailChangePayload;
  /**
   * Says that it is the listed party; a second person has to say so too.
   *
   * Requires the permission `screening.review` (Review screening).
   */
  confirmScreeningCase: ScreeningCasePayload;
  /**
   * Gives a number of your stock to a customer for fees, and charges what is due.
   *
   * Requires the permission `inventory.sell` (Sell inventory).
   */
  connectDid: DidPayload;
  /**
   * Puts a call right by a line with the difference, at every tier and by the prices of its time; the same facts again price it again.
   *
   * Requires the permission `call.record` (Record calls).
   */
  correctCall: CorrectCallPayload;
  /**
   * Makes a program with its first key, which is told this once.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  createApiClient: ApiKeyPayload;
  /**
   * Begins a billing report, which is made in the background and kept for seven days.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  createBillingReport: CreateBillingReportPayload;
  /**
   * Gives back all or part of what an invoice asked for, with its tax, and stands on the buyer's next invoice. Of those you sell to; calls are corrected instead.
   *
   * Requires the permission `credit_note.create` (Credit invoices).
   */
  createCreditNote: CreateCreditNotePayload;
  /**
   * Creates a customer with its contacts and sites, and with its packages where it is given any.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  createCustomer: CreateCustomerPayload;
  /**
   * Adds a sort of stock to your tier.
   *
   * Requires the permission `template.edit` (Edit inventory templates).
   */
  createInventoryTemplate: CreateInventoryTemplatePayload;
  /**
   * Adds a plan or add-on to your tier's catalog, priced in its currency.
   *
   * Requires the permission `catalog.edit` (Edit the catalog).
   */
  createOffering: CreateOfferingPayload;
  /**
   * Creates a reseller below yours, to be activated before it works.
   *
   * Requires the permission `reseller.create` (Create resellers).
   */
  createReseller: ResellerPayload;
  /**
   * Makes a role out of permissions that you hold.
   *
   * Requires the permission `role.edit` (Edit roles).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  createRole: RolePayload;
  /**
   * A new person of a customer, with exactly one package.
   *
   * Requires the permission `subscriber.edit` (Edit subscribers).
   */
  createSubscriber: SubscriberPayload;
  /**
   * Makes an endpoint with its secret, which is told this once.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  createWebhookEndpoint: WebhookSecretPayload;
  /**
   * Switches a customer off: its people can no longer sign in, and nothing new can be ordered for it.
   *
   * Requires the permission `customer.deactivate` (Deactivate customers).
   */
  deactivateCustomer: UpdateCustomerPayload;
  /**
   * Decides what a customer's own people may see and do; it holds from their next request on.
   *
   * Requires the permission `customer.delegate` (Limit customers' people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  delegateToCustomer: DelegateToCustomerPayload;
  /**
   * Says what a reseller below yours, and all below it, may do at most; it holds from their next request on.
   *
   * Requires the permission `reseller.delegate` (Limit resellers).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  delegateToReseller: ResellerPayload;
  /**
   * Deletes a template that no offering requires and no item is of.
   *
   * Requires the permission `template.edit` (Edit inventory templates).
   */
  deleteInventoryTemplate: DeleteInventoryTemplatePayload;
  /**
   * Deletes a template by which nobody was created.
   *
   * Requires the permission `customer_template.edit` (Edit onboarding templates).
   */
  deleteOnboardingTemplate: DeleteOnboardingTemplatePayload;
  /**
   * Deletes a role; whoever held it lacks what it gave from then on.
   *
   * Requires the permission `role.edit` (Edit roles).
   */
  deleteRole: RolePayload;
  /**
   * Ends what somebody has. They are gone, and their seat is free, when the run has ended.
   *
   * Requires the permission `subscriber.delete` (Delete subscribers).
   */
  deleteSubscriber: SubscriberPayload;
  /**
   * Deletes an endpoint, with what waits for it and the log of what it was sent.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   */
  deleteWebhookEndpoint: DeleteWebhookEndpointPayload;
  /**
   * Lets a person in no more, and ends their sessions at once.
   *
   * Requires the permission `user.disable` (Disable people).
   */
  disableUser: UserPayload;
  /**
   * Gives up the draft.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  discardBrandDraft: BrandPayload;
  /**
   * Gives up what was typed: all of it while there is no customer, else what was typed since the last step was taken.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  discardOnboarding: OnboardingPayload;
  /**
   * Takes a number back from a customer; it is charged no more.
   *
   * Requires the permission `inventory.sell` (Sell inventory).
   */
  disconnectDid: DidPayload;
  /**
   * Lets a disabled person in again, with the password they had.
   *
   * Requires the permission `user.disable` (Disable people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  enableUser: UserPayload;
  /**
   * Has the switch end a call that is under way, within about a second; one that rings when it is answered. Refused where the switch does not ask.
   *
   * Requires the permission `call.end` (End calls).
   */
  endCall: EndCallPayload;
  /**
   * Ends all of one's own sessions but the one that asks.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  endOtherSessions: SessionsPayload;
  /**
   * Ends one of one's own sessions.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  endSession: SessionsPayload;
  /**
   * Asks the tier above for help with a problem: it gets a ticket.
   *
   * Requires the permission `problem.handle` (Handle problems).
   */
  escalateProblem: ProblemPayload;
  /**
   * Keeps an item aside for another 15 minutes, 60 in all.
   *
   * Requires the permission `inventory.reserve` (Reserve inventory).
   */
  extendReservation: ExtendReservationPayload;
  /**
   * Has a list fetched now instead of at its time; `screeningListSources` tells what comes of it.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  fetchScreeningList: ScreeningListSourcePayload;
  /**
   * Adds a person with a password that is made for them and told this once; they set one of their own when they first sign in.
   *
   * Requires the permission `user.invite` (Invite people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  giveAccess: GiveAccessPayload;
  /**
   * Gives a number that you ordered and nobody has back to the reseller right above; you are charged no more.
   *
   * Requires the permission `inventory.add` (Add inventory).
   */
  giveBackNumber: NumbersPayload;
  /**
   * Gives free items to a reseller below: all of them, or none.
   *
   * Requires the permission `inventory.hand_down` (Hand inventory down).
   */
  handInventoryDown: HandInventoryDownPayload;
  /**
   * Makes what files say the list in force, all at once or not at all; the same files again change nothing.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  importScreeningList: ImportScreeningListPayload;
  /**
   * Invites a person: a link to set a password is mailed to them and works for 24 hours.
   *
   * Requires the permission `user.invite` (Invite people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  inviteUser: UserPayload;
  /**
   * Issues an invoice on demand, of everything since the last one; those that come by themselves go on from it. Of those you sell to.
   *
   * Requires the permission `invoice.issue` (Issue invoices).
   */
  issueInvoice: IssueInvoicePayload;
  /**
   * Keeps the card that was left on such a page, once. Who may is as with startPaymentMethod.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  keepPaymentMethod: KeepPaymentMethodPayload;
  /**
   * Kills a worker, to watch another take its runs over.
   *
   * Requires the permission `lab.operate` (Operate the lab).
   */
  killLabWorker: KillLabWorkerPayload;
  /**
   * Says which offerings of those above it a reseller below yours, and all below it, may sell. What its customers have runs on; new orders are refused.
   *
   * Requires the permission `reseller.delegate` (Limit resellers).
   */
  letResellerSell: ResellerPayload;
  /**
   * Says how much a reseller below yours, and all below it, may have at most. What is there already stays, even if it is more.
   *
   * Requires the permission `reseller.delegate` (Limit resellers).
   */
  limitReseller: ResellerPayload;
  /**
   * Keeps an attempt to reach somebody; the third in vain that counts deactivates the customer at once.
   *
   * Requires the permission `screening.review` (Review screening).
   */
  logContactAttempt: ScreeningCasePayload;
  /**
   * Gives a customer another home country, which no change of its billing address does.
   *
   * Requires the permission `customer.update` (Update customers).
   */
  moveCustomerCountry: UpdateCustomerPayload;
  /**
   * Puts a reseller and all below it under another parent, with everything that belongs to them and its history: all of it, or nothing.
   *
   * Requires the permission `reseller.move` (Move resellers).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  moveReseller: ResellerPayload;
  /**
   * Offers free numbers of your stock to the resellers right below, for these fees from now on.
   *
   * Requires the permission `inventory.hand_down` (Hand inventory down).
   */
  offerNumbers: NumbersPayload;
  /**
   * Takes a number that the reseller right above offers into your stock, and charges you its fees.
   *
   * Requires the permission `inventory.add` (Add inventory).
   */
  orderNumber: NumbersPayload;
  /**
   * Lets no further row begin.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  pauseBulk: BulkImportPayload;
  /**
   * Orders what was quoted: order, service, items and run come into being together, or nothing does.
   *
   * Requires the permission `order.place` (Place orders).
   */
  placeOrder: PlaceOrderPayload;
  /**
   * Says which column of a file is what, and rehearses it anew: nothing is done yet.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  planBulk: BulkImportPayload;
  /** Proves anew who one is, for what wants a fresh proof; the session goes on under a new cookie. Asks for a second factor, or for the password of who has none. */
  proveIdentity: AccountPayload;
  /**
   * Shows the draft to your customers.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  publishBrand: BrandPayload;
  /**
   * Switches a deactivated customer on again; it is active when nothing else suspends it.
   *
   * Requires the permission `customer.deactivate` (Deactivate customers).
   */
  reactivateCustomer: UpdateCustomerPayload;
  /**
   * Brings back a customer that screening has deactivated, within 30 days, and approves its case.
   *
   * Requires the permission `screening.review` (Review screening).
   */
  reactivateScreenedCustomer: ScreeningCasePayload;
  /**
   * Notes that the customer was handed what the service uses.
   *
   * Requires the permission `inventory.sell` (Sell inventory).
   */
  recordHandOver: RecordHandOverPayload;
  /**
   * Records a payment that came in by hand: the balance grows by it. Of those you sell to.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  recordPayment: LedgerEntryPayload;
  /**
   * Has the provider give a payment back, whole or in part. Of those you sell to.
   *
   * Requires the permission `balance.change` (Change balances).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  refundPayment: PaymentPayload;
  /**
   * Refuses a customer that signed up: it is put away, its people are forgotten, and they are told why by mail.
   *
   * Requires the permission `customer.activate` (Activate sign-ups).
   */
  refuseCustomer: UpdateCustomerPayload;
  /**
   * Takes up to 500 numbers in a row into stock, written as their carrier writes them: all of them, or none.
   *
   * Requires the permission `inventory.add` (Add inventory).
   */
  registerNumbers: RegisterNumbersPayload;
  /**
   * Gives an item free at once. Doing so again changes nothing.
   *
   * Requires the permission `inventory.reserve` (Reserve inventory).
   */
  releaseReservation: ReleaseReservationPayload;
  /**
   * Takes an add-on from somebody.
   *
   * Requires the permission `subscriber.edit` (Edit subscribers).
   */
  removeAddon: SubscriberPayload;
  /**
   * Removes a contact; orders that named it keep everything else.
   *
   * Requires the permission `contact.edit` (Edit contacts and sites).
   */
  removeContact: RemoveContactPayload;
  /**
   * Removes one of one's factors; who must have one keeps the last.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  removeFactor: FactorsPayload;
  /**
   * Serves no more under a host name. What was charged for it stays charged.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  removeHostname: BrandPayload;
  /**
   * Removes a payment method, here and with the provider; where it was the default, the oldest of the rest is. Who may is as with startPaymentMethod.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  removePaymentMethod: PaymentMethodPayload;
  /**
   * Makes ten new recovery codes; the former ones work no more.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  renewRecoveryCodes: FactorsPayload;
  /**
   * Sends again what was sent, under the same `webhook-id`.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   */
  replayWebhookDeliveries: ReplayWebhookDeliveriesPayload;
  /**
   * Reports a problem: it is kept, and mailed to each support contact of the customer.
   *
   * Requires the permission `problem.report` (Report problems).
   */
  reportProblem: ProblemPayload;
  /**
   * Mails a link to one's old address and one to the new; the address changes when both were opened.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  requestEmailChange: AccountPayload;
  /** Mails a link that sets a new password, if there is such an account; the answer is the same if there is none. It works for an hour. */
  requestPasswordReset: AccountPayload;
  /**
   * Prices calls again as planned, all or none: a line with the difference each, at every tier.
   *
   * Requires the permission `call.record` (Record calls).
   */
  rerateCalls: RerateCallsPayload;
  /**
   * Mails a new link to who was invited; the former one works no more.
   *
   * Requires the permission `user.invite` (Invite people).
   */
  resendInvitation: UserPayload;
  /**
   * Sets an item aside for you, for 15 minutes. Of two who pick the same one gets it; the other is told the next best.
   *
   * Requires the permission `inventory.reserve` (Reserve inventory).
   */
  reserveInventoryItem: ReserveInventoryItemPayload;
  /**
   * Takes all second factors from a person who has lost them: their sessions end, and they are told by mail.
   *
   * Requires the permission `user.update` (Update people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  resetFactors: UserPayload;
  /** Sets a new password by a link that was mailed, and ends all sessions of the account. The link works once. */
  resetPassword: AccountPayload;
  /**
   * Goes on with a paused import, as whoever began it.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  resumeBulk: BulkImportPayload;
  /**
   * Lets a suspended reseller below yours work again.
   *
   * Requires the permission `reseller.suspend` (Suspend and close resellers).
   */
  resumeReseller: ResellerPayload;
  /**
   * Takes the reason MANUAL back: the service is active again unless it is suspended for something else too.
   *
   * Requires the permission `service.suspend` (Suspend services).
   */
  resumeService: SuspendServicePayload;
  /**
   * Rehearses anew the rows of an ended import that came to nothing, and those alone; `startBulk` begins them.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  retryBulk: BulkImportPayload;
  /**
   * Tries those packages again that could not be made, and no other.
   *
   * Requires the permission `package.assign` (Assign packages).
   */
  retryCustomerPackages: CustomerPackagesPayload;
  /**
   * Goes on from the failed task; what is done stays done.
   *
   * Requires the permission `run.operate` (Operate runs).
   */
  retryProvisioningRun: RetryProvisioningRunPayload;
  /**
   * Shows a password that provisioning has made, once.
   *
   * Requires the permission `service.reveal` (Reveal access data).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  revealServiceSecret: RevealServiceSecretPayload;
  /**
   * Takes a payment or charge back, once: all of it that no credit note gave back. The statement shows both.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  reverseLedgerEntry: LedgerEntryPayload;
  /**
   * Shows again what was shown once, as a new version.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  revertBrand: BrandPayload;
  /**
   * Ends a key at its next request, and its open sockets within seconds.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   */
  revokeApiKey: ApiClientPayload;
  /**
   * Undoes what the run did, last first.
   *
   * Requires the permission `run.operate` (Operate runs).
   */
  rollBackProvisioningRun: RollBackProvisioningRunPayload;
  /**
   * Makes a further key for a program; the keys it has work for 24 hours more at most.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  rotateApiKey: ApiKeyPayload;
  /**
   * Makes a further secret, told this once; the one there is signs for 24 hours more beside it.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  rotateWebhookSecret: WebhookSecretPayload;
  /**
   * Makes an allowance, or says what it is from now on; who has it already keeps it as it was.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  saveAllowance: AllowancePayload;
  /**
   * Keeps how your reseller would look; nobody else sees it before it is published.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  saveBrand: BrandPayload;
  /**
   * Keeps what was typed, right or wrong. No customer comes of it, and nothing is checked.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  saveOnboarding: OnboardingPayload;
  /**
   * Makes a template, or changes what customers begin with who are created by it from now on.
   *
   * Requires the permission `customer_template.edit` (Edit onboarding templates).
   */
  saveOnboardingTemplate: SaveOnboardingTemplatePayload;
  /**
   * Says how your own reseller takes payments with a provider. Secrets are kept sealed.
   *
   * Requires the permission `payment.set_up` (Set up payments).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  savePaymentGateway: SavePaymentGatewayPayload;
  /**
   * Saves a new version. Runs under way keep theirs.
   *
   * Requires the permission `playbook.edit` (Edit playbooks).
   */
  savePlaybook: SavePlaybookPayload;
  /**
   * Makes a price list, or says what one is from a time on. Needs the permission finance.view besides.
   *
   * Requires the permission `catalog.edit` (Edit the catalog).
   */
  savePriceList: PriceListPayload;
  /**
   * Makes a rate plan, or says what one is from a time on.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  saveRatePlan: RatePlanPayload;
  /**
   * Says whether people may sign up under your own host names, and what they are asked.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  saveSignUpForm: SaveSignUpFormPayload;
  /**
   * Sells an item to a customer, for good and without a service.
   *
   * Requires the permission `inventory.sell` (Sell inventory).
   */
  sellInventoryItem: SellInventoryItemPayload;
  /**
   * Says how a buyer pays, and how far below nothing that may go. Of those you sell to; the same again changes nothing.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  setAccountTerms: BillingAccountPayload;
  /**
   * Says at which balance a customer's card is charged by itself; the same again changes nothing. Of one's own; for its reseller with the permission balance.change.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  setAutoRecharge: BillingAccountPayload;
  /**
   * Gives the draft a logo, or none. Of the file only the picture is kept.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  setBrandLogo: BrandPayload;
  /**
   * Sets all limits on calls of a place. What is stricter counts at once; what lets more counts after 15 minutes and is told to the tier above.
   *
   * Requires the permission `call.guard` (Limit calls).
   */
  setCallGuard: CallGuardPayload;
  /**
   * Sets a customer's e-mail domains. Who has accounts at several resellers with one e-mail is signed in where its domain is a customer's.
   *
   * Requires the permission `customer.update` (Update customers).
   */
  setCustomerDomains: SetCustomerDomainsPayload;
  /**
   * Says which packages and add-ons a customer may give to its people, and how many of each.
   *
   * Requires the permission `package.assign` (Assign packages).
   */
  setCustomerPackages: CustomerPackagesPayload;
  /**
   * Says which payment method is charged. Who may is as with startPaymentMethod.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  setDefaultPaymentMethod: PaymentMethodPayload;
  /**
   * Sets the presets that a reseller chooses from when it decides what a customer's people may. What was decided stays.
   *
   * Requires the permission `customer.delegate` (Limit customers' people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  setDelegationPresets: ResellerPayload;
  /**
   * Says when those your own reseller sells to are warned, suspended and ended. It counts at once for all of them; the same again changes nothing.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  setDunning: DunningPayload;
  /**
   * Says what those you sell to pay once for a host name; for names that are proved from now on.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  setHostnameFee: BrandPayload;
  /**
   * Breaks an element of the demo network, or mends it.
   *
   * Requires the permission `lab.operate` (Operate the lab).
   */
  setLabFault: SetLabFaultPayload;
  /**
   * Sets the language in which one is answered: on every page, in every program, in every mail.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  setLanguage: SetLanguagePayload;
  /**
   * Gives a customer a Meetings site, or changes the one that it has.
   *
   * Requires the permission `customer.update` (Update customers).
   */
  setMeetingsSite: SetMeetingsSitePayload;
  /**
   * Says where a list is fetched from by itself and how often; the first time at once.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  setScreeningListSource: ScreeningListSourcePayload;
  /**
   * Says how customers are compared from now on.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  setScreeningSettings: ScreeningSettingsPayload;
  /**
   * Sets how many calls at a time a voice line may have; the network is told by a run.
   *
   * Requires the permission `line.manage` (Manage lines).
   */
  setSimultaneousCalls: SetSimultaneousCallsPayload;
  /**
   * Says that a buyer is asked for no tax, or is again. Of those you sell to; the same again changes nothing.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  setTaxExemption: TaxExemptionPayload;
  /**
   * Says what your own reseller takes of what it sells to a place from a day on. What was issued stays as it is; the same again changes nothing.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  setTaxRate: TaxRatesPayload;
  /**
   * Charges what waits after an outage, or waives it for a reason, and goes on charging what comes after it. Of those you sell to.
   *
   * Requires the permission `balance.change` (Change balances).
   */
  settleWaitingCharges: SettleWaitingChargesPayload;
  /** Opens a new session, or asks whoever has a second factor for it (`secondFactor`). The rest of the operation is read as the new viewer. */
  signIn: SignInPayload;
  /** Ends the session, in every tab and on every open socket. */
  signOut: SignOutPayload;
  /** Makes whoever holds the link a customer that waits to be activated; they sign in once it is. Sent again it changes nothing. */
  signUp: SignUpPayload;
  /**
   * Makes this session see what a customer's own user sees: from the next request on, for 30 minutes at most, until `stopActing` or the session's end.
   *
   * Requires the permission `user.act_as` (Act as a customer's people).
   * Wants, in the mode ACT, a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  startActingAs: StartActingAsPayload;
  /**
   * Begins with the rows that are ready, as you.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  startBulk: BulkImportPayload;
  /** Tells what `proveIdentity` will want. */
  startIdentityProof: IdentityProofPayload;
  /**
   * Asks the browser to make a passkey, for `addPasskey`.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  startPasskeyRegistration: PasskeyPayload;
  /** Begins a sign-in with a passkey alone, which says itself whose it is; `completeSignIn` ends it. */
  startPasskeySignIn: PasskeyPayload;
  /**
   * Opens a page of the provider's where a customer leaves a card. Of one's own; for its reseller with the permission balance.change.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  startPaymentMethod: StartPaymentMethodPayload;
  /** Mails a link to whoever wants to become a customer of the reseller whose host name this is. Says the same whoever has that address. */
  startSignUp: SignUpPayload;
  /**
   * Begins a payment to whoever sells to you; it goes on at its `approvalUrl`.
   *
   * Requires the permission `credit.buy` (Buy credit).
   */
  startTopUp: PaymentPayload;
  /** Makes this session one's own again. */
  stopActing: StopActingPayload;
  /**
   * Stops a reseller below yours, and all below it, from creating and changing; they may look and end services.
   *
   * Requires the permission `reseller.suspend` (Suspend and close resellers).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  suspendReseller: ResellerPayload;
  /**
   * Takes a service off the network until somebody resumes it: the reason MANUAL. Nothing it has is lost, and no payment brings it back.
   *
   * Requires the permission `service.suspend` (Suspend services).
   */
  suspendService: SuspendServicePayload;
  /**
   * Checks a step and gives it its effect, once: the first one creates the customer with its domains, site administrators and support contacts, GATEWAY a site, PBX the trunk; after the last one it is onboarded.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  takeOnboardingStep: OnboardingPayload;
  /**
   * Makes you the one who sees to a case.
   *
   * Requires the permission `screening.review` (Review screening).
   */
  takeScreeningCase: ScreeningCasePayload;
  /**
   * Begins the run that ends a service for good.
   *
   * Requires the permission `service.terminate` (Terminate services).
   */
  terminateService: TerminateServicePayload;
  /**
   * Begins a payment of 1.00 to yourself, credited to an account of its own, to see that payments arrive.
   *
   * Requires the permission `payment.set_up` (Set up payments).
   */
  testPaymentGateway: PaymentPayload;
  /**
   * Sends a `webhook.test` to an endpoint, within seconds.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   */
  testWebhookEndpoint: WebhookEndpointPayload;
  /**
   * Takes an order back within 15 minutes of placing it, or at any time before it has begun.
   *
   * Requires the permission `order.undo` (Undo orders).
   */
  undoOrder: UndoOrderPayload;
  /**
   * Takes the newest deck back; the one before counts again.
   *
   * Requires the permission `rate.edit` (Edit rates).
   */
  undoRateDeck: RateDeckPayload;
  /**
   * Changes what is given of a program; it holds from its next request on.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  updateApiClient: ApiClientPayload;
  /**
   * Says which countries dial in in a region, and by which numbers.
   *
   * Requires the permission `call_in.edit` (Edit call-in regions).
   */
  updateCallInRegion: UpdateCallInRegionPayload;
  /**
   * Changes how an outside system is reached. In force within two seconds.
   *
   * Requires the permission `connector.edit` (Edit connectors).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  updateConnector: UpdateConnectorPayload;
  /**
   * Replaces what is known of a contact.
   *
   * Requires the permission `contact.edit` (Edit contacts and sites).
   */
  updateContact: UpdateContactPayload;
  /**
   * Changes what is given of a customer.
   *
   * Requires the permission `customer.update` (Update customers).
   */
  updateCustomer: UpdateCustomerPayload;
  /**
   * Changes an item's place, note or, within limits, its state.
   *
   * Requires the permission `inventory.edit` (Edit inventory).
   */
  updateInventoryItem: UpdateInventoryItemPayload;
  /**
   * Changes a template of your tier. Its key stays.
   *
   * Requires the permission `template.edit` (Edit inventory templates).
   */
  updateInventoryTemplate: UpdateInventoryTemplatePayload;
  /**
   * Changes an offering of your tier, or your own price for one from above.
   *
   * Requires the permission `catalog.edit` (Edit the catalog).
   */
  updateOffering: UpdateOfferingPayload;
  /**
   * Changes the trunk to a customer's PBX. What came of asking it is forgotten where another one is asked.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  updatePbxTrunk: PbxTrunkPayload;
  /**
   * Changes what is given of your reseller or one below it.
   *
   * Requires the permission `reseller.update` (Update resellers).
   */
  updateReseller: ResellerPayload;
  /**
   * Changes a role, for all who hold it, from their next request on.
   *
   * Requires the permission `role.edit` (Edit roles).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  updateRole: RolePayload;
  /**
   * Replaces what is known of a site.
   *
   * Requires the permission `contact.edit` (Edit contacts and sites).
   */
  updateSite: UpdateSitePayload;
  /**
   * Changes what is given of a person; rights that are taken away end with their next request.
   *
   * Requires the permission `user.update` (Update people).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  updateUser: UserPayload;
  /**
   * Changes what is given of an endpoint.
   *
   * Requires the permission `api_key.manage` (Manage API keys).
   * Wants a proof of who asks that is no older than 10 minutes (`STEP_UP_REQUIRED`); see `proveIdentity`.
   */
  updateWebhookEndpoint: WebhookEndpointPayload;
  /**
   * Checks a document as saving would, and writes nothing.
   *
   * Requires the permission `playbook.edit` (Edit playbooks).
   */
  validatePlaybook: ValidatePlaybookPayload;
  /**
   * Forgets who was invited and has not accepted; the link works no more.
   *
   * Requires the permission `user.invite` (Invite people).
   */
  withdrawInvitation: UserPayload;
  /**
   * Offers numbers of your stock no more.
   *
   * Requires the permission `inventory.hand_down` (Hand inventory down).
   */
  withdrawNumbers: NumbersPayload;
};


export type MutationAcceptInvitationArgs = {
  input: TokenAndPasswordInput;
};


export type MutationActivateCustomerArgs = {
  input: ActivateCustomerInput;
};


export type MutationActivateResellerArgs = {
  input: ResellerStateInput;
};


export type MutationAddAuthenticatorArgs = {
  input: AddAuthenticatorInput;
};


export type MutationAddChargeArgs = {
  input: AddChargeInput;
};


export type MutationAddContactArgs = {
  input: AddContactInput;
};


export type MutationAddHostnameArgs = {
  input: AddHostnameInput;
};


export type MutationAddInventoryItemsArgs = {
  input: AddInventoryItemsInput;
};


export type MutationAddPasskeyArgs = {
  input: AddPasskeyInput;
};


export type MutationAddSiteArgs = {
  input: AddSiteInput;
};


export type MutationAnswerTicketArgs = {
  input: AnswerTicketInput;
};


export type MutationApplyRateDeckArgs = {
  input: ApplyRateDeckInput;
};


export type MutationApproveScreeningCaseArgs = {
  input: DecideScreeningCaseInput;
};


export type MutationArchiveCustomerArgs = {
  input: ArchiveCustomerInput;
};


export type MutationAskPbxArgs = {
  input: AskPbxInput;
};


export type MutationAssignAddonArgs = {
  input: SubscriberAddonInput;
};


export type MutationAssignAllowancesArgs = {
  input: AssignAllowancesInput;
};


export type MutationAssignPriceListArgs = {
  input: AssignPriceListInput;
};


export type MutationAssignRatePlanArgs = {
  input: AssignRatePlanInput;
};


export type MutationCancelBulkArgs = {
  input: BulkImportInput;
};


export type MutationCancelProvisioningRunArgs = {
  input: CancelProvisioningRunInput;
};


export type MutationChangeDidArgs = {
  input: ChangeDidInput;
};


export type MutationChangeNumberLeaseArgs = {
  input: ChangeNumberLeaseInput;
};


export type MutationChangePackageArgs = {
  input: ChangePackageInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationCheckConnectorArgs = {
  input: CheckConnectorInput;
};


export type MutationCheckHostnameArgs = {
  input: HostnameInput;
};


export type MutationCheckPaymentArgs = {
  input: CheckPaymentInput;
};


export type MutationCheckServiceHealthArgs = {
  input: CheckServiceHealthInput;
};


export type MutationCloseProblemArgs = {
  input: CloseProblemInput;
};


export type MutationCloseResellerArgs = {
  input: CloseResellerInput;
};


export type MutationCompleteManualTaskArgs = {
  input: CompleteManualTaskInput;
};


export type MutationCompleteSignInArgs = {
  input: CompleteSignInInput;
};


export type MutationConfirmAuthenticatorArgs = {
  input: ConfirmAuthenticatorInput;
};


export type MutationConfirmEmailChangeArgs = {
  input: TokenInput;
};


export type MutationConfirmScreeningCaseArgs = {
  input: DecideScreeningCaseInput;
};


export type MutationConnectDidArgs = {
  input: ConnectDidInput;
};


export type MutationCorrectCallArgs = {
  input: CorrectCallInput;
};


export type MutationCreateApiClientArgs = {
  input: CreateApiClientInput;
};


export type MutationCreateBillingReportArgs = {
  input: CreateBillingReportInput;
};


export type MutationCreateCreditNoteArgs = {
  input: CreateCreditNoteInput;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationCreateInventoryTemplateArgs = {
  input: CreateInventoryTemplateInput;
};


export type MutationCreateOfferingArgs = {
  input: CreateOfferingInput;
};


export type MutationCreateResellerArgs = {
  input: CreateResellerInput;
};


export type MutationCreateRoleArgs = {
  input: CreateRoleInput;
};


export type MutationCreateSubscriberArgs = {
  input: CreateSubscriberInput;
};


export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


export type MutationDeactivateCustomerArgs = {
  input: DeactivateCustomerInput;
};


export type MutationDelegateToCustomerArgs = {
  input: DelegateToCustomerInput;
};


export type MutationDelegateToResellerArgs = {
  input: DelegateToResellerInput;
};


export type MutationDeleteInventoryTemplateArgs = {
  input: DeleteInventoryTemplateInput;
};


export type MutationDeleteOnboardingTemplateArgs = {
  input: DeleteOnboardingTemplateInput;
};


export type MutationDeleteRoleArgs = {
  input: DeleteRoleInput;
};


export type MutationDeleteSubscriberArgs = {
  input: DeleteSubscriberInput;
};


export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


export type MutationDisableUserArgs = {
  input: UserInput;
};


export type MutationDiscardBrandDraftArgs = {
  input: DiscardBrandDraftInput;
};


export type MutationDiscardOnboardingArgs = {
  input: DiscardOnboardingInput;
};


export type MutationDisconnectDidArgs = {
  input: DisconnectDidInput;
};


export type MutationEnableUserArgs = {
  input: UserInput;
};


export type MutationEndCallArgs = {
  input: EndCallInput;
};


export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


export type MutationEscalateProblemArgs = {
  input: EscalateProblemInput;
};


export type MutationExtendReservationArgs = {
  input: ExtendReservationInput;
};


export type MutationFetchScreeningListArgs = {
  input: FetchScreeningListInput;
};


export type MutationGiveAccessArgs = {
  input: InviteUserInput;
};


export type MutationGiveBackNumberArgs = {
  input: GiveBackNumberInput;
};


export type MutationHandInventoryDownArgs = {
  input: HandInventoryDownInput;
};


export type MutationImportScreeningListArgs = {
  input: ImportScreeningListInput;
};


export type MutationInviteUserArgs = {
  input: InviteUserInput;
};


export type MutationIssueInvoiceArgs = {
  input: IssueInvoiceInput;
};


export type MutationKeepPaymentMethodArgs = {
  input: KeepPaymentMethodInput;
};


export type MutationKillLabWorkerArgs = {
  input: KillLabWorkerInput;
};


export type MutationLetResellerSellArgs = {
  input: LetResellerSellInput;
};


export type MutationLimitResellerArgs = {
  input: LimitResellerInput;
};


export type MutationLogContactAttemptArgs = {
  input: LogContactAttemptInput;
};


export type MutationMoveCustomerCountryArgs = {
  input: MoveCustomerCountryInput;
};


export type MutationMoveResellerArgs = {
  input: MoveResellerInput;
};


export type MutationOfferNumbersArgs = {
  input: OfferNumbersInput;
};


export type MutationOrderNumberArgs = {
  input: OrderNumberInput;
};


export type MutationPauseBulkArgs = {
  input: BulkImportInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationPlanBulkArgs = {
  input: PlanBulkInput;
};


export type MutationProveIdentityArgs = {
  input: ProveIdentityInput;
};


export type MutationPublishBrandArgs = {
  input: PublishBrandInput;
};


export type MutationReactivateCustomerArgs = {
  input: ReactivateCustomerInput;
};


export type MutationReactivateScreenedCustomerArgs = {
  input: DecideScreeningCaseInput;
};


export type MutationRecordHandOverArgs = {
  input: RecordHandOverInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};


export type MutationRefuseCustomerArgs = {
  input: RefuseCustomerInput;
};


export type MutationRegisterNumbersArgs = {
  input: RegisterNumbersInput;
};


export type MutationReleaseReservationArgs = {
  input: ReleaseReservationInput;
};


export type MutationRemoveAddonArgs = {
  input: SubscriberAddonInput;
};


export type MutationRemoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationRemoveFactorArgs = {
  input: RemoveFactorInput;
};


export type MutationRemoveHostnameArgs = {
  input: HostnameInput;
};


export type MutationRemovePaymentMethodArgs = {
  input: RemovePaymentMethodInput;
};


export type MutationReplayWebhookDeliveriesArgs = {
  input: ReplayWebhookDeliveriesInput;
};


export type MutationReportProblemArgs = {
  input: ReportProblemInput;
};


export type MutationRequestEmailChangeArgs = {
  input: RequestEmailChangeInput;
};


export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationRerateCallsArgs = {
  input: RerateCallsInput;
};


export type MutationResendInvitationArgs = {
  input: UserInput;
};


export type MutationReserveInventoryItemArgs = {
  input: ReserveInventoryItemInput;
};


export type MutationResetFactorsArgs = {
  input: UserInput;
};


export type MutationResetPasswordArgs = {
  input: TokenAndPasswordInput;
};


export type MutationResumeBulkArgs = {
  input: BulkImportInput;
};


export type MutationResumeResellerArgs = {
  input: ResellerStateInput;
};


export type MutationResumeServiceArgs = {
  input: SuspendServiceInput;
};


export type MutationRetryBulkArgs = {
  input: BulkImportInput;
};


export type MutationRetryCustomerPackagesArgs = {
  input: RetryCustomerPackagesInput;
};


export type MutationRetryProvisioningRunArgs = {
  input: RetryProvisioningRunInput;
};


export type MutationRevealServiceSecretArgs = {
  input: RevealServiceSecretInput;
};


export type MutationReverseLedgerEntryArgs = {
  input: ReverseLedgerEntryInput;
};


export type MutationRevertBrandArgs = {
  input: RevertBrandInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationRollBackProvisioningRunArgs = {
  input: RollBackProvisioningRunInput;
};


export type MutationRotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: WebhookEndpointActInput;
};


export type MutationSaveAllowanceArgs = {
  input: SaveAllowanceInput;
};


export type MutationSaveBrandArgs = {
  input: SaveBrandInput;
};


export type MutationSaveOnboardingArgs = {
  input: SaveOnboardingInput;
};


export type MutationSaveOnboardingTemplateArgs = {
  input: SaveOnboardingTemplateInput;
};


export type MutationSavePaymentGatewayArgs = {
  input: SavePaymentGatewayInput;
};


export type MutationSavePlaybookArgs = {
  input: SavePlaybookInput;
};


export type MutationSavePriceListArgs = {
  input: SavePriceListInput;
};


export type MutationSaveRatePlanArgs = {
  input: SaveRatePlanInput;
};


export type MutationSaveSignUpFormArgs = {
  input: SaveSignUpFormInput;
};


export type MutationSellInventoryItemArgs = {
  input: SellInventoryItemInput;
};


export type MutationSetAccountTermsArgs = {
  input: SetAccountTermsInput;
};


export type MutationSetAutoRechargeArgs = {
  input: SetAutoRechargeInput;
};


export type MutationSetBrandLogoArgs = {
  input: SetBrandLogoInput;
};


export type MutationSetCallGuardArgs = {
  input: SetCallGuardInput;
};


export type MutationSetCustomerDomainsArgs = {
  input: SetCustomerDomainsInput;
};


export type MutationSetCustomerPackagesArgs = {
  input: SetCustomerPackagesInput;
};


export type MutationSetDefaultPaymentMethodArgs = {
  input: SetDefaultPaymentMethodInput;
};


export type MutationSetDelegationPresetsArgs = {
  input: SetDelegationPresetsInput;
};


export type MutationSetDunningArgs = {
  input: SetDunningInput;
};


export type MutationSetHostnameFeeArgs = {
  input: SetHostnameFeeInput;
};


export type MutationSetLabFaultArgs = {
  input: SetLabFaultInput;
};


export type MutationSetLanguageArgs = {
  input: SetLanguageInput;
};


export type MutationSetMeetingsSiteArgs = {
  input: SetMeetingsSiteInput;
};


export type MutationSetScreeningListSourceArgs = {
  input: SetScreeningListSourceInput;
};


export type MutationSetScreeningSettingsArgs = {
  input: SetScreeningSettingsInput;
};


export type MutationSetSimultaneousCallsArgs = {
  input: SetSimultaneousCallsInput;
};


export type MutationSetTaxExemptionArgs = {
  input: SetTaxExemptionInput;
};


export type MutationSetTaxRateArgs = {
  input: SetTaxRateInput;
};


export type MutationSettleWaitingChargesArgs = {
  input: SettleWaitingChargesInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationStartActingAsArgs = {
  input: StartActingAsInput;
};


export type MutationStartBulkArgs = {
  input: StartBulkInput;
};


export type MutationStartPaymentMethodArgs = {
  input: StartPaymentMethodInput;
};


export type MutationStartSignUpArgs = {
  input: StartSignUpInput;
};


export type MutationStartTopUpArgs = {
  input: StartTopUpInput;
};


export type MutationSuspendResellerArgs = {
  input: ResellerStateInput;
};


export type MutationSuspendServiceArgs = {
  input: SuspendServiceInput;
};


export type MutationTakeOnboardingStepArgs = {
  input: TakeOnboardingStepInput;
};


export type MutationTakeScreeningCaseArgs = {
  input: TakeScreeningCaseInput;
};


export type MutationTerminateServiceArgs = {
  input: TerminateServiceInput;
};


export type MutationTestPaymentGatewayArgs = {
  input: TestPaymentGatewayInput;
};


export type MutationTestWebhookEndpointArgs = {
  input: WebhookEndpointActInput;
};


export type MutationUndoOrderArgs = {
  input: UndoOrderInput;
};


export type MutationUndoRateDeckArgs = {
  input: UndoRateDeckInput;
};


export type MutationUpdateApiClientArgs = {
  input: UpdateApiClientInput;
};


export type MutationUpdateCallInRegionArgs = {
  input: UpdateCallInRegionInput;
};


export type MutationUpdateConnectorArgs = {
  input: UpdateConnectorInput;
};


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


export type MutationUpdateCustomerArgs = {
  input: UpdateCustomerInput;
};


export type MutationUpdateInventoryItemArgs = {
  input: UpdateInventoryItemInput;
};


export type MutationUpdateInventoryTemplateArgs = {
  input: UpdateInventoryTemplateInput;
};


export type MutationUpdateOfferingArgs = {
  input: UpdateOfferingInput;
};


export type MutationUpdatePbxTrunkArgs = {
  input: UpdatePbxTrunkInput;
};


export type MutationUpdateResellerArgs = {
  input: UpdateResellerInput;
};


export type MutationUpdateRoleArgs = {
  input: UpdateRoleInput;
};


export type MutationUpdateSiteArgs = {
  input: UpdateSiteInput;
};


export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};


export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


export type MutationValidatePlaybookArgs = {
  input: ValidatePlaybookInput;
};


export type MutationWithdrawInvitationArgs = {
  input: UserInput;
};


export type MutationWithdrawNumbersArgs = {
  input: WithdrawNumbersInput;
};

/** Anything with a globally unique, opaque id. The prefix tells what it is: `cus_…` a customer, `run_…` a run. */
export type Node = {
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
};

/** Somebody still owes the other something. */
export type NonzeroBalanceError = UserError & {
  __typename?: 'NonzeroBalanceError';
  /** The balance; negative where the buyer owes. */
  balance: Money;
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Something that one person should hear of, wherever they are in the console. */
export type Notification = {
  __typename?: 'Notification';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The import that it is about; null where it is about something else, or not yours to see. */
  bulkImport?: Maybe<BulkImport>;
  /** The customer that it is about; null where it is about something else, or not yours to see. */
  customer?: Maybe<Customer>;
  /** One more sentence; may be empty. */
  detail: Scalars['String']['output'];
  /** Opaque id; the same notification never has two. */
  id: Scalars['ID']['output'];
  /** The item that it is about. */
  item?: Maybe<InventoryItem>;
  /** What it is about. */
  kind: NotificationKind;
  /** The problem that it is about. */
  problem?: Maybe<Problem>;
  /** The run that it is about. */
  run?: Maybe<ProvisioningRun>;
  /** The screening case that it is about. */
  screeningCase?: Maybe<ScreeningCase>;
  /** What happened, in a few words. */
  title: Scalars['String']['output'];
};

/** What a notification is about. */
export type NotificationKind =
  /** An import that you began has ended. */
  | 'IMPORT_ENDED'
  /** A reseller below lets more calls be made than before. */
  | 'LIMITS_RAISED'
  /** The tier above has answered what you asked. */
  | 'PROBLEM_ANSWERED'
  /** A reseller below asks you for help with a problem. */
  | 'PROBLEM_ESCALATED'
  /** A problem was reported of a customer who has no support contact. */
  | 'PROBLEM_REPORTED'
  /** An item that you had reserved went back to stock. */
  | 'RESERVATION_LAPSED'
  /** A run that you started was cancelled. */
  | 'RUN_CANCELLED'
  /** A run that you started has failed. */
  | 'RUN_FAILED'
  /** A run that you started was rolled back. */
  | 'RUN_ROLLED_BACK'
  /** A run that you started has succeeded. */
  | 'RUN_SUCCEEDED'
  /** A run that you started waits for a person. */
  | 'RUN_WAITING'
  /** A run that you started has succeeded, except for tasks whose errors are ignored. */
  | 'RUN_WARNED'
  /** A customer of yours may be on a list of restricted parties. */
  | 'SCREENING_CASE'
  /** A customer of yours is going to be deactivated by screening. */
  | 'SCREENING_NOTICE'
  /** Somebody has signed up as a customer of yours and waits to be activated. */
  | 'SIGNED_UP';

/** Who pays for calls to a number. */
export type NumberKind =
  /** Who calls. */
  | 'SIMPLE'
  /** Who is called: 0800 and the like. */
  | 'TOLL_FREE';

/** A number that a reseller has ordered from the one right above. */
export type NumberLease = {
  __typename?: 'NumberLease';
  /** Whoever ordered it. */
  buyer?: Maybe<Reseller>;
  /** The first day of the next month that is charged; null where nothing more comes. */
  nextBillingOn?: Maybe<Scalars['Date']['output']>;
  /** The number, in E.164. */
  number: Scalars['String']['output'];
  /** When it was ordered. */
  orderedAt: Scalars['DateTime']['output'];
  /** The name of whoever sells it. */
  seller: Scalars['String']['output'];
  /** What it costs. */
  terms: NumberTerms;
};

/** A number that a reseller offers to those right below. */
export type NumberOffer = {
  __typename?: 'NumberOffer';
  /** Of these terms: whoever orders it says which ones they saw. */
  fingerprint: Scalars['String']['output'];
  /** By which it is ordered; the item itself is seen once it is yours. */
  itemId: Scalars['ID']['output'];
  /** The number, in E.164. */
  number: Scalars['String']['output'];
  /** The one that it is offered to; null: all that stand right below. */
  reseller?: Maybe<Reseller>;
  /** The name of whoever offers it. */
  seller: Scalars['String']['output'];
  /** What it would cost. */
  terms: NumberTerms;
};

/** A page of the report of numbers. */
export type NumberReportConnection = {
  __typename?: 'NumberReportConnection';
  /** The page with a cursor for each node. */
  edges: Array<NumberReportRowEdge>;
  /** The page without cursors. */
  nodes: Array<NumberReportRow>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** Which numbers are reported. */
export type NumberReportFilter = {
  /** From the number's beginning. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** True: those that were taken back; else those that are had. */
  wasTakenBack?: InputMaybe<Scalars['Boolean']['input']>;
};

/** In which order numbers are reported. */
export type NumberReportOrder =
  /** By the customer who has it. */
  | 'CLIENT'
  /** By the number. */
  | 'NUMBER';

/** A number that a customer has, or had, for fees. */
export type NumberReportRow = {
  __typename?: 'NumberReportRow';
  /** That line's account name in outside systems. */
  account?: Maybe<Scalars['String']['output']>;
  /** When the customer got it. */
  connectedAt: Scalars['DateTime']['output'];
  /** Who has it. */
  customer: Customer;
  /** When it was taken back. */
  disconnectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the row in the report. */
  key: Scalars['String']['output'];
  /** Asked each month. */
  monthly: Money;
  /** From which day on the next month is charged; null when none is. */
  nextBillingOn?: Maybe<Scalars['Date']['output']>;
  /** The number, in E.164. */
  number: Scalars['String']['output'];
  /** Asked for a minute of calls that come in; null where minutes are not charged. */
  perMinute?: Maybe<Scalars['Decimal']['output']>;
  /** Id of the line that it is on. */
  serviceId?: Maybe<Scalars['ID']['output']>;
  /** Asked once. */
  setup: Money;
};

/** One NumberReportRow of a page with its place in the list. */
export type NumberReportRowEdge = {
  __typename?: 'NumberReportRowEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: NumberReportRow;
};

/** Where a number comes from. */
export type NumberSource = {
  __typename?: 'NumberSource';
  /** The number exactly as its carrier writes it. */
  carrierNumber: Scalars['String']['output'];
  /** Who pays for calls to it. */
  kind: NumberKind;
  /** Who supplies it. */
  supplier: Scalars['String']['output'];
};

/** What a reseller pays the one above for a number. */
export type NumberTerms = {
  __typename?: 'NumberTerms';
  /** How calls that come in are charged. */
  billing: DidBilling;
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** Asked each month, in advance. */
  monthly?: Maybe<Money>;
  /** What a minute of a call that comes in costs. */
  perMinute: Scalars['Decimal']['output'];
  /** Asked once. */
  setup?: Maybe<Money>;
};

/** Result of a change of numbers in stock. */
export type NumbersPayload = {
  __typename?: 'NumbersPayload';
  /** The items, where they are in your stock; none when refused. */
  items: Array<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Free numbers of your stock, and what they cost those right below. */
export type OfferNumbersInput = {
  /** How calls that come in are charged; not at all unless given. */
  billing?: InputMaybe<DidBilling>;
  /** How their seconds are counted; whole minutes unless given. */
  cadence?: InputMaybe<CadenceInput>;
  /** Ids of the items, at most 500. */
  itemIds: Array<Scalars['ID']['input']>;
  /** Asked each month, in advance. */
  monthly: Scalars['Decimal']['input'];
  /** What a minute of a call that comes in costs, where they are charged by their minutes. */
  perMinute?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the reseller right below that they are offered to; to all of them unless given. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Asked once. */
  setup: Scalars['Decimal']['input'];
};

/** What the catalog sells: a plan or an add-on. */
export type Offering = Node & {
  __typename?: 'Offering';
  /** Whether renewing automatically is preset: for recurring plans only. */
  autoRenewDefault: Scalars['Boolean']['output'];
  /** Months of one billing period. */
  billingIntervalMonths: Scalars['Int']['output'];
  /** Months that a customer is bound. */
  contractTermMonths: Scalars['Int']['output'];
  /** What the seller pays for it. Null without the permission finance.view. */
  cost?: Maybe<OfferingPrice>;
  /** Fields of its own, asked for when it is ordered. */
  customFields: Array<CustomFieldDefinition>;
  /** What it is, in a few sentences; may be empty. */
  description: Scalars['String']['output'];
  /** Whether it can be assigned: to anybody, to a customer, or to a service. */
  eligibility: Eligibility;
  /** A few short facts for its card. */
  facts: Array<Scalars['String']['output']>;
  /** Name of its icon. */
  icon: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether it is sold at present. */
  isEnabled: Scalars['Boolean']['output'];
  /** Whether it is paid for each billing period. */
  isRecurring: Scalars['Boolean']['output'];
  /** Plan or add-on. */
  kind: OfferingKind;
  /** What is left to the seller. Null without the permission finance.view. */
  margin?: Maybe<Margin>;
  /** Name. */
  name: Scalars['String']['output'];
  /** Whether somebody has to install it, on a day that the order names. */
  needsInstallation: Scalars['Boolean']['output'];
  /** Whether an order names the site where it is used. */
  needsSite: Scalars['Boolean']['output'];
  /** What it costs customers where no list says otherwise: the seller's own price or that of the nearest above, which `updateOffering` changes. Null without the permission catalog.edit. */
  ownPrice?: Maybe<OfferingPrice>;
  /** Of what people work together with: which package or add-on it is; null for all else. */
  package?: Maybe<PackageTerms>;
  /** How it is provisioned; null where that is not for you to see. */
  playbook?: Maybe<Playbook>;
  /** What it costs customers: by the list that its seller has for them, else the seller's price or that of the nearest above. */
  price: OfferingPrice;
  /** What keeps it from being sold to anybody; empty when nothing does. */
  problems: Array<EligibilityReason>;
  /** What it needs from stock, in the order in which it is asked for. */
  requirements: Array<InventoryRequirement>;
  /** For which customers it is. */
  segments: Array<CustomerKind>;
  /** What kind of service it makes or changes. */
  serviceType: ServiceType;
  /** Of a plan for voice: calls at a time that a line may have at most; null: it does not say. */
  simultaneousCalls?: Maybe<Scalars['Int']['output']>;
  /** Short name that never changes, unique at its reseller, e.g. mobile-20gb. */
  slug: Scalars['String']['output'];
  /** Grows with every change; hand it in when you update. */
  version: Scalars['Int']['output'];
  /** Whether it is charged while it is suspended, at every sale on the way. What is sold goes on as it was sold. */
  whileSuspended: SuspensionPolicy;
};


/** What the catalog sells: a plan or an add-on. */
export type OfferingEligibilityArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of the catalog. */
export type OfferingConnection = {
  __typename?: 'OfferingConnection';
  /** The page with a cursor for each node. */
  edges: Array<OfferingEdge>;
  /** How many offerings of the kind asked for are hidden, and why. */
  hidden: Array<HiddenCount>;
  /** How many plans and how many add-ons match, whichever kind was asked for. */
  kindCounts: Array<OfferingKindCount>;
  /** The page without cursors. */
  nodes: Array<Offering>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many offerings match. */
  totalCount: TotalCount;
};

/** One Offering of a page with its place in the list. */
export type OfferingEdge = {
  __typename?: 'OfferingEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Offering;
};

/** Which offerings; all conditions must hold. */
export type OfferingFilter = {
  /** That this customer may have, at the price of its reseller. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** For editing the catalog: also what is not sold at present and what tiers below yours have made. Needs the permission catalog.edit. */
  includeDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Plans or add-ons only. */
  kind?: InputMaybe<OfferingKind>;
  /** Part of name, description or slug, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** For this kind of customer. */
  segment?: InputMaybe<CustomerKind>;
  /** Of the add-ons those that fit this service, and what its customer may have. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this type. */
  serviceType?: InputMaybe<ServiceType>;
};

/** Whether an offering stands alone. */
export type OfferingKind =
  /** Changes a service that the customer has. */
  | 'ADDON'
  /** Makes a new service. */
  | 'PLAN';

/** How many offerings of one kind a list has. */
export type OfferingKindCount = {
  __typename?: 'OfferingKindCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The kind. */
  kind: OfferingKind;
};

/** Amounts by when they are due; null where there is none of the kind. */
export type OfferingPrice = {
  __typename?: 'OfferingPrice';
  /** Once, for something that does not recur. */
  oneOff?: Maybe<Money>;
  /** For each billing period, in advance. */
  recurring?: Maybe<Money>;
  /** Once, with the first period. */
  setup?: Maybe<Money>;
};

/** Amounts in the seller's currency; what is left out stays, null means none. */
export type OfferingPriceInput = {
  /** Once, for something that does not recur. */
  oneOff?: InputMaybe<Scalars['Decimal']['input']>;
  /** For each billing period. */
  recurring?: InputMaybe<Scalars['Decimal']['input']>;
  /** Once, with the first period. */
  setup?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Whom the viewer acts for; what they do is told with both names. */
export type OnBehalfOf = {
  __typename?: 'OnBehalfOf';
  /** True once it is over: everything is refused with ACTING_ENDED until `stopActing`, or until it is begun anew. */
  hasEnded: Scalars['Boolean']['output'];
  /** Id of that user or reseller. */
  id: Scalars['ID']['output'];
  /** True while one only looks: then nothing can be changed. */
  isReadOnly: Scalars['Boolean']['output'];
  /** What kind of somebody. */
  kind: OnBehalfOfKind;
  /** Name. */
  name: Scalars['String']['output'];
  /** When it ends by itself; null when it does not. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** What kind of somebody is acted for. */
export type OnBehalfOfKind =
  /** A reseller below one's own. */
  | 'RESELLER'
  /** Another user. */
  | 'USER';

/** How far a new customer has been taken, step by step. */
export type Onboarding = Node & {
  __typename?: 'Onboarding';
  /** How far the platform is filled. */
  capacity: OnboardingCapacity;
  /** The customer, once its step was taken. */
  customer?: Maybe<Customer>;
  /** What was typed, right or wrong, as JSON; never a password. */
  draft: Scalars['String']['output'];
  /** When it is deleted unless it is saved again; null once there is a customer. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** The customer's name as it was typed; empty before it was. */
  name: Scalars['String']['output'];
  /** The system that the customer is connected with. */
  platform: OnboardingPlatform;
  /** When it was saved last. */
  savedAt: Scalars['DateTime']['output'];
  /** Who saved it last. */
  savedBy: Scalars['String']['output'];
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  /** Who started it. */
  startedBy: Scalars['String']['output'];
  /** How far it is. */
  state: OnboardingState;
  /** Where it was left. */
  step: OnboardingStep;
  /** Files of this customer's users, the latest 20 first; empty before SYNC. */
  syncs: Array<BulkImport>;
  /** Steps that were taken: what they say has had its effect. */
  takenSteps: Array<OnboardingStep>;
  /** The trunk, once its step was taken. */
  trunk?: Maybe<PbxTrunk>;
  /** Which version this is; hand it in when saving. */
  version: Scalars['Int']['output'];
};

/** What a platform is made for, and what is asked of it. */
export type OnboardingCapacity = {
  __typename?: 'OnboardingCapacity';
  /** Devices that the platform is made for. */
  devicesMax: Scalars['Int']['output'];
  /** How far that fills it; null where no number is known. */
  level?: Maybe<CapacityLevel>;
  /** Of a PBX as it was typed, null before; of a platform that syncs, the customer's people who may sign in. */
  users?: Maybe<Scalars['Int']['output']>;
  /** Users that the platform is made for. */
  usersMax: Scalars['Int']['output'];
};

/** A page of onboardings, the latest first. */
export type OnboardingConnection = {
  __typename?: 'OnboardingConnection';
  /** The page with a cursor for each node. */
  edges: Array<OnboardingEdge>;
  /** The page without cursors. */
  nodes: Array<Onboarding>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One Onboarding of a page with its place in the list. */
export type OnboardingEdge = {
  __typename?: 'OnboardingEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Onboarding;
};

/** Which onboardings. */
export type OnboardingFilter = {
  /** A part of the customer's name, or of what was typed as it; case does not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<OnboardingState>>;
};

/** Result of what changes an onboarding. */
export type OnboardingPayload = {
  __typename?: 'OnboardingPayload';
  /** As it is now; null when refused or gone. */
  onboarding?: Maybe<Onboarding>;
  /** Why it was refused; empty when it was not. Paths are those of the draft. */
  userErrors: Array<UserError>;
};

/** A system that a customer is connected with. */
export type OnboardingPlatform =
  /** MX-ONE. */
  | 'MX_ONE'
  /** MiVoice Office 400. */
  | 'OFFICE400'
  /** SMB Controller. */
  | 'SMBC'
  /** Virtual Appliance. */
  | 'VA';

/** How far a customer has been taken on. */
export type OnboardingState =
  /** Entries only: there is no customer yet. Deleted 30 days after it was saved last. */
  | 'DRAFT'
  /** The customer is there, and steps are left. */
  | 'INCOMPLETE'
  /** All steps were taken. */
  | 'ONBOARDED';

/** A step of taking a customer on. Which there are depends on the platform. */
export type OnboardingStep =
  /** Whether the PBX answers (`askPbx`). */
  | 'CONNECT'
  /** Name, postal address, domains, site administrators and support contacts. */
  | 'CUSTOMER'
  /** The gateway, and the site where it stands. */
  | 'GATEWAY'
  /** The trunk to the PBX. */
  | 'PBX'
  /** The users of the platform, in place of PBX and connection. */
  | 'SYNC';

/** What new customers of a reseller begin with. */
export type OnboardingTemplate = Node & {
  __typename?: 'OnboardingTemplate';
  /** Where customers' people prove who they are. */
  authentication: Authentication;
  /** What has to be known for that. */
  authenticationNote?: Maybe<Scalars['String']['output']>;
  /** Home country of customers without a billing address: ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** How many customers were created by it. */
  customerCount: Scalars['Int']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Language of mail, where a new customer names none. */
  language: Scalars['String']['output'];
  /** Its name, unique at its reseller. */
  name: Scalars['String']['output'];
  /** Keys of the offerings that customers are given. */
  packages: Array<Scalars['String']['output']>;
  /** What `createCustomer` is told; stays the same whatever changes. */
  provisioningId: Scalars['ID']['output'];
  /** Who connects calls to the telephone network. */
  pstnVendor?: Maybe<Scalars['String']['output']>;
  /** Attributes that new customers begin with. */
  settings: Array<CustomAttribute>;
  /** Since when the template says so. */
  since: Scalars['DateTime']['output'];
  /** Which version this is; hand it in when saving. */
  version: Scalars['Int']['output'];
};

/** What an operation does. */
export type OperationKind =
  /** It changes. */
  | 'MUTATION'
  /** It reads. */
  | 'QUERY'
  /** It watches. */
  | 'SUBSCRIPTION';

/** One plan or add-on sold to one customer, with the price as it was confirmed. */
export type Order = Node & {
  __typename?: 'Order';
  /** Whether it is renewed by itself. */
  autoRenew: Scalars['Boolean']['output'];
  /** Who is billed. */
  billingContact?: Maybe<Contact>;
  /** Through what it came in. */
  channel: Channel;
  /** The offering's own fields, as they were filled in. */
  customFields: Array<CustomAttribute>;
  /** Who it was ordered for. */
  customer: Customer;
  /** What was due on the day of the order. */
  dueToday: Money;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Day that was agreed upon for the installation. */
  installationDate?: Maybe<Scalars['Date']['output']>;
  /** What was agreed upon. */
  lines: Array<QuoteLine>;
  /** Short number, unique with its reseller. */
  number: Scalars['Int']['output'];
  /** What was ordered. */
  offering: Offering;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Who placed it. */
  placedBy: Scalars['String']['output'];
  /** Of a plan for a service that there was: what it takes the place of, and when. */
  planChange?: Maybe<PlanChange>;
  /** The customer's own number for it. */
  purchaseOrderNumber?: Maybe<Scalars['String']['output']>;
  /** What each further period costs; null when there is none. */
  recurring?: Maybe<Money>;
  /** The run that provisions it. Null without the permission run.view. */
  run?: Maybe<ProvisioningRun>;
  /** The service that it made or was added to. */
  service?: Maybe<Service>;
  /** Where it is used. */
  site?: Maybe<Site>;
  /** Where it stands. */
  state: OrderState;
  /** Who is called about technical questions. */
  technicalContact?: Maybe<Contact>;
  /** The resellers above it, from the operator down. */
  tierPath: Array<TierNode>;
  /** Until when it can be undone; null once it cannot. */
  undoableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
};

/** A page of orders, newest first. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The page with a cursor for each node. */
  edges: Array<OrderEdge>;
  /** The page without cursors. */
  nodes: Array<Order>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many orders there are. */
  totalCount: TotalCount;
};

/** One Order of a page with its place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Order;
};

/** Which number is ordered, at which terms. */
export type OrderNumberInput = {
  /** Of the terms that were seen, as the offer says. */
  fingerprint: Scalars['String']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the item, as the offer says. */
  itemId: Scalars['ID']['input'];
};

/** What an order would cost and do, and what stands in its way. Nothing was written. */
export type OrderQuote = {
  __typename?: 'OrderQuote';
  /** Whether automatic renewal is a question at all. */
  asksAutoRenew: Scalars['Boolean']['output'];
  /** Whether automatic renewal is preset to yes. */
  autoRenewDefault: Scalars['Boolean']['output'];
  /** Why it is preset so. */
  autoRenewReason: Scalars['String']['output'];
  /** Whether what is due today can be set aside with a card on file at once (`payNow`). */
  canPayNow: Scalars['Boolean']['output'];
  /** True when no check is blocking. */
  canPlace: Scalars['Boolean']['output'];
  /** Everything that was checked, all problems at once. */
  checks: Array<QuoteCheck>;
  /** For whom. */
  customer: Customer;
  /** Sum of the lines. */
  dueToday: Money;
  /** Day on which it would end by itself; null when it is renewed or paid once. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** Stands for prices, terms and playbook version. Hand it in with the order: if any of them has changed, it is refused. */
  fingerprint: Scalars['String']['output'];
  /** What is due today, line by line. */
  lines: Array<QuoteLine>;
  /** Whether it has to be (`payNow`): less is left on the account than is due today. */
  mustPayNow: Scalars['Boolean']['output'];
  /** Day of the first renewal; null when it is not renewed by itself. */
  nextRenewalOn?: Maybe<Scalars['Date']['output']>;
  /** What would be ordered. */
  offering: Offering;
  /** What the run would do, made by the code that does it; empty when it cannot be planned. */
  plan: Array<PlannedTask>;
  /** Of a plan for a service that there is: what it takes the place of, and when. */
  planChange?: Maybe<PlanChange>;
  /** Key of the playbook. */
  playbookKey: Scalars['String']['output'];
  /** Version of the playbook that the run would be pinned to. */
  playbookVersion: Scalars['Int']['output'];
  /** What each further period would cost; null when there is none. */
  recurring?: Maybe<Money>;
  /** The service that it would be added to, if it is clear, or that would get the plan. */
  service?: Maybe<Service>;
};

/** What shall be ordered. Whatever is still missing is named by the checks. */
export type OrderQuoteInput = {
  /** Whether to renew by itself; absent: as preset. */
  autoRenew?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a business: who is billed. */
  billingContactId?: InputMaybe<Scalars['ID']['input']>;
  /** The offering's own fields, 20 at most. */
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  /** The customer. */
  customerId: Scalars['ID']['input'];
  /** Day of the installation, in the reseller's time zone. */
  installationDate?: InputMaybe<Scalars['Date']['input']>;
  /** The plan or add-on. */
  offeringId: Scalars['ID']['input'];
  /** Of a business: its own number for the order, up to 64 characters. */
  purchaseOrderNumber?: InputMaybe<Scalars['String']['input']>;
  /** Your reservations of the items that it needs, 8 at most. */
  reservationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** For an add-on: the service; absent: the only one that it goes with. For a plan: the service that gets it instead of its own; absent: a new one. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Site where it is used. Absent: the only one there is. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  /** Of a business: who is called about technical questions. */
  technicalContactId?: InputMaybe<Scalars['ID']['input']>;
};

/** Where an order stands, in the words of TMF622. */
export type OrderState =
  /** Placed, and not begun yet. */
  | 'ACKNOWLEDGED'
  /** Cancelled, or undone. */
  | 'CANCELLED'
  /** Provisioned. */
  | 'COMPLETED'
  /** Not placed yet. */
  | 'DRAFT'
  /** Its run has failed; a retry takes it up again. */
  | 'FAILED'
  /** Being provisioned. */
  | 'IN_PROGRESS';

/** What one proves oneself with besides the password. */
export type OwnFactors = {
  __typename?: 'OwnFactors';
  /** In the order in which they were added. */
  factors: Array<Factor>;
  /** Whether one's role wants a second factor: the last one cannot be removed then. */
  isRequired: Scalars['Boolean']['output'];
  /** How many recovery codes are left of ten. */
  recoveryCodesLeft: Scalars['Int']['output'];
};

/** A price of the seller's own: it replaces what the markup would make. */
export type OwnPrice = {
  __typename?: 'OwnPrice';
  /** What it is for; null when it is not sold here any more. */
  offering?: Maybe<Offering>;
  /** All of its amounts. */
  price: OfferingPrice;
};

/** A price of the seller's own, of one offering; all of its amounts. */
export type OwnPriceInput = {
  /** Id of the offering. */
  offeringId: Scalars['ID']['input'];
  /** Once, for something that does not recur; none unless given. */
  oneOff?: InputMaybe<Scalars['Decimal']['input']>;
  /** For each billing period; none unless given. */
  recurring?: InputMaybe<Scalars['Decimal']['input']>;
  /** Once, with the first period; none unless given. */
  setup?: InputMaybe<Scalars['Decimal']['input']>;
};

/** People have the package. */
export type PackageInUseError = UserError & {
  __typename?: 'PackageInUseError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How many. */
  users: Scalars['Int']['output'];
};

/** Why a package could not be made. */
export type PackageProblem = {
  __typename?: 'PackageProblem';
  /** The code of the outside system, or of the run that failed. */
  code: Scalars['String']['output'];
  /** In words, as they were said. */
  text?: Maybe<Scalars['String']['output']>;
};

/** Where a customer's package stands in the outside world. */
export type PackageState =
  /** It was taken away, and somebody still has it. */
  | 'DELETING'
  /** It could not be made; the problem says why. The others are not kept from being used. */
  | 'ERROR'
  /** It is there. */
  | 'PROVISIONED'
  /** It is on its way. */
  | 'PROVISIONING';

/** What an offering is to people who work together: a package, or an add-on. */
export type PackageTerms = {
  __typename?: 'PackageTerms';
  /** Whether calls belong to it: a phone number or extension is asked for. */
  calling: Scalars['Boolean']['output'];
  /** It is shown, and not sold yet. */
  isComingSoon: Scalars['Boolean']['output'];
  /** A person can hold it; otherwise it is the customer's as a whole. */
  isForSubscribers: Scalars['Boolean']['output'];
  /** By which customers and subscribers name it, e.g. `webex_suite`. */
  key: Scalars['String']['output'];
  /** Whether meetings belong to it. */
  meetings: Scalars['Boolean']['output'];
  /** Whether messages belong to it. */
  messaging: Scalars['Boolean']['output'];
  /** Keys of packages of which one has to be there too; empty: none. */
  needsOneOf: Array<Scalars['String']['output']>;
  /** Who administers a customer gets the one of the highest rank, and never a lower one. */
  rank: Scalars['Int']['output'];
};

/** What an offering is to people who work together. */
export type PackageTermsInput = {
  /** Whether calls belong to it. */
  calling: Scalars['Boolean']['input'];
  /** Whether it is shown, and not sold yet. */
  isComingSoon: Scalars['Boolean']['input'];
  /** Whether a person can hold it. */
  isForSubscribers: Scalars['Boolean']['input'];
  /** By which customers and subscribers name it: lower-case letters, digits and underscores. */
  key: Scalars['String']['input'];
  /** Whether meetings belong to it. */
  meetings: Scalars['Boolean']['input'];
  /** Whether messages belong to it. */
  messaging: Scalars['Boolean']['input'];
  /** Keys of packages of which one has to be there too. */
  needsOneOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 0 to 1,000: who administers a customer gets the highest. */
  rank: Scalars['Int']['input'];
};

/** Whether there is more, and from where to go on. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Hand it in as `after` to get the next page. Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when a further page exists. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** What was charged in advance for days of which some come after the end. */
export type PaidAhead = {
  __typename?: 'PaidAhead';
  /** What was charged, less what of it was given back. */
  amount: Money;
  /** What for. */
  description: Scalars['String']['output'];
  /** The first day that it pays for. */
  from: Scalars['Date']['output'];
  /** The last day that it pays for. */
  to: Scalars['Date']['output'];
  /** What of it falls on the days after the end. */
  unused: Money;
};

/** What a browser needs to make or to use a passkey. */
export type PasskeyPayload = {
  __typename?: 'PasskeyPayload';
  /** For `navigator.credentials.create` or `get`, as JSON (WebAuthn). */
  options?: Maybe<Scalars['String']['output']>;
  /** To send back with what the browser says; works for five minutes. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Money on its way from a buyer to its seller. */
export type Payment = Node & {
  __typename?: 'Payment';
  /** How much. */
  amount: Money;
  /** The provider's page where it is agreed to; null for others than the payer, and when there is no need. */
  approvalUrl?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  description: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Who takes it. */
  provider: PaymentProvider;
  /** What it is for. */
  purpose: PaymentPurpose;
  /** Why nothing came of it, or what it waits for. */
  reason?: Maybe<Scalars['String']['output']>;
  /** How much of it was given back. */
  refunded: Money;
  /** When it was credited, or came to nothing. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  startedAt: Scalars['DateTime']['output'];
  /** How it stands. */
  state: PaymentState;
  /** Id of the transaction in the statement; null until it is credited. */
  transactionId?: Maybe<Scalars['ID']['output']>;
};

/** A page of payments. */
export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  /** The page with a cursor for each node. */
  edges: Array<PaymentEdge>;
  /** The page without cursors. */
  nodes: Array<Payment>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One Payment of a page with its place in the list. */
export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Payment;
};

/** A reseller's own account with a payment provider: what its customers pay arrives there. */
export type PaymentGateway = Node & {
  __typename?: 'PaymentGateway';
  /** What can be paid, in whole units of the reseller's currency. */
  amounts: Array<Scalars['Int']['output']>;
  /** Name of the key. */
  clientId: Scalars['String']['output'];
  /** Whether a secret is kept; it is never shown. */
  hasSecret: Scalars['Boolean']['output'];
  /** Whether a webhook's secret is kept; it is never shown. */
  hasWebhookSecret: Scalars['Boolean']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether customers can pay by it. */
  isOpen: Scalars['Boolean']['output'];
  /** Where payments are made. */
  mode: PaymentGatewayMode;
  /** Where the provider is to send its notifications: to be entered there. */
  notifyUrl: Scalars['String']['output'];
  /** Who takes the money. */
  provider: PaymentProvider;
  /** How the provider names whoever is paid; payments to another are not credited. */
  receiver: Scalars['String']['output'];
  /** PayPal's id of the webhook. */
  webhookId: Scalars['String']['output'];
};

/** Where payments are made. */
export type PaymentGatewayMode =
  /** In the demo network; no money moves. */
  | 'LAB'
  /** At the provider, with money. */
  | 'LIVE'
  /** At the provider's place for trying; no money moves. */
  | 'SANDBOX';

/** What a customer pays with: kind, brand and last four digits, never more. */
export type PaymentMethod = Node & {
  __typename?: 'PaymentMethod';
  /** Brand of the card or name of the bank. */
  brand: Scalars['String']['output'];
  /** Last day on which it works. */
  expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** True for the one that is charged. */
  isDefault: Scalars['Boolean']['output'];
  /** Card or direct debit. */
  kind: PaymentMethodKind;
  /** Last four digits. */
  lastFour: Scalars['String']['output'];
  /** How many services that renew by themselves are charged to it: all of the customer's, or none. */
  renewals: Scalars['Int']['output'];
  /** Whether it can be charged when its holder is not there. */
  standing: PaymentMethodStanding;
};

/** What sort of payment method it is. */
export type PaymentMethodKind =
  /** Credit or debit card. */
  | 'CARD'
  /** Direct debit from a bank account. */
  | 'DIRECT_DEBIT';

/** The customer as it is now, or why it was refused. */
export type PaymentMethodPayload = {
  __typename?: 'PaymentMethodPayload';
  /** With its payment methods; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Whether a payment method can be charged when its holder is not there. The list grows. */
export type PaymentMethodStanding =
  /** It said no when it was last charged. */
  | 'DECLINED'
  /** Its last day is over. */
  | 'EXPIRED'
  /** It said no so often that it is not tried any more until it is chosen anew. */
  | 'FAILED'
  /** It is only known of: no provider can charge it. */
  | 'NOTED'
  /** It can be charged. */
  | 'READY';

/** How a buyer pays. */
export type PaymentMode =
  /** Afterwards, with minutes included. */
  | 'ALLOWANCE'
  /** Afterwards: up to the credit limit, or without an end. */
  | 'POSTPAID'
  /** Before: from what is on the account. */
  | 'PREPAID';

/** The payment, or why it was refused. */
export type PaymentPayload = {
  __typename?: 'PaymentPayload';
  /** The payment as it is now; null when refused. */
  payment?: Maybe<Payment>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Who takes money for a reseller. The list grows. */
export type PaymentProvider =
  /** PayPal. */
  | 'PAYPAL'
  /** Stripe. */
  | 'STRIPE';

/** What a payment is for. The list grows. */
export type PaymentPurpose =
  /** Taken by itself when the balance fell. */
  | 'AUTO_RECHARGE'
  /** Set aside before something is provisioned, taken when it is. */
  | 'ORDER'
  /** Taken by itself when something was renewed. */
  | 'RENEWAL'
  /** A seller tries its gateway. */
  | 'TEST'
  /** Somebody paid by themselves. */
  | 'TOP_UP';

/** How a payment stands. The list grows. */
export type PaymentState =
  /** Set aside, not taken yet. */
  | 'AUTHORISED'
  /** Being taken. */
  | 'CAPTURING'
  /** Paid and credited. */
  | 'COMPLETED'
  /** Not paid; the reason says why. */
  | 'DECLINED'
  /** Given up. What comes all the same is credited. */
  | 'EXPIRED'
  /** Agreed to; the money is on its way. */
  | 'PENDING'
  /** Given back, all of it. */
  | 'REFUNDED'
  /** The provider is being asked. */
  | 'STARTED'
  /** Let go: nothing was taken. */
  | 'VOIDED'
  /** Being let go. */
  | 'VOIDING'
  /** The payer has to agree on the provider's page. */
  | 'WAITING';

/** The way to a customer's PBX (MX-ONE's trunk form). */
export type PbxTrunk = Node & {
  __typename?: 'PbxTrunk';
  /** What came of asking it last; null when it was not asked since it was changed. */
  answer?: Maybe<TrunkAnswer>;
  /** What is to be known of it, 255 characters at most; may be empty. */
  description: Scalars['String']['output'];
  /** As whom the PBX signs in at the gateway; may be empty. */
  gatewayUser: Scalars['String']['output'];
  /** A password for the gateway is kept. It cannot be read back. */
  hasGatewayPassword: Scalars['Boolean']['output'];
  /** A password for the PBX is kept. It cannot be read back. */
  hasPbxPassword: Scalars['Boolean']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** IP address or host name of the PBX. */
  ipAddress: Scalars['String']['output'];
  /** As whom one signs in at the PBX; empty: without signing in. */
  pbxUser: Scalars['String']['output'];
  /** Port of SIP, 1 to 65535. */
  sipPort: Scalars['Int']['output'];
  /** By what SIP is carried. */
  transport: SipTransport;
  /** Whom the PBX serves; null where nobody has said. */
  users?: Maybe<Scalars['Int']['output']>;
  /** Which version this is; hand it in when updating. */
  version: Scalars['Int']['output'];
};

/** A trunk as it shall be: what is left out is emptied. */
export type PbxTrunkInput = {
  /** What is to be known of it, 255 characters at most. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** As whom the PBX signs in at the gateway. */
  gatewayUser?: InputMaybe<Scalars['String']['input']>;
  /** IP address or host name of the PBX. */
  ipAddress: Scalars['String']['input'];
  /** As whom one signs in at the PBX. */
  pbxUser?: InputMaybe<Scalars['String']['input']>;
  /** Port of SIP, 1 to 65535; left out: 5060, with TLS 5061. */
  sipPort?: InputMaybe<Scalars['Int']['input']>;
  /** By what SIP is carried; left out: TCP. */
  transport?: InputMaybe<SipTransport>;
  /** Whom the PBX serves. */
  users?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of what is done with a trunk. */
export type PbxTrunkPayload = {
  __typename?: 'PbxTrunkPayload';
  /** As it is now; null when refused. */
  trunk?: Maybe<PbxTrunk>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The order as it was confirmed. */
export type PlaceOrderInput = {
  /** Whether to renew by itself; absent: as preset. */
  autoRenew?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a business: who is billed. */
  billingContactId?: InputMaybe<Scalars['ID']['input']>;
  /** The offering's own fields, 20 at most. */
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  /** The customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller when the review opens; the same key places one order. */
  idempotencyKey: Scalars['ID']['input'];
  /** Day of the installation, in the reseller's time zone. */
  installationDate?: InputMaybe<Scalars['Date']['input']>;
  /** The plan or add-on. */
  offeringId: Scalars['ID']['input'];
  /** True: what is due today is set aside with the payment method on file, taken when it is provisioned and let go when that fails. */
  payNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a business: its own number for the order, up to 64 characters. */
  purchaseOrderNumber?: InputMaybe<Scalars['String']['input']>;
  /** The fingerprint of the quote that was shown. */
  quoteFingerprint: Scalars['String']['input'];
  /** Your reservations of the items that it needs, 8 at most. */
  reservationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** For an add-on: the service; absent: the only one that it goes with. For a plan: the service that gets it instead of its own; absent: a new one. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Site where it is used. Absent: the only one there is. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  /** Of a business: who is called about technical questions. */
  technicalContactId?: InputMaybe<Scalars['ID']['input']>;
};

/** The order and its run, or why it was refused. */
export type PlaceOrderPayload = {
  __typename?: 'PlaceOrderPayload';
  /** The order; null when refused. */
  order?: Maybe<Order>;
  /** The run that provisions it; null when refused, and for a plan that a service gets later. */
  run?: Maybe<ProvisioningRun>;
  /** Every reason for refusing; empty when it was placed. */
  userErrors: Array<UserError>;
};

/** Which column is what. */
export type PlanBulkInput = {
  /** What rows say that leave a column empty. */
  defaults?: InputMaybe<Array<BulkDefaultInput>>;
  /** Id of the import. */
  id: Scalars['ID']['input'];
  /** Which header says which column. */
  mapping: Array<BulkMappingInput>;
  /** Values that stand for others. */
  replacements?: InputMaybe<Array<BulkReplacementInput>>;
};

/** Another plan for a service that there is. */
export type PlanChange = {
  __typename?: 'PlanChange';
  /** Name of the plan that it had before. */
  before: Scalars['String']['output'];
  /** True for a cheaper plan, which is had from the next renewal on; a dearer one is at once. */
  isAtRenewal: Scalars['Boolean']['output'];
  /** First day on which the other one is to be had. */
  startsOn: Scalars['Date']['output'];
};

/** Which calls are priced again; of nobody in particular: of everybody. */
export type PlanReratingInput = {
  /** The `endCursor` of the 1,000 calls before: those behind it. The first 1,000 when left out. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** Those of one customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Made or received; both when left out. */
  direction?: InputMaybe<CallDirection>;
  /** Those that began from then on. */
  from: Scalars['DateTime']['input'];
  /** With what the number of either side begins. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** With what the number that was called begins. */
  prefix?: InputMaybe<Scalars['String']['input']>;
  /** Those of a reseller and of all below it. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that began before then; 92 days after `from` at most. */
  until: Scalars['DateTime']['input'];
};

/** A call to an outside system as it will be made. Secrets and what is not known yet are masked. */
export type PlannedCall = {
  __typename?: 'PlannedCall';
  /** What is sent. */
  body?: Maybe<Scalars['String']['output']>;
  /** Key of the connector. */
  connector: Scalars['String']['output'];
  /** HTTP method, JSON-RPC method, SQL, SMTP … */
  method: Scalars['String']['output'];
  /** What is addressed: path, table, recipient. */
  target: Scalars['String']['output'];
};

/** What one task of a playbook will do, found out by the code that will do it. */
export type PlannedTask = {
  __typename?: 'PlannedTask';
  /** The calls it will make outside. */
  calls: Array<PlannedCall>;
  /** How long it may take, all attempts together. */
  deadlineSeconds: Scalars['Int']['output'];
  /** What it will do here, in one line. */
  detail?: Maybe<Scalars['String']['output']>;
  /** Whether the run goes on, with a warning, when it fails. */
  ignoresErrors: Scalars['Boolean']['output'];
  /** Key of the task within its playbook. */
  key: Scalars['String']['output'];
  /** How it is done. */
  kind: TaskKind;
  /** Keys of the tasks that come before. */
  needs: Array<Scalars['String']['output']>;
  /** What people read while it runs. */
  title: Scalars['String']['output'];
};

/** A way to provision, as a document that an operator edits. */
export type Playbook = Node & {
  __typename?: 'Playbook';
  /** When and for what it is used. */
  description: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Names it for good. */
  key: Scalars['String']['output'];
  /** Its newest version, which new runs take. */
  latest: PlaybookVersion;
  /** Number of the newest version, which new runs take. */
  latestVersion: Scalars['Int']['output'];
  /** How many offerings of your tiers are provisioned by it. */
  offeringCount: Scalars['Int']['output'];
  /** What people call it. */
  title: Scalars['String']['output'];
  /** Its versions, newest first, a hundred at most. */
  versions: Array<PlaybookVersion>;
};

/** Something that a task can do. */
export type PlaybookAction = {
  __typename?: 'PlaybookAction';
  /** Key of the connector it works through; null when it works within Tierline. */
  connector?: Maybe<Scalars['String']['output']>;
  /** What it does. */
  description: Scalars['String']['output'];
  /** Whether rolling back undoes it. */
  hasUndo: Scalars['Boolean']['output'];
  /** Whether it can be asked what became of it after an answer was lost. */
  hasVerify: Scalars['Boolean']['output'];
  /** What it takes, as JSON Schema. */
  inputSchema: Scalars['String']['output'];
  /** How playbooks name it. */
  key: Scalars['String']['output'];
  /** How it is done. */
  kind: TaskKind;
  /** What later tasks may read of it. */
  outputs: Array<Scalars['String']['output']>;
  /** What people call it. */
  title: Scalars['String']['output'];
};

/** A page of playbooks by key. */
export type PlaybookConnection = {
  __typename?: 'PlaybookConnection';
  /** The page with a cursor for each node. */
  edges: Array<PlaybookEdge>;
  /** The page without cursors. */
  nodes: Array<Playbook>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many playbooks you can use. */
  totalCount: TotalCount;
};

/** One Playbook of a page with its place in the list. */
export type PlaybookEdge = {
  __typename?: 'PlaybookEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Playbook;
};

/** How a playbook is written. */
export type PlaybookFormat =
  /** JSON. */
  | 'JSON'
  /** YAML 1.2, JSON types only. */
  | 'YAML';

/** Everything a playbook can be written with. */
export type PlaybookLanguage = {
  __typename?: 'PlaybookLanguage';
  /** What tasks can do. */
  actions: Array<PlaybookAction>;
  /** The form of the document, as JSON Schema. */
  jsonSchema: Scalars['String']['output'];
  /** What inputs may name. */
  variables: Array<PlaybookVariable>;
};

/** Something wrong with a playbook. */
export type PlaybookProblem = {
  __typename?: 'PlaybookProblem';
  /** Column in the text, from 1. */
  column?: Maybe<Scalars['Int']['output']>;
  /** Line in the text, from 1. */
  line?: Maybe<Scalars['Int']['output']>;
  /** What is wrong, and what would be right. */
  message: Scalars['String']['output'];
  /** The way to the place, e.g. tasks.3.input.account. */
  path?: Maybe<Scalars['String']['output']>;
};

/** A value that every run is given. */
export type PlaybookVariable = {
  __typename?: 'PlaybookVariable';
  /** What it is. */
  description: Scalars['String']['output'];
  /** Whether its value is kept from people. Secrets are made by tasks and are no variables. */
  isSecret: Scalars['Boolean']['output'];
  /** Its path; a * stands for any one word. */
  key: Scalars['String']['output'];
};

/** One version of a playbook. It never changes: a run stays with the version it began with. */
export type PlaybookVersion = Node & {
  __typename?: 'PlaybookVersion';
  /** When it was saved. */
  createdAt: Scalars['DateTime']['output'];
  /** Who saved it. */
  createdBy: Scalars['String']['output'];
  /** The document as it was saved. */
  document: Scalars['String']['output'];
  /** How it is written. */
  format: PlaybookFormat;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Why, in their words. */
  note?: Maybe<Scalars['String']['output']>;
  /** Its tasks in an order of their needs. */
  tasks: Array<PlannedTask>;
  /** Counts from 1. */
  version: Scalars['Int']['output'];
};

/** Where a policy or list is read. */
export type PolicyLink = {
  __typename?: 'PolicyLink';
  /** What is read there. */
  title: Scalars['String']['output'];
  /** Its address. */
  url: Scalars['String']['output'];
};

/** Where a policy or list is read. */
export type PolicyLinkInput = {
  /** What is read there. */
  title: Scalars['String']['input'];
  /** Its address, beginning with https://. */
  url: Scalars['String']['input'];
};

/** Where a postal code is. */
export type PostalCodeLookup = {
  __typename?: 'PostalCodeLookup';
  /** What became of it. */
  outcome: PostalOutcome;
  /** The place, once found. */
  place?: Maybe<PostalPlace>;
};

/** What became of looking up a postal code. */
export type PostalOutcome =
  /** The place is known. */
  | 'FOUND'
  /** Nobody could be asked: none is set up for the country, or none answers. */
  | 'UNAVAILABLE'
  /** There is no such postal code. */
  | 'UNKNOWN';

/** What a postal code says of an address. */
export type PostalPlace = {
  __typename?: 'PostalPlace';
  /** City or town. */
  city: Scalars['String']['output'];
  /** The street, without a number. */
  line1?: Maybe<Scalars['String']['output']>;
  /** The quarter. */
  line2?: Maybe<Scalars['String']['output']>;
  /** State, e.g. `SP`. */
  region?: Maybe<Scalars['String']['output']>;
};

/** What would stand in the way; nothing was written. */
export type Precheck = {
  __typename?: 'Precheck';
  /** Whether it would be done, as things are now. */
  isAccepted: Scalars['Boolean']['output'];
  /** Everything that would be refused, all at once. */
  problems: Array<UserError>;
};

/** A new customer as far as it is known; what is left out is not missed, null is. */
export type PrecheckCustomerInput = {
  /** Keys and values of one's own. */
  attributes?: InputMaybe<Array<CustomAttributeInput>>;
  /** Where invoices go. */
  billingAddress?: InputMaybe<AddressInput>;
  /** Where its calls are taken to come from: packages with calling ask for it. */
  callingLocation?: InputMaybe<CallingLocationInput>;
  /** Contacts to begin with. */
  contacts?: InputMaybe<Array<ContactInput>>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** What you call it, once at its reseller: the same with the same input is the same customer. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The billing address's country, ISO 3166-1 alpha-2 in any case: needed where there is no such address. */
  homeCountry?: InputMaybe<Scalars['String']['input']>;
  /** It is the reseller's own organisation: told beside it, and left out of billing reports. */
  isInternal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Person or business, which it is taken for otherwise. */
  kind?: InputMaybe<CustomerKind>;
  /** Language for mail, e.g. `en` or `pt-BR`; the reseller's without one. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Packages and add-ons that its people can be given, which takes the permission package.assign; left out: those of the template. */
  packages?: InputMaybe<Array<CustomerPackageInput>>;
  /** Phone number, kept as typed. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address of who administers it, needed with packages: a subscriber with the one of the highest rank. */
  primaryEmail?: InputMaybe<Scalars['String']['input']>;
  /** Of an onboarding template: country, language and attributes are as it says where they are left out. */
  provisioningId?: InputMaybe<Scalars['ID']['input']>;
  /** The reseller whose customer it becomes; your own without one. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Sites to begin with. */
  sites?: InputMaybe<Array<SiteInput>>;
  /** Words to filter by. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Under which it pays taxes, with or without marks. Brazil asks for it: a person's CPF, a business's CNPJ. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** How it pays; without any, before, and served on when nothing is left. Who is strict begins suspended. */
  terms?: InputMaybe<AccountTermsInput>;
};

/** A person of a customer. */
export type PrecheckSubscriberInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** E-mail address; kept in lower case. */
  email: Scalars['String']['input'];
  /** Extension: up to ten digits. */
  extension?: InputMaybe<Scalars['String']['input']>;
  /** First name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The same as a single text; never both. */
  package?: InputMaybe<Scalars['String']['input']>;
  /** The key of the package: exactly one. */
  packages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Phone number, in the customer's country or with +. A package with calling needs this or an extension. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** The price, a term or the playbook changed since the quote. Quote again, show the difference, then order. */
export type PriceChangedError = UserError & {
  __typename?: 'PriceChangedError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** Total due today as it is now. */
  newDueToday: Money;
  /** Recurring price as it is now. */
  newRecurring?: Maybe<Money>;
  /** Total due today as it was quoted. */
  oldDueToday: Money;
  /** Recurring price as it was quoted. */
  oldRecurring?: Maybe<Money>;
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** When a price is due. */
export type PriceKind =
  /** Once, for something that does not recur. */
  | 'ONE_OFF'
  /** For each billing period, in advance. */
  | 'RECURRING'
  /** Once, with the first period. */
  | 'SETUP';

/** One price, with what is paid for it. */
export type PriceLine = {
  __typename?: 'PriceLine';
  /** What you pay, in the currency in which you sell. Null without the permission finance.view. */
  buys?: Maybe<Scalars['Decimal']['output']>;
  /** How it is reckoned, as in (5.00 + 0.00) × 1.2 = 6.00. Null without the permission finance.view. */
  formula?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  kind: ExplainedKind;
  /** What is left to you; may be negative. Null without the permission finance.view. */
  margin?: Maybe<Scalars['Decimal']['output']>;
  /** What you ask. */
  sells: Scalars['Decimal']['output'];
};

/** How a reseller prices offerings for resellers right below it, or for its customers. */
export type PriceList = Node & {
  __typename?: 'PriceList';
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether customers buy by it: all of its reseller's own. */
  isForCustomers: Scalars['Boolean']['output'];
  /** Whether it is for whoever below has no list of their own. */
  isForEverybodyElse: Scalars['Boolean']['output'];
  /** Unique within the reseller. */
  name: Scalars['String']['output'];
  /** Names of the resellers that it was given to. */
  resellers: Array<Scalars['String']['output']>;
  /** What it says now, then what it is going to say. */
  versions: Array<PriceListVersion>;
};

/** Result of a change of a price list. */
export type PriceListPayload = {
  __typename?: 'PriceListPayload';
  /** The list as it is now; null when refused. */
  priceList?: Maybe<PriceList>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What saving a price list would change. */
export type PriceListPlan = {
  __typename?: 'PriceListPlan';
  /** The currency in which it asks; null when refused. */
  currency?: Maybe<Scalars['String']['output']>;
  /** How many more change. */
  hiddenCount: Scalars['Int']['output'];
  /** Whether customers buy by it. What they buy from then on is sold at the new prices; what was sold keeps the price that was agreed. */
  isForCustomers: Scalars['Boolean']['output'];
  /** Whether it is for whoever below has no list of their own. */
  isForEverybodyElse: Scalars['Boolean']['output'];
  /** What would be sold below what it costs. */
  losses: Array<PriceLoss>;
  /** What is sold and changes, by name; 200 at most. */
  moves: Array<PriceMove>;
  /** Names of the resellers that it was given to. */
  resellers: Array<Scalars['String']['output']>;
  /** How many stay as they are. */
  unchangedCount: Scalars['Int']['output'];
  /** Why it would be refused; empty when it would not. */
  userErrors: Array<UserError>;
};

/** A price list as it might be from a time on; what is not given is none. */
export type PriceListPlanInput = {
  /** From when; now unless given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the reseller pays in another currency. */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the list; without it, it is a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Put on what recurs and on what is paid once, first; in the seller's currency. */
  markupFixed?: InputMaybe<Scalars['Decimal']['input']>;
  /** Put on all, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Unique within the reseller. */
  name: Scalars['String']['input'];
  /** Prices of the seller's own, at most 500. */
  ownPrices?: InputMaybe<Array<OwnPriceInput>>;
};

/** What a price list says from a time on, until the next one. */
export type PriceListVersion = {
  __typename?: 'PriceListVersion';
  /** Why something of it is sold below what it costs. */
  belowCostReason?: Maybe<Scalars['String']['output']>;
  /** Of all its amounts: the seller's when it was saved. */
  currency: Scalars['String']['output'];
  /** From when. */
  effectiveFrom: Scalars['DateTime']['output'];
  /** How much of the seller's currency one unit of what it pays in is worth; null where it is the same. */
  exchangeRate?: Maybe<Scalars['Decimal']['output']>;
  /** Put on what recurs and on what is paid once, first; in the seller's currency. */
  markupFixed: Scalars['Decimal']['output'];
  /** Put on all, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent: Scalars['Decimal']['output'];
  /** Prices of the seller's own. */
  ownPrices: Array<OwnPrice>;
};

/** What would be sold below what it costs. */
export type PriceLoss = {
  __typename?: 'PriceLoss';
  /** What is paid for it. */
  cost: Money;
  /** Name of the offering. */
  offering: Scalars['String']['output'];
  /** What is asked. */
  price: Money;
};

/** What a price list asks for an offering before and after a change. */
export type PriceMove = {
  __typename?: 'PriceMove';
  /** What it would ask; null: nothing. */
  after?: Maybe<OfferingPrice>;
  /** What it asks now; null: nothing. */
  before?: Maybe<OfferingPrice>;
  /** What would be left to the seller. */
  margin?: Maybe<OfferingPrice>;
  /** The offering. */
  offering: Offering;
  /** What the seller pays; null where nobody said it. */
  pays?: Maybe<OfferingPrice>;
  /** How the new price comes to be. */
  rule?: Maybe<PriceRule>;
};

/** How a price came to be. */
export type PriceRule =
  /** An own rate of a country. */
  | 'COUNTRY'
  /** (cost + fixed) × (1 + percent / 100). */
  | 'MARKUP'
  /** An own price of a price list, on which nothing is put. */
  | 'OWN_PRICE'
  /** An own rate of a prefix. */
  | 'PREFIX'
  /** What customers pay: the seller's own price, or that of the nearest reseller above. */
  | 'RETAIL'
  /** An own rate of the United States and Canada. */
  | 'US_CANADA';

/** What somebody reported about a customer's services, and what became of it. */
export type Problem = Node & {
  __typename?: 'Problem';
  /** What it is about besides a service, as it was reported. */
  application?: Maybe<Scalars['String']['output']>;
  /** When it was closed. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was said when it was closed. */
  closing?: Maybe<Scalars['String']['output']>;
  /** Support contacts it was mailed to; of none, the reseller's own people are told. */
  contactsTold: Scalars['Int']['output'];
  /** When it was reported. */
  createdAt: Scalars['DateTime']['output'];
  /** The customer whose problem it is. */
  customer: Customer;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Who reported it. */
  reporter: Scalars['String']['output'];
  /** The service it is about. Null without service.view. */
  service?: Maybe<Service>;
  /** Where it stands. */
  state: ProblemState;
  /** What does not work, in the reporter's words. */
  text: Scalars['String']['output'];
  /** What tiers above were asked about it, oldest first. */
  tickets: Array<Ticket>;
  /** The resellers above it, from the operator down. */
  tierPath: Array<TierNode>;
};

/** A page of problems. */
export type ProblemConnection = {
  __typename?: 'ProblemConnection';
  /** The page with a cursor for each node. */
  edges: Array<ProblemEdge>;
  /** The page without cursors. */
  nodes: Array<Problem>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many problems match. */
  totalCount: TotalCount;
};

/** One Problem of a page with its place in the list. */
export type ProblemEdge = {
  __typename?: 'ProblemEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Problem;
};

/** Which problems; all conditions must hold. */
export type ProblemFilter = {
  /** Of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<ProblemState>>;
};

/** Result of a mutation of a problem. */
export type ProblemPayload = {
  __typename?: 'ProblemPayload';
  /** The problem; null when refused. */
  problem?: Maybe<Problem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Where a problem stands. */
export type ProblemState =
  /** Done with. */
  | 'CLOSED'
  /** A tier above has been asked for help. */
  | 'ESCALATED'
  /** With the customer's support contacts and its reseller. */
  | 'OPEN';

/** A proof of who one is: a code or a passkey for who has a second factor, the password for who has none. */
export type ProveIdentityInput = {
  /** Six figures from an app, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What the browser says for a passkey, as JSON. */
  passkey?: InputMaybe<Scalars['String']['input']>;
  /** One's password. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** The token of `startIdentityProof`, with a passkey. */
  token?: InputMaybe<Scalars['String']['input']>;
};

/** One execution of a playbook with values frozen at its start. It goes on whether or not anybody watches. */
export type ProvisioningRun = Node & {
  __typename?: 'ProvisioningRun';
  /** What you may do with it now, or why not. */
  actions: Array<RunAction>;
  /** How many of its tasks are done, or failed and ignored. */
  completedTasks: Scalars['Int']['output'];
  /** The customer for whom it is. */
  customer?: Maybe<Customer>;
  /** Why it failed, or why it was rolled back. */
  error?: Maybe<RunError>;
  /** The run with its tasks and log as one JSON text. */
  export: Scalars['String']['output'];
  /** When it came to an end; null while it has not, and again after a retry. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** What it is for. */
  kind: ProvisioningRunKind;
  /** Short number, unique with its reseller. */
  number: Scalars['Int']['output'];
  /** The order that it provisions. */
  order?: Maybe<Order>;
  /** Through what it was started. */
  origin: Channel;
  /** Its playbook; null where that is not for you to see. */
  playbook?: Maybe<Playbook>;
  /** Key of its playbook. */
  playbookKey: Scalars['String']['output'];
  /** Version of the playbook that it is pinned to. */
  playbookVersion: Scalars['Int']['output'];
  /** When it was recorded. */
  queuedAt: Scalars['DateTime']['output'];
  /** How often a person may retry it before an operator has to look at it. */
  retriesAllowed: Scalars['Int']['output'];
  /** How often a person has retried it. */
  retriesUsed: Scalars['Int']['output'];
  /** Grows with every change. Hand it in with what you do, so that nothing is done to a run you have not seen. */
  sequence: Scalars['Int']['output'];
  /** The service that it makes, changes or ends. */
  service?: Maybe<Service>;
  /** When a worker began it. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who started it. */
  startedBy: Scalars['String']['output'];
  /** Where it stands. */
  state: ProvisioningRunState;
  /** Its tasks in an order of their needs. */
  tasks: Array<ProvisioningTask>;
  /** The resellers above it, from the operator down. */
  tierPath: Array<TierNode>;
  /** What it does, for whom. */
  title: Scalars['String']['output'];
  /** How many tasks it has. */
  totalTasks: Scalars['Int']['output'];
  /** The values it was started with, and the secrets it made, masked. */
  variables: Array<RunVariable>;
  /** What it waits for; null when it does not wait. */
  waitingFor?: Maybe<WaitReason>;
  /** Until when it waits; null where that is open. */
  waitingUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of runs, newest first. */
export type ProvisioningRunConnection = {
  __typename?: 'ProvisioningRunConnection';
  /** The page with a cursor for each node. */
  edges: Array<ProvisioningRunEdge>;
  /** The failed ones among them by cause, most frequent first. */
  errorGroups: Array<RunErrorGroup>;
  /** The page without cursors. */
  nodes: Array<ProvisioningRun>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many runs the filter leaves. */
  totalCount: TotalCount;
};

/** One ProvisioningRun of a page with its place in the list. */
export type ProvisioningRunEdge = {
  __typename?: 'ProvisioningRunEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: ProvisioningRun;
};

/** Which runs; what is absent leaves nothing out. */
export type ProvisioningRunFilter = {
  /** Only those for this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only failed ones with this code. */
  errorCode?: InputMaybe<Scalars['String']['input']>;
  /** Only those that you started. */
  isMine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those of this kind. */
  kind?: InputMaybe<ProvisioningRunKind>;
  /** Only those of this playbook. */
  playbookKey?: InputMaybe<Scalars['String']['input']>;
  /** A number, or words of the title. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those of this service. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those in these states. */
  state?: InputMaybe<Array<ProvisioningRunState>>;
};

/** What a run is for. */
export type ProvisioningRunKind =
  /** Adds something to a service. */
  | 'ADD_ON'
  /** Changes a service, e.g. how many calls at a time it may have. */
  | 'CHANGE'
  /** Makes a new service. */
  | 'PROVISION'
  /** Ends a service. */
  | 'TERMINATE';

/** Where a run stands. */
export type ProvisioningRunState =
  /** A person stopped it between two tasks. What it did until then can be rolled back. */
  | 'CANCELLED'
  /** A task has failed. It can be retried from there, or rolled back. */
  | 'FAILED'
  /** A worker will begin it in a moment. */
  | 'QUEUED'
  /** All that it did is undone. */
  | 'ROLLED_BACK'
  /** Its tasks are being undone, last first. */
  | 'ROLLING_BACK'
  /** A task could not be undone. Roll back again once the cause is gone. */
  | 'ROLL_BACK_FAILED'
  /** A worker is at it. */
  | 'RUNNING'
  /** All of its tasks are done. */
  | 'SUCCEEDED'
  /** Done, but for tasks whose failure is ignored. */
  | 'SUCCEEDED_WITH_WARNINGS'
  /** It waits for something: see waitingFor. */
  | 'WAITING';

/** One task of a run. */
export type ProvisioningTask = {
  __typename?: 'ProvisioningTask';
  /** How many attempts were begun, this one included. */
  attempt: Scalars['Int']['output'];
  /** Whether one can ask outside if it happened; where not, as with mail, it is repeated under the same key. */
  canBeAsked: Scalars['Boolean']['output'];
  /** Key of the connector it works through; null when it works within Tierline. */
  connector?: Maybe<Scalars['String']['output']>;
  /** When it fails with TASK_TIMEOUT at the latest. */
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it does here, in one line. */
  detail?: Maybe<Scalars['String']['output']>;
  /** Why the last attempt failed. */
  error?: Maybe<RunError>;
  /** When it was done, had failed, or was undone. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the run goes on, with a warning, when it fails. */
  ignoresErrors: Scalars['Boolean']['output'];
  /** What a person is to do; null unless it is a manual task. */
  instructions?: Maybe<Scalars['String']['output']>;
  /** True while it is not known whether it happened outside; it is asked for before it is repeated. */
  isOutcomeUnknown: Scalars['Boolean']['output'];
  /** Key of the task within its playbook. */
  key: Scalars['String']['output'];
  /** How it is done. */
  kind: TaskKind;
  /** What happened in its attempts, oldest first. */
  log: TaskLogConnection;
  /** After how many attempts it fails. A retry by a person adds as many again. */
  maxAttempts: Scalars['Int']['output'];
  /** How it is going, in one line. */
  message?: Maybe<Scalars['String']['output']>;
  /** Keys of the tasks that come before. */
  needs: Array<Scalars['String']['output']>;
  /** When the next attempt is due; null unless it is RETRYING. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its first attempt began. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: ProvisioningTaskState;
  /** What people read while it runs. */
  title: Scalars['String']['output'];
};


/** One task of a run. */
export type ProvisioningTaskLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Where a task of a run stands. */
export type ProvisioningTaskState =
  /** Failed, and with it the run. */
  | 'FAILED'
  /** Failed, and the run goes on with a warning. */
  | 'FAILED_IGNORED'
  /** Not begun. */
  | 'PENDING'
  /** The last attempt failed; the next one is due at nextAttemptAt. */
  | 'RETRYING'
  /** Under way. */
  | 'RUNNING'
  /** Not done, as the run ended before. */
  | 'SKIPPED'
  /** Done. */
  | 'SUCCEEDED'
  /** Undone. */
  | 'UNDONE'
  /** Waits for a person. */
  | 'WAITING';

/** What is said of it. */
export type PublishBrandInput = {
  /** A note for those who come later: 200 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Lines of the customers of your own reseller with plan, numbers and balance, and customers without any.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  accountReport: AccountReportConnection;
  /**
   * The allowances of your own reseller, by name.
   *
   * Requires the permission `rate.view` (View rates).
   */
  allowances: Array<Allowance>;
  /**
   * A program of your tier; null when none exists for you.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  apiClient?: Maybe<ApiClient>;
  /**
   * The programs of your tier, newest first.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  apiClients: ApiClientConnection;
  /**
   * What the API accepts of anybody.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  apiLimits: ApiLimits;
  /**
   * What programs of your tier asked in the last thirty days, newest first.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  apiRequests: ApiRequestConnection;
  /**
   * What was done and what was refused in your tier and below, newest first. A search, a channel or DONE is looked for in 20,000 entries a page: such a page may be short or empty and still have a next one, and says in `searchedBackTo` how far it came.
   *
   * Requires the permission `audit.view` (View the audit trail).
   */
  auditEntries: AuditEntryConnection;
  /**
   * Billing reports that you have asked for, newest first.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  billingReports: BillingReportConnection;
  /**
   * How your own reseller shows itself to its customers, and under which host names.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  brand: Brand;
  /**
   * An import; null when none with this id exists for you.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  bulkImport?: Maybe<BulkImport>;
  /**
   * Imports of your tier, the newest first, at most 100.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  bulkImports: Array<BulkImport>;
  /**
   * How the business of your own reseller stands now.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  businessFigures: BusinessFigures;
  /**
   * The limits on calls of a customer of yours, of a line of theirs, of a reseller right below, or without an id your own.
   *
   * Requires the permission `call.guard` (Limit calls).
   */
  callGuard: CallGuard;
  /**
   * Where one dials in to meetings: five regions, in their order.
   *
   * Requires the permission `customer.view` (View customers).
   */
  callInRegions: Array<CallInRegion>;
  /**
   * What calls brought your own reseller and cost it, by who bought them; who paid the most before the others.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  callMargins: Array<CallMargin>;
  /**
   * Calls of your tier and below, the latest first; of 92 days at most.
   *
   * Requires the permission `call.view` (View calls).
   */
  calls: CallConnection;
  /**
   * When the calls that your own reseller sold began, and what they brought and cost it: by days, of three months at most, or by the hour of the day. What has none is there too.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  callsByTime: Array<CallsAtTime>;
  /**
   * Every kind of outside system with its last known health.
   *
   * Requires the permission `connector.view` (View connectors).
   */
  connectors: Array<Connector>;
  /**
   * A credit note by its id.
   *
   * Requires the permission `invoice.view` (View invoices).
   */
  creditNote?: Maybe<CreditNote>;
  /**
   * A customer; null when none with this id exists for you.
   *
   * Requires the permission `customer.view` (View customers).
   */
  customer?: Maybe<Customer>;
  /**
   * Customers of your tier. A search brings the best match first.
   *
   * Requires the permission `customer.view` (View customers).
   */
  customers: CustomerConnection;
  /**
   * How many customers of your own reseller do what: every type of business, the most frequent first, and last those of whom nobody has said.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  customersByBusinessType: Array<CustomersOfType>;
  /**
   * Numbers that a customer has or had for fees of their own, newest first; 200 at most.
   *
   * Requires the permission `inventory.view` (View inventory).
   */
  dids: Array<Did>;
  /**
   * Whether a new person could sign in with this address; saving looks again.
   *
   * Requires the permission `user.invite` (Invite people).
   */
  emailCheck: EmailCheck;
  /**
   * How an amount that was charged came to be, reckoned anew from what was kept with it.
   *
   * Requires the permission `invoice.view` (View invoices).
   */
  explainCharge?: Maybe<Charge>;
  /**
   * What you ask for an offering or a minute at a time, and why. Nothing is written.
   *
   * Requires the permission `rate.view` (View rates).
   */
  explainPrice: ExplainedPrice;
  /**
   * Revenue, deposits, cost and profit of your own reseller by months.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  financialReport: FinancialReport;
  /**
   * What needs attention at a reseller and below it, and its figures of the day.
   *
   * Requires the permission `home.view` (View home).
   */
  homeSummary: HomeSummary;
  /**
   * An item of your tier. Null when none exists for you.
   *
   * Requires the permission `inventory.view` (View inventory).
   */
  inventoryItem?: Maybe<InventoryItem>;
  /**
   * Items of your tier by holder and label; a picker's by identifier; a search brings what begins with it first.
   *
   * Requires the permission `inventory.view` (View inventory).
   */
  inventoryItems: InventoryItemConnection;
  /**
   * The sorts of stock that your tier and those below it keep, by key.
   *
   * Requires the permission `inventory.view` (View inventory).
   */
  inventoryTemplates: InventoryTemplateConnection;
  /** Who was invited, for whoever holds the link; null when it works no more. */
  invitation?: Maybe<Invitation>;
  /**
   * An invoice by its id.
   *
   * Requires the permission `invoice.view` (View invoices).
   */
  invoice?: Maybe<Invoice>;
  /**
   * The demo network that comes with Tierline.
   *
   * Requires the permission `lab.view` (View the lab).
   */
  lab: Lab;
  /**
   * The calls of your tier that are under way now.
   *
   * Requires the permission `call.view` (View calls).
   */
  liveCalls: LiveCalls;
  /**
   * What one proves oneself with besides the password.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  myFactors: OwnFactors;
  /**
   * What you have set aside, the oldest first.
   *
   * Requires the permission `inventory.reserve` (Reserve inventory).
   */
  myReservations: Array<Reservation>;
  /**
   * Where one is signed in, the last used first.
   *
   * Requires the permission `profile.update` (Change one's own profile).
   */
  mySessions: Array<Session>;
  /** Anything by its id; null when nothing with this id exists for you. */
  node?: Maybe<Node>;
  /** Up to 100 things by their ids, in the order asked; null where nothing exists for you. */
  nodes: Array<Maybe<Node>>;
  /**
   * Numbers that the reseller right above offers you, by number; 200 at most.
   *
   * Requires the permission `inventory.add` (Add inventory).
   */
  numberOffers: Array<NumberOffer>;
  /**
   * Numbers that customers of your own reseller have for fees, and when these are charged next.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  numberReport: NumberReportConnection;
  /**
   * An offering by id or by slug. Null when none exists for you.
   *
   * Requires the permission `catalog.view` (View the catalog).
   */
  offering?: Maybe<Offering>;
  /**
   * What your tier sells: its own offerings and those from above, by name.
   *
   * Requires the permission `catalog.view` (View the catalog).
   */
  offerings: OfferingConnection;
  /**
   * One of them; null when none with this id is yours.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  onboarding?: Maybe<Onboarding>;
  /**
   * The templates of your reseller, by name; at most 100.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  onboardingTemplates: Array<OnboardingTemplate>;
  /**
   * Customers who are taken on in your tier, the latest first.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  onboardings: OnboardingConnection;
  /** What people are asked who sign up under this host name; null where nobody does. */
  openSignUpForm?: Maybe<SignUpForm>;
  /**
   * What an order would cost and do, and everything that stands in its way. Writes nothing.
   *
   * Requires the permission `order.place` (Place orders).
   */
  orderQuote: OrderQuote;
  /**
   * Your own reseller's accounts with payment providers.
   *
   * Requires the permission `payment.set_up` (Set up payments).
   */
  paymentGateways: Array<PaymentGateway>;
  /**
   * What saving a price list would change, for whom, and what would lose money. Nothing is written.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  planPriceList: PriceListPlan;
  /**
   * What calls that are over would come to by the prices that count for their time now: of 1,000, with a cursor to those behind them. Nothing is written.
   *
   * Requires the permission `call.record` (Record calls).
   */
  planRerating: Rerating;
  /**
   * A playbook by its key; null when none has it for you.
   *
   * Requires the permission `playbook.view` (View playbooks).
   */
  playbook?: Maybe<Playbook>;
  /**
   * Everything a playbook can be written with.
   *
   * Requires the permission `playbook.view` (View playbooks).
   */
  playbookLanguage: PlaybookLanguage;
  /**
   * Playbooks that you can use, by key.
   *
   * Requires the permission `playbook.view` (View playbooks).
   */
  playbooks: PlaybookConnection;
  /**
   * What a postal code says of an address: for filling in a form, which goes on without an answer.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  postalCodeLookup: PostalCodeLookup;
  /**
   * Whether a customer could be created: the checks of `createCustomer`, and nothing is written.
   *
   * Requires the permission `customer.create` (Create customers).
   */
  precheckCustomer: Precheck;
  /**
   * Whether a subscriber could be created: all that `createSubscriber` checks, and nothing is written.
   *
   * Requires the permission `subscriber.edit` (Edit subscribers).
   */
  precheckSubscriber: Precheck;
  /**
   * What a rate plan of these terms would ask for some destinations, and what it would bring. Nothing is written.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  previewRatePlan: RatePlanPreview;
  /**
   * The price lists of your own reseller, by name.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  priceLists: Array<PriceList>;
  /**
   * A problem of your tier; null when none exists for you.
   *
   * Requires the permission `problem.view` (View problems).
   */
  problem?: Maybe<Problem>;
  /**
   * The problems of your tier, newest first.
   *
   * Requires the permission `problem.view` (View problems).
   */
  problems: ProblemConnection;
  /**
   * A run; null when none with this id exists for you.
   *
   * Requires the permission `run.view` (View runs).
   */
  provisioningRun?: Maybe<ProvisioningRun>;
  /**
   * Runs of your tier, newest first.
   *
   * Requires the permission `run.view` (View runs).
   */
  provisioningRuns: ProvisioningRunConnection;
  /**
   * The rate decks of your own reseller, newest first.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  rateDecks: RateDeckConnection;
  /**
   * The rate plans of your own reseller, by name.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  ratePlans: Array<RatePlan>;
  /**
   * A reseller of your tier; your own without an id. Null when none exists for you.
   *
   * Requires the permission `reseller.view` (View resellers).
   */
  reseller?: Maybe<Reseller>;
  /**
   * What moving a reseller below another parent would change, and why it could not be. Changes nothing.
   *
   * Requires the permission `reseller.move` (Move resellers).
   */
  resellerMove: ResellerMove;
  /**
   * What letting a reseller below yours sell other offerings would change. Changes nothing.
   *
   * Requires the permission `reseller.delegate` (Limit resellers).
   */
  resellerSelling: ResellerSelling;
  /**
   * Your own reseller and all below it.
   *
   * Requires the permission `reseller.view` (View resellers).
   */
  resellers: ResellerConnection;
  /**
   * Own roles of your reseller and of those below it, by name. The built-in ones are the enum `Role`.
   *
   * Requires the permission `user.view` (View people).
   */
  roles: CustomRoleConnection;
  /**
   * A case of your tier; null when none exists for you.
   *
   * Requires the permission `screening.view` (View screening).
   */
  screeningCase?: Maybe<ScreeningCase>;
  /**
   * The cases of your tier, the oldest first.
   *
   * Requires the permission `screening.view` (View screening).
   */
  screeningCases: ScreeningCaseConnection;
  /**
   * How reviewing goes in your tier.
   *
   * Requires the permission `screening.view` (View screening).
   */
  screeningFigures: ScreeningFigures;
  /**
   * The lists that are fetched by themselves, and what came of it.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  screeningListSources: Array<ScreeningListSource>;
  /**
   * The imports of all lists, the newest first, at most 100.
   *
   * Requires the permission `screening.import` (Import screening lists).
   */
  screeningLists: Array<ScreeningListVersion>;
  /**
   * How customers are compared, and where policies are read.
   *
   * Requires the permission `screening.view` (View screening).
   */
  screeningSettings: ScreeningSettings;
  /**
   * Everything at once: customers, services, items, runs and offerings, each kind for who may see it.
   *
   * Requires the permission `search.use` (Search).
   */
  search: SearchConnection;
  /**
   * What calls are bought and sold at by your own reseller now, by prefix, with the margin of a minute.
   *
   * Requires the permission `finance.view` (View cost and margin).
   */
  sellRates: SellRateConnection;
  /**
   * A service; null when none with this id exists for you.
   *
   * Requires the permission `service.view` (View services).
   */
  service?: Maybe<Service>;
  /**
   * Services of your tier, newest first.
   *
   * Requires the permission `service.view` (View services).
   */
  services: ServiceConnection;
  /**
   * Whether people may sign up at your own reseller, and what they are asked.
   *
   * Requires the permission `brand.edit` (Edit the brand).
   */
  signUpForm: SignUpForm;
  /** What a postal code says of an address, for whoever holds a link to sign up: for filling in the form, which goes on without an answer. */
  signUpPostalCode: PostalCodeLookup;
  /**
   * What a call would cost, and why. Nothing is written.
   *
   * Requires the permission `rate.view` (View rates).
   */
  simulateCall: SimulatedCall;
  /** What a link to sign up is for, for whoever holds it. */
  startedSignUp: StartedSignUp;
  /**
   * A subscriber; null when none with this id is yours.
   *
   * Requires the permission `subscriber.view` (View subscribers).
   */
  subscriber?: Maybe<Subscriber>;
  /**
   * Subscribers of your tier, the latest first unless asked.
   *
   * Requires the permission `subscriber.view` (View subscribers).
   */
  subscribers: SubscriberConnection;
  /**
   * The tax rates of your own reseller, by place and name, with those that are over and those to come.
   *
   * Requires the permission `rate.view` (View rates).
   */
  taxRates: Array<TaxRate>;
  /**
   * A person of your tier. Null when none exists for you.
   *
   * Requires the permission `user.view` (View people).
   */
  user?: Maybe<User>;
  /**
   * People of your tier, by name: your own reseller's, and all below it.
   *
   * Requires the permission `user.view` (View people).
   */
  users: UserConnection;
  /** Who asks; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
  /**
   * What was missed in an outage and waits for you to charge or waive it: of those you sell to.
   *
   * Requires the permission `balance.view` (View balances).
   */
  waitingCharges: WaitingChargeConnection;
  /**
   * What endpoints of your tier were sent in the last thirty days, newest first.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  webhookDeliveries: WebhookDeliveryConnection;
  /**
   * An endpoint of your tier; null when none exists for you.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  webhookEndpoint?: Maybe<WebhookEndpoint>;
  /**
   * The endpoints of your tier, newest first.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  webhookEndpoints: WebhookEndpointConnection;
  /**
   * What an endpoint can hear of, with an example of each.
   *
   * Requires the permission `api_key.view` (View API keys).
   */
  webhookEventTypes: Array<WebhookEventType>;
};


export type QueryAccountReportArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountReportFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<AccountReportOrder>;
};


export type QueryApiClientArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApiClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryApiRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApiRequestFilter>;
  first: Scalars['Int']['input'];
};


export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first: Scalars['Int']['input'];
};


export type QueryBillingReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryBulkImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCallGuardArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCallMarginsArgs = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


export type QueryCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: CallFilter;
  first: Scalars['Int']['input'];
};


export type QueryCallsByTimeArgs = {
  by: CallTime;
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


export type QueryCreditNoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<CustomerOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDidsArgs = {
  customerId: Scalars['ID']['input'];
};


export type QueryEmailCheckArgs = {
  email: Scalars['String']['input'];
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryExplainChargeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExplainPriceArgs = {
  input: ExplainPriceInput;
};


export type QueryFinancialReportArgs = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


export type QueryHomeSummaryArgs = {
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInventoryItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInventoryItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryItemFilter>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInventoryTemplatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryInvitationArgs = {
  token: Scalars['String']['input'];
};


export type QueryInvoiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLiveCallsArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryNumberOffersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNumberReportArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NumberReportFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<NumberReportOrder>;
};


export type QueryOfferingArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOfferingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OfferingFilter>;
  first: Scalars['Int']['input'];
};


export type QueryOnboardingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOnboardingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OnboardingFilter>;
  first: Scalars['Int']['input'];
};


export type QueryOrderQuoteArgs = {
  input: OrderQuoteInput;
};


export type QueryPlanPriceListArgs = {
  input: PriceListPlanInput;
};


export type QueryPlanReratingArgs = {
  input: PlanReratingInput;
};


export type QueryPlaybookArgs = {
  key: Scalars['String']['input'];
};


export type QueryPlaybooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryPostalCodeLookupArgs = {
  country: Scalars['String']['input'];
  postalCode: Scalars['String']['input'];
};


export type QueryPrecheckCustomerArgs = {
  input: PrecheckCustomerInput;
};


export type QueryPrecheckSubscriberArgs = {
  input: PrecheckSubscriberInput;
};


export type QueryPreviewRatePlanArgs = {
  input: RatePlanPreviewInput;
};


export type QueryProblemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProblemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProblemFilter>;
  first: Scalars['Int']['input'];
};


export type QueryProvisioningRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProvisioningRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProvisioningRunFilter>;
  first: Scalars['Int']['input'];
};


export type QueryRateDecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryResellerArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryResellerMoveArgs = {
  id: Scalars['ID']['input'];
  parentId: Scalars['ID']['input'];
};


export type QueryResellerSellingArgs = {
  id: Scalars['ID']['input'];
  offeringIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryResellersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResellerFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<ResellerOrder>;
};


export type QueryRolesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  resellerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryScreeningCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryScreeningCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ScreeningCaseFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySearchArgs = {
  first: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};


export type QuerySellRatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySignUpPostalCodeArgs = {
  country: Scalars['String']['input'];
  postalCode: Scalars['String']['input'];
  token: Scalars['String']['input'];
};


export type QuerySimulateCallArgs = {
  input: SimulateCallInput;
};


export type QueryStartedSignUpArgs = {
  token: Scalars['String']['input'];
};


export type QuerySubscriberArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySubscribersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<SortDirection>;
  filter?: InputMaybe<SubscriberFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<SubscriberOrder>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first: Scalars['Int']['input'];
};


export type QueryWaitingChargesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
  first: Scalars['Int']['input'];
};


export type QueryWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookEndpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One thing that was checked before the order. */
export type QuoteCheck = {
  __typename?: 'QuoteCheck';
  /** What was checked. */
  code: QuoteCheckCode;
  /** The finding in a sentence. */
  message: Scalars['String']['output'];
  /** The input field that it is about; null when it is about none. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What it came to. */
  state: QuoteCheckState;
};

/** What is checked before an order can be placed. */
export type QuoteCheckCode =
  /** May it spend, and all who sell to it? */
  | 'ACCOUNT'
  /** Is it the right customer, and an active one? */
  | 'CUSTOMER'
  /** Are the offering's own fields and those of a business filled in? */
  | 'CUSTOM_FIELDS'
  /** Is the offering for this customer? */
  | 'ELIGIBILITY'
  /** Is the day of the installation agreed upon? */
  | 'INSTALLATION'
  /** Is everything picked that it needs from stock? */
  | 'INVENTORY'
  /** Can be charged what is to be charged? */
  | 'PAYMENT_METHOD'
  /** Can it be provisioned? */
  | 'PLAYBOOK'
  /** Does it have a price, and which? */
  | 'PRICE'
  /** For an add-on: which service is it added to? */
  | 'SERVICE'
  /** Is it known where it will be used? */
  | 'SITE';

/** What a check came to. */
export type QuoteCheckState =
  /** The order would be refused. */
  | 'BLOCKING'
  /** Nothing speaks against it. */
  | 'OK'
  /** Worth knowing; the order can be placed. */
  | 'WARNING';

/** One amount of a quote or an order. */
export type QuoteLine = {
  __typename?: 'QuoteLine';
  /** The amount, due in advance. */
  amount: Money;
  /** First day that it pays for; null for what is paid once. */
  from?: Maybe<Scalars['Date']['output']>;
  /** Whether it is due once or for each period. */
  kind: PriceKind;
  /** What it is for. */
  label: Scalars['String']['output'];
  /** Last day that it pays for; null for what is paid once. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** What calls to numbers with a prefix cost. */
export type Rate = {
  __typename?: 'Rate';
  /** First part, step and grace in seconds, as in 30/6/3. */
  cadence: Scalars['String']['output'];
  /** Once a call. */
  connectFee: Scalars['Decimal']['output'];
  /** What the deck calls it. */
  destination: Scalars['String']['output'];
  /** Seconds that the connect fee has paid. */
  includedSeconds: Scalars['Int']['output'];
  /** Whether it is not called. */
  isBlocked: Scalars['Boolean']['output'];
  /** Fixed or mobile, where the deck tells. */
  lineType?: Maybe<LineType>;
  /** Digits from the country code on. */
  prefix: Scalars['String']['output'];
  /** A minute. */
  ratePerMinute: Scalars['Decimal']['output'];
  /** The route that it is for; null: whichever a call takes. */
  route?: Maybe<CallRoute>;
};

/** A prefix that a deck changes. */
export type RateChange = {
  __typename?: 'RateChange';
  /** What it costs then. */
  after?: Maybe<Scalars['Decimal']['output']>;
  /** What a minute cost before. */
  before?: Maybe<Scalars['Decimal']['output']>;
  /** What the deck calls it. */
  destination: Scalars['String']['output'];
  /** How it changes. */
  kind: RateChangeKind;
  /** Fixed or mobile, where the deck tells. */
  lineType?: Maybe<LineType>;
  /** Digits from the country code on. */
  prefix: Scalars['String']['output'];
  /** The route that it is for; null: whichever a call takes. */
  route?: Maybe<CallRoute>;
};

/** Changes of a deck, by prefix. */
export type RateChangeConnection = {
  __typename?: 'RateChangeConnection';
  /** The page with a cursor for each node. */
  edges: Array<RateChangeEdge>;
  /** The page without cursors. */
  nodes: Array<RateChange>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One RateChange of a page with its place in the list. */
export type RateChangeEdge = {
  __typename?: 'RateChangeEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: RateChange;
};

/** How a prefix differs from the deck before. */
export type RateChangeKind =
  /** New; its calls were priced by a shorter prefix before, if any. */
  | 'ADDED'
  /** Not called any more. */
  | 'BLOCKED'
  /** Its rate is the same, and something else is not: cadence, fee, name. */
  | 'CHANGED'
  /** Cheaper. */
  | 'DOWN'
  /** No longer there; its calls are priced by a shorter prefix, if any. */
  | 'GONE'
  /** Dearer. */
  | 'UP';

/** Rates of a deck. */
export type RateConnection = {
  __typename?: 'RateConnection';
  /** The page with a cursor for each node. */
  edges: Array<RateEdge>;
  /** The page without cursors. */
  nodes: Array<Rate>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** What a reseller pays its carrier: one import, whole. */
export type RateDeck = Node & {
  __typename?: 'RateDeck';
  /** What it changes, by prefix. */
  changes: RateChangeConnection;
  /** What it changes, as it was planned. */
  counts: RateDeckCounts;
  /** When it was imported. */
  createdAt: Scalars['DateTime']['output'];
  /** By whom. */
  createdBy: Scalars['String']['output'];
  /** ISO 4217. */
  currency: Scalars['String']['output'];
  /** From when calls are bought by it; null while planned. */
  effectiveFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the file that was imported. */
  fileName: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Own rates of plans that it makes a loss of; a hundred at most. */
  losses: Array<RateLoss>;
  /** Counted within the reseller. */
  number: Scalars['Int']['output'];
  /** How many prefixes it has. */
  rateCount: Scalars['Int']['output'];
  /** Its rates, by prefix. */
  rates: RateConnection;
  /** What became of it. */
  state: RateDeckState;
  /** When it was taken back. */
  undoneAt?: Maybe<Scalars['DateTime']['output']>;
};


/** What a reseller pays its carrier: one import, whole. */
export type RateDeckChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  kind?: InputMaybe<RateChangeKind>;
};


/** What a reseller pays its carrier: one import, whole. */
export type RateDeckRatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Rate decks, newest first. */
export type RateDeckConnection = {
  __typename?: 'RateDeckConnection';
  /** The page with a cursor for each node. */
  edges: Array<RateDeckEdge>;
  /** The page without cursors. */
  nodes: Array<RateDeck>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** How many prefixes differ from the deck before, and how. */
export type RateDeckCounts = {
  __typename?: 'RateDeckCounts';
  /** New ones. */
  added: Scalars['Int']['output'];
  /** Not called any more. */
  blocked: Scalars['Int']['output'];
  /** With the same rate and another cadence, fee or name. */
  changed: Scalars['Int']['output'];
  /** Cheaper ones. */
  down: Scalars['Int']['output'];
  /** No longer there. */
  gone: Scalars['Int']['output'];
  /** The same as before. */
  unchanged: Scalars['Int']['output'];
  /** Dearer ones. */
  up: Scalars['Int']['output'];
};

/** One RateDeck of a page with its place in the list. */
export type RateDeckEdge = {
  __typename?: 'RateDeckEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: RateDeck;
};

/** Result of a change of a rate deck. */
export type RateDeckPayload = {
  __typename?: 'RateDeckPayload';
  /** The deck as it is now; null when refused. */
  rateDeck?: Maybe<RateDeck>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What became of an import. */
export type RateDeckState =
  /** Calls are bought by it from its time on, until that of the next. */
  | 'APPLIED'
  /** Compared with the deck before, and nothing changed yet. */
  | 'PLANNED'
  /** Taken back: the deck before counts again. */
  | 'UNDONE';

/** One Rate of a page with its place in the list. */
export type RateEdge = {
  __typename?: 'RateEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Rate;
};

/** An own rate of a plan that is below what the deck costs. */
export type RateLoss = {
  __typename?: 'RateLoss';
  /** What the dearest prefix of it costs. */
  cost: Scalars['Decimal']['output'];
  /** Name of the rate plan. */
  plan: Scalars['String']['output'];
  /** What is asked a minute. */
  ratePerMinute: Scalars['Decimal']['output'];
  /** The prefix or country that the own rate is for; US/CA for that block. */
  target: Scalars['String']['output'];
};

/** A rate of the seller's own: it replaces the marked-up one. */
export type RateOverride = {
  __typename?: 'RateOverride';
  /** A minute. */
  ratePerMinute: Scalars['Decimal']['output'];
  /** What it is for. */
  scope: RateOverrideScope;
  /** The prefix or the country (ISO 3166); empty for US_CANADA. */
  target: Scalars['String']['output'];
};

/** A rate of the seller's own. */
export type RateOverrideInput = {
  /** A minute. */
  ratePerMinute: Scalars['Decimal']['input'];
  /** What it is for. */
  scope: RateOverrideScope;
  /** The prefix or the country (ISO 3166); none for US_CANADA. */
  target?: InputMaybe<Scalars['String']['input']>;
};

/** What a rate of a seller's own is for; the first of these goes before the others. */
export type RateOverrideScope =
  /** Numbers of a country. */
  | 'COUNTRY'
  /** Numbers with a prefix; the longest counts. */
  | 'PREFIX'
  /** Numbers of the United States and Canada. */
  | 'US_CANADA';

/** How a reseller prices calls for who buys from it. */
export type RatePlan = Node & {
  __typename?: 'RatePlan';
  /** How many customers it was given to. */
  customerCount: Scalars['Int']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether it is for whoever has no plan of their own. */
  isForEverybodyElse: Scalars['Boolean']['output'];
  /** Unique within the reseller. */
  name: Scalars['String']['output'];
  /** Names of the resellers that it was given to. */
  resellers: Array<Scalars['String']['output']>;
  /** What it says now, then what it is going to say. */
  versions: Array<RatePlanVersion>;
};

/** Result of a change of a rate plan. */
export type RatePlanPayload = {
  __typename?: 'RatePlanPayload';
  /** The plan as it is now; null when refused. */
  ratePlan?: Maybe<RatePlan>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a rate plan would ask for some destinations, before it is saved. */
export type RatePlanPreview = {
  __typename?: 'RatePlanPreview';
  /** Well-known destinations, five at most; fewer where the deck has fewer. */
  routes: Array<SellRate>;
  /** Why the plan would be refused; empty when it would not. */
  userErrors: Array<UserError>;
};

/** What a rate plan would say; what is not given is none. */
export type RatePlanPreviewInput = {
  /** Unless given, calls are counted as they are bought. */
  cadence?: InputMaybe<CadenceInput>;
  /** The same of calls to Canada. VALUE unless given. */
  canadaRoute?: InputMaybe<CallRoute>;
  /** Where the reseller pays in another currency. */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it. VALUE unless given. */
  internationalRoute?: InputMaybe<CallRoute>;
  /** Put on what a minute costs, first. */
  markupFixed?: InputMaybe<Scalars['Decimal']['input']>;
  /** Put on both, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Rates of the seller's own. */
  overrides?: InputMaybe<Array<RateOverrideInput>>;
};

/** What a rate plan says from a time on, until the next one. */
export type RatePlanVersion = {
  __typename?: 'RatePlanVersion';
  /** First part, step and grace in seconds, as in 60/60; null: as calls are bought. */
  cadence?: Maybe<Scalars['String']['output']>;
  /** The same of calls to Canada. */
  canadaRoute: CallRoute;
  /** From when. */
  effectiveFrom: Scalars['DateTime']['output'];
  /** How much of the seller's currency one unit of what it pays in is worth; null where it is the same. */
  exchangeRate?: Maybe<Scalars['Decimal']['output']>;
  /** Minutes that a line that has the plan may talk each month without paying for them. Null where there are none. */
  freeMinutes?: Maybe<Scalars['Int']['output']>;
  /** By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it. */
  internationalRoute: CallRoute;
  /** Put on what a minute costs, first. */
  markupFixed: Scalars['Decimal']['output'];
  /** Put on both, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent: Scalars['Decimal']['output'];
  /** Asked each month of a line that has the plan. Null where there is none. */
  monthlyFee?: Maybe<Money>;
  /** Rates of the seller's own. */
  overrides: Array<RateOverride>;
  /** Asked once of a line that gets the plan. Null where there is none. */
  setupFee?: Maybe<Money>;
};

/** A deactivated customer to switch on again. */
export type ReactivateCustomerInput = {
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What was handed to a customer. */
export type RecordHandOverInput = {
  /** Made by the caller; the same key has one effect and one answer. */
  idempotencyKey: Scalars['ID']['input'];
  /** Anything worth knowing, up to 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Service whose items were handed over. */
  serviceId: Scalars['ID']['input'];
};

/** What was handed over, or why nothing was noted. */
export type RecordHandOverPayload = {
  __typename?: 'RecordHandOverPayload';
  /** The items with their new entry in their history. */
  items: Array<InventoryItem>;
  /** The service; null when refused. */
  service?: Maybe<Service>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Money that came in by hand. */
export type RecordPaymentInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** More than nothing, with no more places than the currency has. */
  amount: Scalars['Decimal']['input'];
  /** What it is for: stands in the statement. */
  description: Scalars['String']['input'];
  /** True: tells what would become of it and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made by the caller; the same key and input have one effect. A dry run leaves it unused. */
  idempotencyKey: Scalars['ID']['input'];
  /** Your own reference, e.g. of a bank transfer. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** What is given back, and why. */
export type RefundPaymentInput = {
  /** How much; left out: all that is left of it. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the payment. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** Why: kept in the audit trail. */
  reason: Scalars['String']['input'];
};

/** A customer that signed up, and why it is not taken on. */
export type RefuseCustomerInput = {
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Why; the customer is told. */
  reason: Scalars['String']['input'];
};

/** A call that was not put through. */
export type RefusedCall = {
  __typename?: 'RefusedCall';
  /** Who was called. */
  called: Scalars['String']['output'];
  /** The line that called. */
  caller: Scalars['String']['output'];
  /** The customer who called. */
  customer: Customer;
  /** What the switch called it. */
  key: Scalars['String']['output'];
  /** Why, in the language of the request. */
  message: Scalars['String']['output'];
  /** Why, for programs. */
  reason: CallRefusal;
  /** When. */
  refusedAt: Scalars['DateTime']['output'];
};

/** Numbers in a row to take into stock: all of them, or none. */
export type RegisterNumbersInput = {
  /** Where they belong (ISO 3166); the holder's country unless given. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The first of them, exactly as the carrier writes it. */
  firstNumber: Scalars['String']['input'];
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Who pays for calls to them; SIMPLE unless given. */
  kind?: InputMaybe<NumberKind>;
  /** How many, 1 to 500. */
  quantity: Scalars['Int']['input'];
  /** Who will hold them: your own reseller, or one below. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Who supplies them. */
  supplier: Scalars['String']['input'];
  /** Id of the template: a sort of stock that numbers identify. */
  templateId: Scalars['ID']['input'];
};

/** Result of registering numbers. */
export type RegisterNumbersPayload = {
  __typename?: 'RegisterNumbersPayload';
  /** The items, in the order of the numbers; none when refused. */
  items: Array<InventoryItem>;
  /** Why it was refused: a TAKEN for each number that exists already. */
  userErrors: Array<UserError>;
};

/** What becomes of an item when its service ends. */
export type ReleasePolicy =
  /** It rests for some days before it is in stock again, like a number. */
  | 'QUARANTINE'
  /** It goes back to stock at once, like a modem. */
  | 'RESTOCK'
  /** It is used up, like a SIM card. */
  | 'RETIRE';

/** A reservation to give up. */
export type ReleaseReservationInput = {
  /** Id of the reservation. */
  id: Scalars['ID']['input'];
};

/** Result of `releaseReservation`. */
export type ReleaseReservationPayload = {
  __typename?: 'ReleaseReservationPayload';
  /** The item; null when refused. */
  item?: Maybe<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A contact to remove. */
export type RemoveContactInput = {
  /** Id of the contact. */
  id: Scalars['ID']['input'];
};

/** Result of `removeContact`. */
export type RemoveContactPayload = {
  __typename?: 'RemoveContactPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which factor. */
export type RemoveFactorInput = {
  /** Id of one of your own factors. */
  id: Scalars['ID']['input'];
};

/** Which payment method is not to be charged any more. */
export type RemovePaymentMethodInput = {
  /** Id of the payment method. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What shall be sent again: deliveries that are named, or those of a time; a thousand at most, the oldest first. */
export type ReplayWebhookDeliveriesInput = {
  /** Ids of deliveries; without them, all of the time given. */
  deliveryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Id of the endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Those that began to wait then or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Only those that came so far. */
  state?: InputMaybe<WebhookDeliveryState>;
  /** Those that began to wait before. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of sending again. */
export type ReplayWebhookDeliveriesPayload = {
  __typename?: 'ReplayWebhookDeliveriesPayload';
  /** How many deliveries are sent again. */
  count: Scalars['Int']['output'];
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The endpoint as it is now; null when refused. */
  webhookEndpoint?: Maybe<WebhookEndpoint>;
};

/** What does not work. */
export type ReportProblemInput = {
  /** What it is about besides a service, e.g. a program. */
  application?: InputMaybe<Scalars['String']['input']>;
  /** Id of the customer; your own, where you belong to one. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The customer's service that it is about. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** What does not work, up to 2,000 characters. */
  text: Scalars['String']['input'];
};

/** The address to sign in with. */
export type RequestEmailChangeInput = {
  /** One's password. */
  currentPassword: Scalars['String']['input'];
  /** The new e-mail address. */
  email: Scalars['String']['input'];
};

/** Who has forgotten their password. */
export type RequestPasswordResetInput = {
  /** The e-mail address that they sign in with. */
  email: Scalars['String']['input'];
  /** Key of the reseller, for who has accounts at several. */
  resellerKey?: InputMaybe<Scalars['String']['input']>;
};

/** A plan that is applied. */
export type RerateCallsInput = {
  /** The `endCursor` of the 1,000 calls before: those behind it. The first 1,000 when left out. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** Those of one customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Made or received; both when left out. */
  direction?: InputMaybe<CallDirection>;
  /** The plan's own; STALE when it would come to something else by now. */
  fingerprint: Scalars['String']['input'];
  /** Those that began from then on. */
  from: Scalars['DateTime']['input'];
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** With what the number of either side begins. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** With what the number that was called begins. */
  prefix?: InputMaybe<Scalars['String']['input']>;
  /** Why; the audit trail keeps it. */
  reason: Scalars['String']['input'];
  /** Those of a reseller and of all below it. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that began before then; 92 days after `from` at most. */
  until: Scalars['DateTime']['input'];
};

/** What became of it. */
export type RerateCallsPayload = {
  __typename?: 'RerateCallsPayload';
  /** What was applied; with STALE the plan as it is now; null when refused otherwise. */
  rerating?: Maybe<Rerating>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What calls come to, corrections counted in. */
export type RerateSum = {
  __typename?: 'RerateSum';
  /** As they would be priced now. */
  after: Money;
  /** As they stand. */
  before: Money;
  /** What is charged more; negative where it is less. */
  difference: Money;
};

/** A customer or a reseller right below to whom something changes. */
export type ReratedBuyer = {
  __typename?: 'ReratedBuyer';
  /** How many calls come to something else. */
  changed: Scalars['Int']['output'];
  /** The customer's or the reseller's. */
  id: Scalars['ID']['output'];
  /** Who buys of you. */
  name: Scalars['String']['output'];
  /** What it pays for those. */
  price: RerateSum;
};

/** A call that comes to something else. */
export type ReratedCall = {
  __typename?: 'ReratedCall';
  /** Of the call. */
  callId: Scalars['ID']['output'];
  /** What you pay for it. Null without the permission finance.view. */
  cost?: Maybe<RerateSum>;
  /** What those you sell to pay for it. */
  price: RerateSum;
};

/** What calls come to by the prices that count for their time now. */
export type Rerating = {
  __typename?: 'Rerating';
  /** Who buys of you, by name; those alone to whom something changes. */
  buyers: Array<ReratedBuyer>;
  /** Answered calls of the range. */
  calls: Scalars['Int']['output'];
  /** How many come to something else, for you or below you. */
  changed: Scalars['Int']['output'];
  /** What you pay for all of them. Null without the permission finance.view. */
  cost?: Maybe<RerateSum>;
  /** The last of these calls, given as `after` for those behind it; null where there are none. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Given back to apply exactly this. */
  fingerprint: Scalars['String']['output'];
  /** How many would change what you pay too: they stay as they are until your seller has priced them again. */
  leftToSeller: Scalars['Int']['output'];
  /** What those you sell to pay for all of them. */
  price: RerateSum;
  /** The first twenty that come to something else. */
  samples: Array<ReratedCall>;
  /** How many would have no price now: they stay as they are. */
  withoutPrice: Scalars['Int']['output'];
};

/** A node of the tier tree; the root is the operator. */
export type Reseller = Node & {
  __typename?: 'Reseller';
  /** What was done to the reseller itself, newest first. */
  activity: AuditEntryConnection;
  /** What it has with its parent; null for all but these two, and for the root of the tree. */
  billingAccount?: Maybe<BillingAccount>;
  /** Home country, ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** Currency it sells in, ISO 4217. */
  currency: Scalars['String']['output'];
  /** What those above let its people, and all below, do at most; null: everything. */
  delegated?: Maybe<Array<Scalars['String']['output']>>;
  /** Its named sets of what customers' people may. Empty for a reseller above yours. */
  delegationPresets: Array<DelegationPreset>;
  /** What would end with it, counted. */
  dependents: ResellerDependents;
  /** When those it sells to are warned, suspended and ended; null for all resellers but one's own. */
  dunning?: Maybe<Dunning>;
  /** Addresses that hear of its critically failed runs. */
  failureEmails: Array<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Short name in the console's addresses, unique in the installation. */
  key: Scalars['String']['output'];
  /** How much those above let it and all below it have; limits of those above them hold besides. */
  limits: ResellerLimits;
  /** Language and region of its texts, e.g. en-GB. */
  locale: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Short number, unique in the installation. */
  number: Scalars['Int']['output'];
  /** What those above it sell, by kind of service, plans first, and which of it they let it sell. From below only what is let exists. Empty for a reseller above yours. */
  sellableOfferings: SellableOfferingConnection;
  /** Whether it may sell all that comes down to it from above; else only what it was let. */
  sellsAll: Scalars['Boolean']['output'];
  /** Where it stands in its life. */
  state: ResellerState;
  /** From the operator down to this reseller. */
  tierPath: Array<TierNode>;
  /** Time zone of its business dates, e.g. Europe/London. */
  timeZone: Scalars['String']['output'];
  /** Goes up by one with each change; an update names the one it was made for. */
  version: Scalars['Int']['output'];
};


/** A node of the tier tree; the root is the operator. */
export type ResellerActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A node of the tier tree; the root is the operator. */
export type ResellerSellableOfferingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  isLet?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A page of resellers. */
export type ResellerConnection = {
  __typename?: 'ResellerConnection';
  /** The page with a cursor for each node. */
  edges: Array<ResellerEdge>;
  /** The page without cursors. */
  nodes: Array<Reseller>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many resellers match. */
  totalCount: TotalCount;
};

/** What hangs on a reseller and all below it. */
export type ResellerDependents = {
  __typename?: 'ResellerDependents';
  /** Customers that are not archived. */
  customers: Scalars['Int']['output'];
  /** People who can sign in. */
  people: Scalars['Int']['output'];
  /** Resellers below it. */
  resellers: Scalars['Int']['output'];
  /** Services that are not terminated; while there is one, it cannot be closed. */
  services: Scalars['Int']['output'];
};

/** One Reseller of a page with its place in the list. */
export type ResellerEdge = {
  __typename?: 'ResellerEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Reseller;
};

/** Which resellers; all conditions must hold. */
export type ResellerFilter = {
  /** Those right below this reseller: who can buy from it. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the name or the key, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<ResellerState>>;
  /** This reseller and those below it; of your tier. */
  withinId?: InputMaybe<Scalars['ID']['input']>;
};

/** How much a reseller and all below it may have at most; null where nobody has limited it. */
export type ResellerLimits = {
  __typename?: 'ResellerLimits';
  /** Customers who are neither deactivated nor archived. */
  customers?: Maybe<Scalars['Int']['output']>;
  /** People who are not disabled, invited ones and customers' own too. */
  people?: Maybe<Scalars['Int']['output']>;
  /** Resellers below it that are not closed. */
  resellers?: Maybe<Scalars['Int']['output']>;
  /** Services that are not terminated. */
  services?: Maybe<Scalars['Int']['output']>;
};

/** What would change if a reseller and all below it came under another parent. */
export type ResellerMove = {
  __typename?: 'ResellerMove';
  /** From the operator down to its new parent. */
  after: Array<TierNode>;
  /** From the operator down to it, as it is now. */
  before: Array<TierNode>;
  /** What of those above it may sell at the one place and not at the other. */
  catalog: CatalogChange;
  /** Customers that are not archived. */
  customers: Scalars['Int']['output'];
  /** Of all that is said here, for `moveReseller`; null when it is refused. */
  fingerprint?: Maybe<Scalars['String']['output']>;
  /** Items of its stock, in any state. */
  items: Scalars['Int']['output'];
  /** The new parent. */
  parent: Reseller;
  /** People who can sign in, of it and of those below. */
  people: Scalars['Int']['output'];
  /** Why it cannot be; empty when it can. */
  refusals: Array<UserError>;
  /** Who would be moved. */
  reseller: Reseller;
  /** Resellers below it, which come along. */
  resellers: Scalars['Int']['output'];
  /** Permissions that those above the old place let be done, and those above the new place do not. */
  rightsLost: Array<Scalars['String']['output']>;
  /** Services that are not terminated. */
  services: Scalars['Int']['output'];
};

/** In which order resellers are listed. */
export type ResellerOrder =
  /** By name. */
  | 'NAME'
  /** Each right below its parent, beside its siblings by name. */
  | 'TREE';

/** Result of a change of a reseller. */
export type ResellerPayload = {
  __typename?: 'ResellerPayload';
  /** The reseller as it is now; null when refused. */
  reseller?: Maybe<Reseller>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What would change if a reseller were let sell other offerings. */
export type ResellerSelling = {
  __typename?: 'ResellerSelling';
  /** What it may sell then and may not now, and the other way round. */
  catalog: CatalogChange;
  /** Why it cannot be; empty when it can. */
  refusals: Array<UserError>;
  /** The reseller. */
  reseller: Reseller;
};

/** Where a reseller stands in its life. */
export type ResellerState =
  /** Works. */
  | 'ACTIVE'
  /** Has ended for good. */
  | 'CLOSED'
  /** Created, not activated yet. */
  | 'PENDING'
  /** May look and end services, but neither create nor change. */
  | 'SUSPENDED';

/** A reseller whose state shall change. */
export type ResellerStateInput = {
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
  /** Why, in your own words, for the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** An item set aside for one person for a limited time. */
export type Reservation = Node & {
  __typename?: 'Reservation';
  /** When it goes back to stock unless it is ordered or extended. */
  expiresAt: Scalars['DateTime']['output'];
  /** How far it can be extended at most. */
  extendableUntil: Scalars['DateTime']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** True when you set it aside. */
  isYours: Scalars['Boolean']['output'];
  /** The item that is set aside. */
  item: InventoryItem;
  /** When it was set aside. */
  reservedAt: Scalars['DateTime']['output'];
};

/** Either an item, or a template of which the best free item is taken. */
export type ReserveInventoryItemInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the item. */
  itemId?: InputMaybe<Scalars['ID']['input']>;
  /** Your reservation that is given up for it, in the same moment. */
  replacesReservationId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the template: the item that came in first, from the same place as the one it replaces. */
  templateId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of `reserveInventoryItem`. */
export type ReserveInventoryItemPayload = {
  __typename?: 'ReserveInventoryItemPayload';
  /** The reservation; null when refused. */
  reservation?: Maybe<Reservation>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Whose failed packages are tried again. */
export type RetryCustomerPackagesInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
};

/** Which run to retry. */
export type RetryProvisioningRunInput = {
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** The run's sequence as you saw it; another one now is refused with STALE. */
  sequence: Scalars['Int']['input'];
};

/** The run that goes on, or why not. */
export type RetryProvisioningRunPayload = {
  __typename?: 'RetryProvisioningRunPayload';
  /** The run as it is now; null when refused. */
  run?: Maybe<ProvisioningRun>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Which password to show. */
export type RevealServiceSecretInput = {
  /** Id of the service. */
  id: Scalars['ID']['input'];
  /** Key of the password: sipPassword or radiusPassword. */
  key: Scalars['String']['input'];
};

/** The password, shown this once. */
export type RevealServiceSecretPayload = {
  __typename?: 'RevealServiceSecretPayload';
  /** Why it was refused, e.g. because it was shown before. */
  userErrors: Array<UserError>;
  /** The password; null when refused. */
  value?: Maybe<Scalars['String']['output']>;
};

/** What is taken back, and why. */
export type ReverseLedgerEntryInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** Why: stands in the statement. */
  reason: Scalars['String']['input'];
  /** Id of the transaction. */
  transactionId: Scalars['ID']['input'];
};

/** What is shown again. */
export type RevertBrandInput = {
  /** A version that was published once: `brv_…`. */
  id: Scalars['ID']['input'];
  /** A note for those who come later: 200 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A key that shall work no more. */
export type RevokeApiKeyInput = {
  /** Id of the key. */
  id: Scalars['ID']['input'];
};

/** A named set of permissions. */
export type Role =
  /** Administers a customer: sees that customer, and to its people and contacts. */
  | 'ACCOUNT_ADMIN'
  /** Serves customers in the shop or on the phone. */
  | 'AGENT'
  /** A customer's own user: sees that customer and nothing else. */
  | 'CUSTOMER_USER'
  /** Of a reseller's staff: may what the reseller's own roles give, and nothing else. */
  | 'MEMBER'
  /** Runs the installation; may do everything. */
  | 'OPERATOR'
  /** Runs a reseller, with its catalog, inventory and prices. */
  | 'RESELLER_OWNER';

/** Result of a change of a role. */
export type RolePayload = {
  __typename?: 'RolePayload';
  /** The role as it is now; null when refused or deleted. */
  role?: Maybe<CustomRole>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which run to roll back. */
export type RollBackProvisioningRunInput = {
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** The run's sequence as you saw it; another one now is refused with STALE. */
  sequence: Scalars['Int']['input'];
};

/** The run that is being rolled back, or why not. */
export type RollBackProvisioningRunPayload = {
  __typename?: 'RollBackProvisioningRunPayload';
  /** The run as it is now; null when refused. */
  run?: Maybe<ProvisioningRun>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A program that shall have a new key. */
export type RotateApiKeyInput = {
  /** Id of the program. */
  clientId: Scalars['ID']['input'];
  /** How many days the key works, 365 at most; 90 without it. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
};

/** A refusal that carries no further data. */
export type RuleError = UserError & {
  __typename?: 'RuleError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Something that a person may do with a run, or why not. */
export type RunAction = {
  __typename?: 'RunAction';
  /** What. */
  action: RunActionKind;
  /** Whether you may do it now. */
  isAllowed: Scalars['Boolean']['output'];
  /** Why not; null when you may. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** What a person may do with a run. */
export type RunActionKind =
  /** Stop before the next task. */
  | 'CANCEL'
  /** Go on from the failed task. */
  | 'RETRY'
  /** Undo what was done, last first. */
  | 'ROLL_BACK';

/** Why a run or a task failed, and what to do about it. */
export type RunError = {
  __typename?: 'RunError';
  /** Upper-case and stable, e.g. OCS_UNREACHABLE. */
  code: Scalars['String']['output'];
  /** What happened, in one sentence. */
  message: Scalars['String']['output'];
  /** Key of the task that failed; null when no task is to blame. */
  taskKey?: Maybe<Scalars['String']['output']>;
  /** What kind of failure it is, in a few words. */
  title: Scalars['String']['output'];
  /** What to check, in this order. */
  whatToCheck: Array<Scalars['String']['output']>;
};

/** Failed runs of one cause. */
export type RunErrorGroup = {
  __typename?: 'RunErrorGroup';
  /** The code that they share. */
  code: Scalars['String']['output'];
  /** Key of the connector at which they failed; null when it was within Tierline. */
  connector?: Maybe<Scalars['String']['output']>;
  /** How many they are. */
  count: Scalars['Int']['output'];
  /** When the latest of them failed. */
  latestAt: Scalars['DateTime']['output'];
  /** What happened to the latest of them. */
  message: Scalars['String']['output'];
};

/** A value that a run was started with, or a secret that it made. */
export type RunVariable = {
  __typename?: 'RunVariable';
  /** Whether the value is kept from you. */
  isSecret: Scalars['Boolean']['output'];
  /** Its path, e.g. customer.name. */
  key: Scalars['String']['output'];
  /** The value as text; dots for a secret. */
  value: Scalars['String']['output'];
};

/** Included minutes as they shall be offered. */
export type SaveAllowanceInput = {
  /** A cycle, in the reseller's currency; nothing unless given. */
  fee?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the allowance; without it, it is a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether it may be given to customers; yes unless given. */
  isOffered?: InputMaybe<Scalars['Boolean']['input']>;
  /** Included in each cycle. */
  minutes: Scalars['Int']['input'];
  /** Unique within the reseller. */
  name: Scalars['String']['input'];
  /** Digits with the country code that numbers begin with; none: for a scope, or for any number. */
  prefixes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of the minutes that are left, how many at most go over into the next cycle. None unless given. */
  rolloverMinutesMax?: InputMaybe<Scalars['Int']['input']>;
};

/** All of it but the logos. */
export type SaveBrandInput = {
  /** The colour of what acts, `#rrggbb`; text stays readable whatever it is. */
  accent: Scalars['String']['input'];
  /** Behind a light page's content, `#rrggbb`. */
  contentBackground: Scalars['String']['input'];
  /** A light page's text, `#rrggbb`. */
  contentText: Scalars['String']['input'];
  /** What stands at the top of each page: 60 characters at most. */
  header: Scalars['String']['input'];
  /** Behind the header, `#rrggbb`. */
  titleBackground: Scalars['String']['input'];
  /** The header's text, `#rrggbb`. */
  titleText: Scalars['String']['input'];
  /** Of the draft that was read; left out: whatever there is. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** At most 100 texts. */
  words: Array<BrandWordInput>;
};

/** What was typed so far. */
export type SaveOnboardingInput = {
  /** JSON of the entries, 64 KiB at most: `customer` (name, email, phone, language, taxNumber, businessType, billingAddress, domains, siteAdministrators, supportContacts), `gateway` (name, siteName, siteAddress), `pbx` (ipAddress, sipPort, transport, description, users, pbxUser, gatewayUser), each a text. Anything may be missing or wrong. Passwords are no part of it. */
  draft: Scalars['String']['input'];
  /** Gives up what was typed for a PBX. Without it a platform that has none is refused where there is any. */
  dropsPbx?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which one; without it a new one is started. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The system that the customer is connected with. */
  platform: OnboardingPlatform;
  /** Where it is left, one of the platform's steps. */
  step: OnboardingStep;
  /** The version that was read; STALE when somebody has saved it since. None for a new one. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A template as it shall be. */
export type SaveOnboardingTemplateInput = {
  /** Where customers' people prove who they are. */
  authentication: Authentication;
  /** What has to be known for that. */
  authenticationNote?: InputMaybe<Scalars['String']['input']>;
  /** Country, ISO 3166-1 alpha-2, in any case. */
  country: Scalars['String']['input'];
  /** Which template; a new one without it. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Language of mail, e.g. `en` or `pt-BR`. */
  language: Scalars['String']['input'];
  /** Name. */
  name: Scalars['String']['input'];
  /** Keys of the offerings that customers are given. */
  packages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Who connects calls to the telephone network. */
  pstnVendor?: InputMaybe<Scalars['String']['input']>;
  /** Attributes that new customers begin with. */
  settings?: InputMaybe<Array<CustomAttributeInput>>;
  /** The version that was read, nothing for a new one; STALE when it has changed since. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `saveOnboardingTemplate`. */
export type SaveOnboardingTemplatePayload = {
  __typename?: 'SaveOnboardingTemplatePayload';
  /** The template; null when refused. */
  onboardingTemplate?: Maybe<OnboardingTemplate>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** How your reseller takes payments with a provider. */
export type SavePaymentGatewayInput = {
  /** What can be paid: whole units with commas between, e.g. 10,25,50. */
  amounts: Scalars['String']['input'];
  /** Of PayPal: the app's client id. */
  clientId?: InputMaybe<Scalars['String']['input']>;
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether customers can pay by it. */
  isOpen: Scalars['Boolean']['input'];
  /** Where payments are made. */
  mode: PaymentGatewayMode;
  /** With whom. */
  provider: PaymentProvider;
  /** How the provider names your account: of PayPal, its e-mail address or merchant id. */
  receiver?: InputMaybe<Scalars['String']['input']>;
  /** The key's secret; left out: as it was. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Of PayPal: the webhook's id. */
  webhookId?: InputMaybe<Scalars['String']['input']>;
  /** Of Stripe: the webhook's signing secret; left out: as it was. */
  webhookSecret?: InputMaybe<Scalars['String']['input']>;
};

/** The gateway, or why it was refused. */
export type SavePaymentGatewayPayload = {
  __typename?: 'SavePaymentGatewayPayload';
  /** As it is now; null when refused. */
  gateway?: Maybe<PaymentGateway>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A new version of a playbook. */
export type SavePlaybookInput = {
  /** The version it was made from; 0 for a new playbook. Another newest one is refused with STALE. */
  baseVersion: Scalars['Int']['input'];
  /** The whole document. */
  document: Scalars['String']['input'];
  /** How the document is written. */
  format: PlaybookFormat;
  /** Key of the playbook; the document bears the same. */
  key: Scalars['String']['input'];
  /** Why it is changed. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** The playbook with its new version, or why there is none. */
export type SavePlaybookPayload = {
  __typename?: 'SavePlaybookPayload';
  /** The playbook; null when refused. */
  playbook?: Maybe<Playbook>;
  /** What is wrong with the document; empty when it was saved. */
  problems: Array<PlaybookProblem>;
  /** Why it was refused; empty when it was saved. */
  userErrors: Array<UserError>;
};

/** A price list as it shall be from a time on; what is not given is none. */
export type SavePriceListInput = {
  /** Why something is sold below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: InputMaybe<Scalars['String']['input']>;
  /** From when; now unless given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the reseller pays in another currency. */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the list; without it, it is a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Put on what recurs and on what is paid once, first; in the seller's currency. */
  markupFixed?: InputMaybe<Scalars['Decimal']['input']>;
  /** Put on all, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Unique within the reseller. */
  name: Scalars['String']['input'];
  /** Prices of the seller's own, at most 500. */
  ownPrices?: InputMaybe<Array<OwnPriceInput>>;
};

/** A rate plan as it shall be from a time on; what is not given is none. */
export type SaveRatePlanInput = {
  /** Why a rate of its own is below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: InputMaybe<Scalars['String']['input']>;
  /** Unless given, calls are counted as they are bought. */
  cadence?: InputMaybe<CadenceInput>;
  /** The same of calls to Canada. VALUE unless given. */
  canadaRoute?: InputMaybe<CallRoute>;
  /** From when; now unless given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the reseller pays in another currency. */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Minutes that a line that has the plan may talk each month without paying for them. */
  freeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the plan; without it, it is a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: Scalars['ID']['input'];
  /** By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it. VALUE unless given. */
  internationalRoute?: InputMaybe<CallRoute>;
  /** Put on what a minute costs, first. */
  markupFixed?: InputMaybe<Scalars['Decimal']['input']>;
  /** Put on both, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Asked each month of a line that has the plan. */
  monthlyFee?: InputMaybe<Scalars['Decimal']['input']>;
  /** Unique within the reseller. */
  name: Scalars['String']['input'];
  /** Rates of the seller's own. */
  overrides?: InputMaybe<Array<RateOverrideInput>>;
  /** Asked once of a line that gets the plan. */
  setupFee?: InputMaybe<Scalars['Decimal']['input']>;
};

/** All of it. */
export type SaveSignUpFormInput = {
  /** A postal address. */
  address: SignUpAsk;
  /** A company's name. */
  company: SignUpAsk;
  /** Whether people may sign up. */
  isOpen: Scalars['Boolean']['input'];
  /** A phone number. */
  phone: SignUpAsk;
  /** `https://…` of terms to agree to; null: none. */
  termsUrl?: InputMaybe<Scalars['String']['input']>;
  /** Of the form that was read; 0 where nothing was said yet. */
  version: Scalars['Int']['input'];
};

/** What came of it. */
export type SaveSignUpFormPayload = {
  __typename?: 'SaveSignUpFormPayload';
  /** The form afterwards. */
  form?: Maybe<SignUpForm>;
  /** Why nothing was done; empty where it was. */
  userErrors: Array<UserError>;
};

/** One check of a customer against the lists. */
export type Screening = {
  __typename?: 'Screening';
  /** By which version of the comparison. */
  algorithmVersion?: Maybe<Scalars['Int']['output']>;
  /** When it ended; null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The versions of the lists. */
  listVersions: Array<ListVersionOfCheck>;
  /** How many listed parties are like the customer. */
  matchCount: Scalars['Int']['output'];
  /** What the check before said, where this one says otherwise. */
  previousState?: Maybe<ScreeningCheckState>;
  /** Of the best match in thousandths; null without one. */
  score?: Maybe<Scalars['Int']['output']>;
  /** What it has found. */
  state: ScreeningCheckState;
  /** What made it necessary. */
  trigger: ScreeningTrigger;
};

/** A potential match of a customer with a listed party, which people decide. A customer has one at a time. */
export type ScreeningCase = Node & {
  __typename?: 'ScreeningCase';
  /** By which version of the comparison. */
  algorithmVersion: Scalars['Int']['output'];
  /** Attempts to reach somebody, the newest first. */
  attempts: Array<ContactAttempt>;
  /** Which clock has deactivated the customer. */
  cause?: Maybe<DeactivationCause>;
  /** When. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who confirmed it first. */
  confirmedBy?: Maybe<Scalars['String']['output']>;
  /** Why. */
  confirmedReason?: Maybe<Scalars['String']['output']>;
  /** The customer that may be the listed party. */
  customer: Customer;
  /** When the customer is deactivated unless it is approved: 30 days of 24 hours. */
  deactivateAt: Scalars['DateTime']['output'];
  /** When the customer's deactivation began. */
  deactivatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided it. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether you have confirmed it, so that somebody else has to. */
  isConfirmedByMe: Scalars['Boolean']['output'];
  /** Whether you see to it. */
  isMine: Scalars['Boolean']['output'];
  /** Whether that is over and nobody has decided. */
  isOverdue: Scalars['Boolean']['output'];
  /** The versions of the lists. */
  listVersions: Array<ListVersionOfCheck>;
  /** The listed parties, the most alike first. */
  matches: Array<ScreeningMatch>;
  /** When it was found. */
  openedAt: Scalars['DateTime']['output'];
  /** Who sees to it. */
  owner?: Maybe<Scalars['String']['output']>;
  /** Why it was decided so. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Until when it is reviewed in time: 60 minutes. */
  reviewBy: Scalars['DateTime']['output'];
  /** Of the best match, in thousandths. */
  score: Scalars['Int']['output'];
  /** Where it stands. */
  state: ScreeningCaseState;
  /** The resellers above it, from the operator down. */
  tierPath: Array<TierNode>;
  /** Attempts in vain that count, since somebody was reached. */
  unreachable: Scalars['Int']['output'];
  /** With how many of them the customer is deactivated. */
  unreachableMax: Scalars['Int']['output'];
  /** Grows with every change; hand it in when deciding. */
  version: Scalars['Int']['output'];
};

/** A page of cases. */
export type ScreeningCaseConnection = {
  __typename?: 'ScreeningCaseConnection';
  /** The page with a cursor for each node. */
  edges: Array<ScreeningCaseEdge>;
  /** The page without cursors. */
  nodes: Array<ScreeningCase>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many cases match. */
  totalCount: TotalCount;
};

/** One ScreeningCase of a page with its place in the list. */
export type ScreeningCaseEdge = {
  __typename?: 'ScreeningCaseEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: ScreeningCase;
};

/** Which cases; all conditions must hold. */
export type ScreeningCaseFilter = {
  /** Of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Overdue or not. */
  isOverdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** That this person sees to. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<ScreeningCaseState>>;
};

/** Result of a mutation of a case. */
export type ScreeningCasePayload = {
  __typename?: 'ScreeningCasePayload';
  /** The case; null when refused. */
  screeningCase?: Maybe<ScreeningCase>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Where a potential match stands. */
export type ScreeningCaseState =
  /** It is somebody else. */
  | 'APPROVED'
  /** One person says that it is the listed party; a second one has to. */
  | 'CONFIRMING'
  /** A clock has run out: the customer is or is being switched off. */
  | 'DEACTIVATED'
  /** Two people have confirmed it; the clock goes on. */
  | 'NON_COMPLIANT'
  /** Nobody has decided. */
  | 'OPEN'
  /** The party stands on no list any more. */
  | 'WITHDRAWN';

/** What one check has found. */
export type ScreeningCheckState =
  /** A person has decided that it is somebody else; as free as CLEAR. */
  | 'APPROVED'
  /** Nobody like them is listed. */
  | 'CLEAR'
  /** No list had been imported, so that nobody could be screened. */
  | 'NOT_RUN'
  /** Somebody like them is listed, which a person has to decide. */
  | 'POTENTIAL_MATCH'
  /** A check is under way; nothing waits for it. */
  | 'RUNNING';

/** What came of fetching a list. */
export type ScreeningFetchOutcome =
  /** It could not be fetched or read; what was in force is so still. */
  | 'FAILED'
  /** It had changed, and what it says now is in force. */
  | 'NEW'
  /** It says what it said. */
  | 'SAME';

/** How reviewing goes. */
export type ScreeningFigures = {
  __typename?: 'ScreeningFigures';
  /** Median of minutes until a decision, of those of the last 30 days; null without any. */
  medianMinutes?: Maybe<Scalars['Int']['output']>;
  /** Those of them that are overdue. */
  overdue: Scalars['Int']['output'];
  /** Cases that wait for a decision. */
  undecided: Scalars['Int']['output'];
};

/** What is wrong with a file. */
export type ScreeningFileProblem = {
  __typename?: 'ScreeningFileProblem';
  /** Name of the file. */
  file: Scalars['String']['output'];
  /** As people count its lines; null where it is about the file. */
  line?: Maybe<Scalars['Int']['output']>;
  /** What, in the caller's language. */
  message: Scalars['String']['output'];
};

/** A published list. */
export type ScreeningListKind =
  /** The Consolidated Screening List of the United States. */
  | 'CSL'
  /** The Denied Persons List of the Bureau of Industry and Security. */
  | 'DPL'
  /** Specially Designated Nationals: sdn.csv with alt.csv and add.csv. */
  | 'OFAC_SDN';

/** Where a list is fetched from by itself, and what came of it. */
export type ScreeningListSource = {
  __typename?: 'ScreeningListSource';
  /** How often, in hours. */
  everyHours: Scalars['Int']['output'];
  /** Since when it fails; null where it does not. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Why, in the caller's language. */
  failure?: Maybe<Scalars['String']['output']>;
  /** Whether it is being fetched, or will be within seconds. */
  isFetching: Scalars['Boolean']['output'];
  /** Which list. */
  list: ScreeningListKind;
  /** When it is fetched next; one that failed within the hour. */
  nextAt: Scalars['DateTime']['output'];
  /** How it ended; null before. */
  outcome?: Maybe<ScreeningFetchOutcome>;
  /** Who said so. */
  setBy: Scalars['String']['output'];
  /** When it was there last, changed or not. */
  takenAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was fetched last, however it ended; null before. */
  triedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Addresses, one for each of its files. */
  urls: Array<Scalars['String']['output']>;
  /** Grows with every change of the settings; hand it in when setting. */
  version: Scalars['Int']['output'];
  /** Whether it fails since too many of the parties would be gone, which whoever fetches it may say is meant. */
  wouldShrink: Scalars['Boolean']['output'];
};

/** Result of setting where a list is fetched from. */
export type ScreeningListSourcePayload = {
  __typename?: 'ScreeningListSourcePayload';
  /** As it is now; null when refused or not fetched. */
  source?: Maybe<ScreeningListSource>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a list said from one import to the next. */
export type ScreeningListVersion = {
  __typename?: 'ScreeningListVersion';
  /** Parties that the version before did not have. */
  added: Scalars['Int']['output'];
  /** When all customers whom it can touch had been found; null before. */
  askedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Parties of which it says something else. */
  changed: Scalars['Int']['output'];
  /** Parties. */
  entries: Scalars['Int']['output'];
  /** Names of its files. */
  files: Array<Scalars['String']['output']>;
  /** Parties that it has no more. */
  gone: Scalars['Int']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When it was imported. */
  importedAt: Scalars['DateTime']['output'];
  /** By whom. */
  importedBy: Scalars['String']['output'];
  /** Whether it is in force. */
  isCurrent: Scalars['Boolean']['output'];
  /** Which list. */
  list: ScreeningListKind;
  /** Names of these parties, other ones included. */
  names: Scalars['Int']['output'];
  /** Counts the imports of the list. */
  number: Scalars['Int']['output'];
  /** Customers who were looked at again for it. */
  touched: Scalars['Int']['output'];
};

/** A listed party like the customer, as the list said it then. */
export type ScreeningMatch = {
  __typename?: 'ScreeningMatch';
  /** Its addresses, at most 60. */
  addresses: Array<ListedAddress>;
  /** Whether the billing address's city stands in one of its addresses. */
  isSameCity: Scalars['Boolean']['output'];
  /** Whether a country is the same; null where the list knows none. */
  isSameCountry?: Maybe<Scalars['Boolean']['output']>;
  /** Which list. */
  list: ScreeningListKind;
  /** Its version. */
  listVersion: Scalars['Int']['output'];
  /** Which of the party's names it is. */
  matchedName: Scalars['String']['output'];
  /** What sort of name that is. */
  nameKind: ListedNameKind;
  /** All of its names, at most 60. */
  names: Array<ListedName>;
  /** What the list says it is, in its own words: individual, entity, vessel; empty where nothing. */
  partyType: Scalars['String']['output'];
  /** By which the list knows the party. */
  reference: Scalars['String']['output'];
  /** What else the list says. */
  remarks: Scalars['String']['output'];
  /** How alike the names are, in thousandths: 1,000 is the same. */
  score: Scalars['Int']['output'];
  /** Programme, or list within the list. */
  source: Scalars['String']['output'];
  /** Which words are alike. */
  words: Array<MatchedWord>;
};

/** How customers are compared with the lists. */
export type ScreeningSettings = {
  __typename?: 'ScreeningSettings';
  /** Where policies are read. */
  links: Array<PolicyLink>;
  /** A name this much alike, in thousandths, is a potential match. */
  threshold: Scalars['Int']['output'];
  /** The same where a country is in common. */
  thresholdWithCountry: Scalars['Int']['output'];
  /** Grows with every change; hand it in when setting. */
  version: Scalars['Int']['output'];
};

/** Result of setting how customers are compared. */
export type ScreeningSettingsPayload = {
  __typename?: 'ScreeningSettingsPayload';
  /** The settings; null when refused. */
  settings?: Maybe<ScreeningSettings>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Where a customer stands with screening. */
export type ScreeningState =
  /** A person has decided that it is somebody else; as free as CLEAR. */
  | 'APPROVED'
  /** Nobody like them is listed. */
  | 'CLEAR'
  /** Two people have confirmed it, or a clock has run out. */
  | 'NON_COMPLIANT'
  /** No list had been imported, so that nobody could be screened. */
  | 'NOT_RUN'
  /** Somebody like them is listed, which a person has to decide. */
  | 'POTENTIAL_MATCH'
  /** A check is under way; nothing waits for it. */
  | 'RUNNING';

/** What made a check necessary. */
export type ScreeningTrigger =
  /** Its billing address has changed. */
  | 'BILLING_ADDRESS_UPDATED'
  /** The customer came in, however it came. */
  | 'CUSTOMER_CREATED'
  /** A list has changed in a way that can touch it. */
  | 'LIST_CHANGED'
  /** Its name has changed. */
  | 'NAME_UPDATED';

/** What a search of everything found: customers, services, items, runs, offerings. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The page with a cursor for each node. */
  edges: Array<SearchEdge>;
  /** The page without cursors. */
  nodes: Array<SearchHit>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One Search of a page with its place in the list. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: SearchHit;
};

/** Something that a search found. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** What tells it from others of the same title; may be empty. */
  detail: Scalars['String']['output'];
  /** What was matched, where the title does not show it. */
  matched?: Maybe<Scalars['String']['output']>;
  /** The thing itself. */
  node: SearchResult;
  /** How it reads in a list. */
  title: Scalars['String']['output'];
};

/** What a search of everything can find. */
export type SearchResult = Customer | InventoryItem | Offering | ProvisioningRun | Service;

/** What one proves oneself with, and a token for the proof. */
export type SecondFactorAsked = {
  __typename?: 'SecondFactorAsked';
  /** Until when the token works. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the person has; none where the password is all. */
  kinds: Array<FactorKind>;
  /** For `navigator.credentials.get`, as JSON (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
  passkeyOptions?: Maybe<Scalars['String']['output']>;
  /** For `completeSignIn` or `proveIdentity`; works until `expiresAt`. */
  token: Scalars['String']['output'];
};

/** What waits, as it was seen. */
export type SeenWaitingCharge = {
  /** Which. */
  id: Scalars['ID']['input'];
  /** So many of its periods, the oldest first; what is due after them goes on waiting. */
  periods: Scalars['Int']['input'];
};

/** An item to sell to a customer without a service. */
export type SellInventoryItemInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the item: free, or reserved by you. */
  itemId: Scalars['ID']['input'];
  /** For the item's history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `sellInventoryItem`. */
export type SellInventoryItemPayload = {
  __typename?: 'SellInventoryItemPayload';
  /** The item; null when refused. */
  item?: Maybe<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a destination is bought and sold at by your own reseller. */
export type SellRate = {
  __typename?: 'SellRate';
  /** First part, step and grace in seconds that you are billed by; null where it is blocked or has no price. */
  buyCadence?: Maybe<Scalars['String']['output']>;
  /** What you pay a minute, in the currency in which you sell; null where it is blocked or has no price. */
  buyRate?: Maybe<Scalars['Decimal']['output']>;
  /** What the rate deck calls it; empty where the deck knows no such number. */
  destination: Scalars['String']['output'];
  /** Whether it is not called. */
  isBlocked: Scalars['Boolean']['output'];
  /** What is left to you of a minute; may be negative. */
  margin?: Maybe<Scalars['Decimal']['output']>;
  /** That in per cent of what you ask, with one decimal; null of nothing. */
  marginPercent?: Maybe<Scalars['Decimal']['output']>;
  /** Digits from the country code on. */
  prefix: Scalars['String']['output'];
  /** By which calls there leave, and are bought; null where nobody is sold any. */
  route?: Maybe<CallRoute>;
  /** First part, step and grace in seconds that you bill by; null where it is blocked or has no price. */
  sellCadence?: Maybe<Scalars['String']['output']>;
  /** What you ask a minute; null where it is blocked or has no price. */
  sellRate?: Maybe<Scalars['Decimal']['output']>;
};

/** Buy rates and sell rates, by prefix. */
export type SellRateConnection = {
  __typename?: 'SellRateConnection';
  /** The page with a cursor for each node. */
  edges: Array<SellRateEdge>;
  /** The page without cursors. */
  nodes: Array<SellRate>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One SellRate of a page with its place in the list. */
export type SellRateEdge = {
  __typename?: 'SellRateEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: SellRate;
};

/** An offering that those above a reseller sell themselves. */
export type SellableOffering = {
  __typename?: 'SellableOffering';
  /** Whether the reseller, and all below it, may sell it. */
  isLet: Scalars['Boolean']['output'];
  /** The offering, at the price that the reseller sells it at. */
  offering: Offering;
};

/** A page of what those above a reseller sell themselves. */
export type SellableOfferingConnection = {
  __typename?: 'SellableOfferingConnection';
  /** The page with a cursor for each node. */
  edges: Array<SellableOfferingEdge>;
  /** The page without cursors. */
  nodes: Array<SellableOffering>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: TotalCount;
};

/** One SellableOffering of a page with its place in the list. */
export type SellableOfferingEdge = {
  __typename?: 'SellableOfferingEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: SellableOffering;
};

/** What a customer has: one mobile, internet, IPTV, voice or collaboration service. */
export type Service = Node & {
  __typename?: 'Service';
  /** What was done to it, newest first. */
  activity: AuditEntryConnection;
  /** The add-ons that it has, oldest first. */
  addons: Array<ServiceAddon>;
  /** The free minutes of its rate plan; null where that has none, and for tiers above its reseller. */
  allowance?: Maybe<HeldAllowance>;
  /** Whether it is renewed by itself at the end of each period. */
  autoRenew: Scalars['Boolean']['output'];
  /** What is left to be used, as the charging system last said. */
  balances: Array<ServiceBalance>;
  /** When the balances were last read; null when they never were. */
  balancesAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was ordered. */
  createdAt: Scalars['DateTime']['output'];
  /** The latest run on it. Null without the permission run.view. */
  currentRun?: Maybe<ProvisioningRun>;
  /** The customer who has it. */
  customer: Customer;
  /** What ending it today would mean in money, to be seen before `terminateService`. Null once it has ended, without the permission balance.view, and for whoever neither sells it nor has it. */
  ending?: Maybe<ServiceEnding>;
  /** Day on which the term ends or the service has ended; null when it renews by itself. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** What it uses from stock: SIM, number, modem. */
  items: Array<InventoryItem>;
  /** What people call it, e.g. "Mobile - +44 7700 900123". */
  name: Scalars['String']['output'];
  /** Short number, unique with its reseller. */
  number: Scalars['Int']['output'];
  /** The plan that it was ordered as. */
  offering: Offering;
  /** The order that made it. */
  order?: Maybe<Order>;
  /** What provisioning learnt about it, e.g. its SIP user name. No secrets. */
  parameters: Array<CustomAttribute>;
  /** Runs on the service, newest first. */
  provisioningRuns: ProvisioningRunConnection;
  /** Recurring price, frozen when it was ordered; null when there is none. */
  recurring?: Maybe<Money>;
  /** The passwords that provisioning has made for it: each can be shown once, by `revealServiceSecret`. */
  secrets: Array<ServiceSecret>;
  /** What kind of service it is. */
  serviceType: ServiceType;
  /** Calls at a time that the line may have, while that is being changed the greater number; null: as many as it likes, or no voice line. */
  simultaneousCalls?: Maybe<Scalars['Int']['output']>;
  /** Calls at a time that the line may be let at most: the least that its plan and its customer are allowed; null: nobody says, or no voice line. */
  simultaneousCallsMax?: Maybe<Scalars['Int']['output']>;
  /** Where it is used; null when that was not asked. */
  site?: Maybe<Site>;
  /** First day, in the reseller's time zone; null until it is active. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where it stands in its life. */
  state: ServiceState;
  /** Why it is suspended; empty when it is not. Active again when the last reason is gone. */
  suspensionReasons: Array<SuspensionReason>;
  /** The resellers above it, from the operator down. */
  tierPath: Array<TierNode>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
  /** The order of another plan that it gets at its next renewal; null when none waits. */
  waitingOrder?: Maybe<Order>;
};


/** What a customer has: one mobile, internet, IPTV, voice or collaboration service. */
export type ServiceActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** What a customer has: one mobile, internet, IPTV, voice or collaboration service. */
export type ServiceProvisioningRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** An add-on that a service has. */
export type ServiceAddon = Node & {
  __typename?: 'ServiceAddon';
  /** When it was added. */
  addedAt: Scalars['DateTime']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** What was added. */
  offering: Offering;
  /** The order that added it. */
  order?: Maybe<Order>;
};

/** What is left of something that a service may use up. */
export type ServiceBalance = {
  __typename?: 'ServiceBalance';
  /** How much is left. */
  amount: Scalars['Decimal']['output'];
  /** data, voice, sms or monetary. */
  kind: Scalars['String']['output'];
  /** What people call it. */
  label: Scalars['String']['output'];
  /** What it is counted in: GB, min, messages or a currency. */
  unit: Scalars['String']['output'];
};

/** A page of services, newest first. */
export type ServiceConnection = {
  __typename?: 'ServiceConnection';
  /** The page with a cursor for each node. */
  edges: Array<ServiceEdge>;
  /** The page without cursors. */
  nodes: Array<Service>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many each tab would show under the same search and filter; the tabs besides ALL sum up to it. */
  tabCounts: Array<ServiceStateCount>;
  /** How many services match. */
  totalCount: TotalCount;
};

/** One Service of a page with its place in the list. */
export type ServiceEdge = {
  __typename?: 'ServiceEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Service;
};

/** What it means in money for its customer when a service ends today. */
export type ServiceEnding = {
  __typename?: 'ServiceEnding';
  /** What would have been charged up to the end of its contract, and is not; null where there is none. */
  contractRest?: Maybe<Money>;
  /** The last day of its contract; null where that renews itself or is over. */
  contractUntil?: Maybe<Scalars['Date']['output']>;
  /** Its last day, in the reseller's time zone. */
  endsOn: Scalars['Date']['output'];
  /** What of that is given back by itself: nothing, unless its seller gives it back by a credit note. */
  givenBack: Money;
  /** What is charged for it still. */
  owed: Array<StillOwed>;
  /** What that comes to, all together. */
  owedTotal: Money;
  /** What is paid for days after the end. */
  paid: Array<PaidAhead>;
  /** What is not charged any more. */
  stops: Array<StoppedCharge>;
  /** What of that falls on the days after the end, all together. */
  unused: Money;
};

/** Which services; what is absent leaves nothing out. */
export type ServiceFilter = {
  /** Only active ones of the type that this add-on is for. */
  compatibleWithOfferingId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those of these types. */
  serviceType?: InputMaybe<Array<ServiceType>>;
  /** Only those of one tab. */
  tab?: InputMaybe<ServiceTab>;
  /** true: only lines that are not given a rate plan of their own. Needs the permission rate.view. */
  withoutRatePlan?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A password that provisioning has made for a service: that it is there, not what it says. */
export type ServiceSecret = {
  __typename?: 'ServiceSecret';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its name, as `revealServiceSecret` wants it. */
  key: Scalars['String']['output'];
  /** When it was shown; null while it still can be, once. */
  shownAt?: Maybe<Scalars['DateTime']['output']>;
  /** To whom it was shown; null when it was not. */
  shownTo?: Maybe<Scalars['String']['output']>;
};

/** Where a service stands in its life. */
export type ServiceState =
  /** Works. */
  | 'ACTIVE'
  /** Was not renewed. */
  | 'EXPIRED'
  /** Ordered and being provisioned. */
  | 'PENDING'
  /** Its provisioning has failed; nothing is charged and its items stay held. */
  | 'PENDING_FAILED'
  /** Works no longer, for the reasons given, and may again. */
  | 'SUSPENDED'
  /** Has ended for good. */
  | 'TERMINATED';

/** How many services one tab of the list shows. */
export type ServiceStateCount = {
  __typename?: 'ServiceStateCount';
  /** How many services it shows, under the same search and filter. */
  count: Scalars['Int']['output'];
  /** The tab. */
  tab: ServiceTab;
};

/** A part of the list of services. Active, inactive and suspended together are all. */
export type ServiceTab =
  /** Those that work. */
  | 'ACTIVE'
  /** Every service. */
  | 'ALL'
  /** Those that are pending, failed, expired or terminated. */
  | 'INACTIVE'
  /** Those that are suspended. */
  | 'SUSPENDED';

/** What kind of service it is. */
export type ServiceType =
  /** What people at a business work together with: messages, meetings and calls. */
  | 'COLLABORATION'
  /** Access to the internet. */
  | 'INTERNET'
  /** Television over the internet. */
  | 'IPTV'
  /** A mobile line: SIM card and number. */
  | 'MOBILE'
  /** Voice over the internet. */
  | 'VOIP';

/** A browser that is signed in. */
export type Session = {
  __typename?: 'Session';
  /** When it signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The network address that it signed in from; may be empty. */
  ipAddress: Scalars['String']['output'];
  /** True for the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When it was last used, to the minute. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** What the browser says of itself (User-Agent); may be empty. */
  userAgent: Scalars['String']['output'];
};

/** One's sessions after a change. */
export type SessionsPayload = {
  __typename?: 'SessionsPayload';
  /** Those that are still open, the last used first. */
  sessions: Array<Session>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** All of an account's terms, whatever they were. */
export type SetAccountTermsInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** What is agreed from now on. */
  terms: AccountTermsInput;
};

/** From which balance on a card is charged, and with how much. */
export type SetAutoRechargeInput = {
  /** Id of the customer's billing account. */
  accountId: Scalars['ID']['input'];
  /** One of the account's `rechargeAmounts`. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Below which balance; left out with the amount: never. */
  threshold?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A logo of the draft. */
export type SetBrandLogoInput = {
  /** Base 64 of a PNG of at most 200 kB and 2000 pixels a side; null: none. */
  png?: InputMaybe<Scalars['String']['input']>;
  /** On what it stands. */
  scheme: BrandScheme;
};

/** All of the limits, for one place. What is left out is without a limit. */
export type SetCallGuardInput = {
  /** Calls within a minute. */
  callsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** What calls may cost in a day. */
  dailySpend?: InputMaybe<Scalars['Decimal']['input']>;
  /** What a minute may cost. */
  dearestRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of a customer of yours, of a line of theirs, or of a reseller right below; without it, your own. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Seconds that a call may last. */
  longestSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** What calls may cost in a month. */
  monthlySpend?: InputMaybe<Scalars['Decimal']['input']>;
  /** Where calls may go. */
  openClasses: Array<DestinationClass>;
  /** Calls at a time; of a line they are set by setSimultaneousCalls. */
  parallelCalls?: InputMaybe<Scalars['Int']['input']>;
};

/** The e-mail domains of a customer. */
export type SetCustomerDomainsInput = {
  /** Such as acme.com, twenty at most; none takes them all away. */
  domains: Array<Scalars['String']['input']>;
  /** Id of the customer. */
  id: Scalars['ID']['input'];
};

/** Result of `setCustomerDomains`. */
export type SetCustomerDomainsPayload = {
  __typename?: 'SetCustomerDomainsPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** All packages and add-ons of a customer. */
export type SetCustomerPackagesInput = {
  /** True: who has something that is not named any more loses it. Otherwise it is refused. */
  confirmRemoval?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** The complete list: what is not named is taken away. */
  packages: Array<CustomerPackageInput>;
};

/** Which payment method is charged from now on. */
export type SetDefaultPaymentMethodInput = {
  /** Id of the payment method. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect. */
  idempotencyKey: Scalars['ID']['input'];
};

/** All presets of a reseller. */
export type SetDelegationPresetsInput = {
  /** Id of your reseller, or of one below it. */
  id: Scalars['ID']['input'];
  /** The presets, 20 at most; those left out are no more. */
  presets: Array<DelegationPresetInput>;
  /** Version of the reseller that you have seen. */
  version: Scalars['Int']['input'];
};

/** All of it: what is left out is not done. */
export type SetDunningInput = {
  /** On so many days after its first no a card is tried again; left out: 1, 3, 5 and 7. */
  cardRetryDays?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** At it a strict account is at its end; nothing without one. */
  suspend?: InputMaybe<Scalars['Decimal']['input']>;
  /** At it services are ended: less than nothing. */
  terminate?: InputMaybe<Scalars['Decimal']['input']>;
  /** After so many days of being suspended services are ended, 1 to 365. */
  terminateDays?: InputMaybe<Scalars['Int']['input']>;
  /** Below it they are warned. */
  warn?: InputMaybe<Scalars['Decimal']['input']>;
};

/** An amount. */
export type SetHostnameFeeInput = {
  /** In your own currency; `0` asks for nothing. */
  amount: Scalars['Decimal']['input'];
};

/** Which element to break or mend. */
export type SetLabFaultInput = {
  /** Key of the element. */
  element: Scalars['String']['input'];
  /** How to break it; NONE mends it. */
  fault: LabFault;
};

/** The lab after the switch. */
export type SetLabFaultPayload = {
  __typename?: 'SetLabFaultPayload';
  /** The lab; null when refused. */
  lab?: Maybe<Lab>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Which language one wants to be answered in. */
export type SetLanguageInput = {
  /** The language; null leaves it to each request's Accept-Language. */
  language?: InputMaybe<Language>;
};

/** Result of `setLanguage`. */
export type SetLanguagePayload = {
  __typename?: 'SetLanguagePayload';
  /** The signed-in person, with the language as it is now. */
  user: User;
  /** Always empty: every language that can be named is spoken. */
  userErrors: Array<UserError>;
};

/** Where a customer holds its meetings. */
export type SetMeetingsSiteInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Whether one dials in by telephone. */
  hasPstnCallIn: Scalars['Boolean']['input'];
  /** Time zone, e.g. Europe/London. */
  timeZone: Scalars['String']['input'];
  /** Host name, e.g. acme.webex.com. */
  url: Scalars['String']['input'];
  /** The version that was read, nothing for the first site; STALE when it has changed since. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `setMeetingsSite`. */
export type SetMeetingsSitePayload = {
  __typename?: 'SetMeetingsSitePayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Where a list is fetched from, and how often. */
export type SetScreeningListSourceInput = {
  /** How often, in hours: 1 to 720. */
  everyHours: Scalars['Int']['input'];
  /** Which list. */
  list: ScreeningListKind;
  /** One address for each file of the list, at most 5; none: it is not fetched any more. */
  urls: Array<Scalars['String']['input']>;
  /** Version as you have read it; 0 where the list has no address. */
  version: Scalars['Int']['input'];
};

/** How customers are compared from now on. */
export type SetScreeningSettingsInput = {
  /** Where policies are read, at most 20. */
  links: Array<PolicyLinkInput>;
  /** A name this much alike, in thousandths, is a potential match: 500 to 1,000. */
  threshold: Scalars['Int']['input'];
  /** The same where a country is in common, not more than without. */
  thresholdWithCountry: Scalars['Int']['input'];
  /** Version of the settings as you have read them. */
  version: Scalars['Int']['input'];
};

/** Which line, and how many calls it may have at a time. */
export type SetSimultaneousCallsInput = {
  /** Id of the service, a voice line. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect and one answer. */
  idempotencyKey: Scalars['ID']['input'];
  /** Calls at a time, from 1 to the service's simultaneousCallsMax. */
  simultaneousCalls: Scalars['Int']['input'];
  /** The version that was read; another one in between makes it STALE. */
  version: Scalars['Int']['input'];
};

/** The service and the run that tells the network, or why it was refused. */
export type SetSimultaneousCallsPayload = {
  __typename?: 'SetSimultaneousCallsPayload';
  /** The run that tells the network; null when refused, and for who may not see runs. */
  run?: Maybe<ProvisioningRun>;
  /** The service; null when refused. */
  service?: Maybe<Service>;
  /** Why it was refused; empty when the run has begun. */
  userErrors: Array<UserError>;
};

/** Which buyer, and why it is asked for no tax. */
export type SetTaxExemptionInput = {
  /** Id of the billing account. */
  accountId: Scalars['ID']['input'];
  /** As it stands on invoices; missing: it is asked for taxes like others. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The buyer's number with its tax office. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A rate, its place, and from when on. */
export type SetTaxRateInput = {
  /** Of the buyer's billing address, ISO 3166-1 alpha-2. */
  country: Scalars['String']['input'];
  /** The first day of invoices that it counts for, today at the earliest; missing: today. */
  effectiveFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** Whether prices have it in them already; missing: no. */
  isIncluded?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is taken of; missing: everything. */
  kinds?: InputMaybe<Array<TaxedKind>>;
  /** As it stands on invoices. */
  name: Scalars['String']['input'];
  /** Per cent, 0 to 100 with at most 4 places; missing: it is not taken from then on. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of the buyer's billing address, however it is capitalized; missing: all of the country. A region's rate goes before the country's of the same name. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** What waits, and what becomes of it. */
export type SettleWaitingChargesInput = {
  /** 1 to 100: all of them are settled, or none. */
  charges: Array<SeenWaitingCharge>;
  /** Charged now, or never. */
  decision: WaitingDecision;
  /** Made by the caller; the same key and input have one effect. */
  idempotencyKey: Scalars['ID']['input'];
  /** Why; required for what is never charged. The audit trail keeps it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of settling what waited. */
export type SettleWaitingChargesPayload = {
  __typename?: 'SettleWaitingChargesPayload';
  /** How many were settled; nothing when refused. */
  settled: Scalars['Int']['output'];
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What one signs in with. */
export type SignInInput = {
  /** E-mail address, in any case. */
  email: Scalars['String']['input'];
  /** Password. */
  password: Scalars['String']['input'];
  /** Key of the reseller, for who has accounts at several with one e-mail address. */
  resellerKey?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `signIn`. The session is in an HttpOnly cookie. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** Set when the password was right and `completeSignIn` has to bring a second factor. */
  secondFactor?: Maybe<SecondFactorAsked>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Who is signed in now; null when refused, or when a second factor is wanted. */
  viewer?: Maybe<Viewer>;
};

/** Result of `signOut`. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Always empty. */
  userErrors: Array<UserError>;
};

/** Whether whoever signs up is asked for something. */
export type SignUpAsk =
  /** Not asked for. */
  | 'OFF'
  /** Asked for; may be left out. */
  | 'OPTIONAL'
  /** Has to be said. */
  | 'REQUIRED';

/** What people are asked who sign up as a reseller's customers, besides name, e-mail, password and country. */
export type SignUpForm = {
  __typename?: 'SignUpForm';
  /** A postal address. */
  address: SignUpAsk;
  /** A company's name; who has one becomes a business. */
  company: SignUpAsk;
  /** Whether people may sign up at all. */
  isOpen: Scalars['Boolean']['output'];
  /** A phone number. */
  phone: SignUpAsk;
  /** Terms to agree to; null: none. */
  termsUrl?: Maybe<Scalars['String']['output']>;
  /** Counts changes; goes with what is saved next. */
  version: Scalars['Int']['output'];
};

/** Somebody who becomes a customer. */
export type SignUpInput = {
  /** That they agree to the terms, where there are any. */
  acceptsTerms?: InputMaybe<Scalars['Boolean']['input']>;
  /** Their address; its country is the one above. */
  address?: InputMaybe<AddressInput>;
  /** A company's name; who has one becomes a business. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Where they are at home, ISO 3166-1 alpha-2, in any case. */
  country: Scalars['String']['input'];
  /** First name. */
  firstName: Scalars['String']['input'];
  /** Last name. */
  lastName: Scalars['String']['input'];
  /** The password to sign in with. */
  password: Scalars['String']['input'];
  /** The same again. */
  passwordAgain: Scalars['String']['input'];
  /** Phone number, kept as typed. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Under which they pay taxes, where their country asks for it. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** The link's, behind the `#`. */
  token: Scalars['String']['input'];
};

/** What came of it. */
export type SignUpPayload = {
  __typename?: 'SignUpPayload';
  /** Why nothing was done; empty where it was. */
  userErrors: Array<UserError>;
};

/** A call that is not made. */
export type SimulateCallInput = {
  /** Seconds of an allowance that are left; what the line has unless given. */
  allowanceSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** When; now unless given. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Money that is left, to know how long it would last. */
  balance?: InputMaybe<Scalars['Decimal']['input']>;
  /** The customer who calls. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Or the reseller below that buys; neither: who has no plan of their own. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** How long they talk. */
  seconds: Scalars['Int']['input'];
  /** Or one line of a customer of your own reseller: its rate plan counts, and what it has of free minutes. */
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Who is called: with country code, or with a leading 0 within the seller's country. */
  to: Scalars['String']['input'];
};

/** What a call would cost at each tier that you see, and why. */
export type SimulatedCall = {
  __typename?: 'SimulatedCall';
  /** How long the balance that was given would let it last. */
  allowedSeconds?: Maybe<Scalars['Int']['output']>;
  /** The time whose prices these are. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** Its country (ISO 3166), where the numbering plan names one. */
  country?: Maybe<Scalars['String']['output']>;
  /** Number of the rate deck, where it is your tier's or lies below. */
  deckNumber?: Maybe<Scalars['Int']['output']>;
  /** What the rate deck calls it. */
  destination?: Maybe<Scalars['String']['output']>;
  /** Fixed or mobile, where the rate deck tells. */
  lineType?: Maybe<LineType>;
  /** The number as it was understood. */
  number: Scalars['String']['output'];
  /** The longest prefix of the rate deck that it begins with. */
  prefix?: Maybe<Scalars['String']['output']>;
  /** Why it has no price; null when it has. */
  problem?: Maybe<CallProblem>;
  /** By which it leaves, as the plan of who buys says: all on the way pay for that one. */
  route?: Maybe<CallRoute>;
  /** Who sells it, from the tier nearest to the carrier on; none above your own. */
  steps: Array<CallStep>;
};

/** By what SIP is carried. */
export type SipTransport =
  /** TCP; the usual one. */
  | 'TCP'
  /** TLS over TCP: the PBX shows a certificate that is trusted and bears its name or address. */
  | 'TLS'
  /** UDP. */
  | 'UDP';

/** A place of a customer where services are. */
export type Site = Node & {
  __typename?: 'Site';
  /** Where it is. */
  address?: Maybe<Address>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
};

/** A place where services are. */
export type SiteInput = {
  /** Where it is. */
  address?: InputMaybe<AddressInput>;
  /** Name. */
  name: Scalars['String']['input'];
};

/** From which end. */
export type SortDirection =
  /** The earliest first. */
  | 'ASC'
  /** The latest first. */
  | 'DESC';

/** What calls cost a reseller in some time. */
export type SpentOnCalls = {
  __typename?: 'SpentOnCalls';
  /** How many calls. */
  calls: Scalars['Int']['output'];
  /** How long they were, from the answer on, in seconds. */
  seconds: Scalars['Float']['output'];
  /** In all. */
  spent: Money;
};

/** Why an account may spend nothing now. The list grows. */
export type StandingReason =
  /** The customer is deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** Nothing is left on it. */
  | 'BALANCE'
  /** A screening stands against it. */
  | 'COMPLIANCE'
  /** The credit limit is reached. */
  | 'CREDIT_LIMIT'
  /** It was suspended by hand. */
  | 'MANUAL'
  /** It was not renewed. */
  | 'NON_RENEWAL'
  /** The customer was not taken on yet, or is archived. */
  | 'NOT_ACTIVE'
  /** Those who sell to it may not spend themselves. */
  | 'UPSTREAM';

/** As whom to act, and how. */
export type StartActingAsInput = {
  /** To look, or to act. */
  mode: ActingMode;
  /** Why, for the audit trail; wanted for ACT. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Id of a customer's own user. */
  userId: Scalars['ID']['input'];
};

/** Result of `startActingAs`. */
export type StartActingAsPayload = {
  __typename?: 'StartActingAsPayload';
  /** As whom one acts from now on; null when refused. */
  onBehalfOf?: Maybe<OnBehalfOf>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** How to begin. */
export type StartBulkInput = {
  /** Id of the import. */
  id: Scalars['ID']['input'];
  /** At most so many rows a minute, 1 to 6,000; as many as there is room for without it. */
  ratePerMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** For whom a card is to be left with the provider. */
export type StartPaymentMethodInput = {
  /** Id of the customer. */
  customerId: Scalars['ID']['input'];
  /** Made by the caller; the same key is one page. */
  idempotencyKey: Scalars['ID']['input'];
};

/** Where the card is left, or why not. */
export type StartPaymentMethodPayload = {
  __typename?: 'StartPaymentMethodPayload';
  /** The provider's page; null when refused. */
  approvalUrl?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** An e-mail address to sign up with. */
export type StartSignUpInput = {
  /** Where the link goes. */
  email: Scalars['String']['input'];
  /** The same again: EMAIL_MISMATCH where it is another. */
  emailAgain: Scalars['String']['input'];
};

/** How much is paid, and by whom it is taken. */
export type StartTopUpInput = {
  /** Id of one's own billing account. */
  accountId: Scalars['ID']['input'];
  /** One of its amounts. */
  amount: Scalars['Decimal']['input'];
  /** Made by the caller; the same key and input are one payment. */
  idempotencyKey: Scalars['ID']['input'];
  /** True: the provider keeps the card, and it can be charged later. */
  keepMethod?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of the account's `topUps`. */
  provider: PaymentProvider;
};

/** What a link to sign up is for. */
export type StartedSignUp = {
  __typename?: 'StartedSignUp';
  /** The address that it was mailed to. */
  email: Scalars['String']['output'];
  /** It was signed up with already. */
  isDone: Scalars['Boolean']['output'];
  /** Somebody signs in with this address here already. */
  isTaken: Scalars['Boolean']['output'];
};

/** Days that were had and are not charged yet. */
export type StillOwed = {
  __typename?: 'StillOwed';
  /** What they come to. */
  amount: Money;
  /** What for. */
  description: Scalars['String']['output'];
  /** The first of these days. */
  from: Scalars['Date']['output'];
  /** The last of these days. */
  to: Scalars['Date']['output'];
  /** true: it was missed in an outage, and waits for its seller to charge or waive it. */
  waits: Scalars['Boolean']['output'];
};

/** Result of `stopActing`. */
export type StopActingPayload = {
  __typename?: 'StopActingPayload';
  /** Always empty. */
  userErrors: Array<UserError>;
};

/** What is not charged any more. */
export type StoppedCharge = {
  __typename?: 'StoppedCharge';
  /** What for. */
  description: Scalars['String']['output'];
  /** How many months a period has. */
  intervalMonths: Scalars['Int']['output'];
  /** On which day it would have been charged next; null where it would not. */
  nextOn?: Maybe<Scalars['Date']['output']>;
  /** What a whole period costs. */
  price: Money;
};

/** A person at a customer, who has one package. */
export type Subscriber = Node & {
  __typename?: 'Subscriber';
  /** What they have beside it, in the order it was added. */
  addons: Array<SubscriberAddon>;
  /** When they were created. */
  createdAt: Scalars['DateTime']['output'];
  /** Through what they were created. */
  createdVia: Channel;
  /** Whose person they are. */
  customer: Customer;
  /** E-mail address in lower case, unique at the reseller. */
  email: Scalars['String']['output'];
  /** Extension, digits. */
  extension?: Maybe<Scalars['String']['output']>;
  /** First name. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Nobody can be called: the package has calling, and there is neither phone nor extension. */
  isUnreachable: Scalars['Boolean']['output'];
  /** Last name. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** The package that they are about to have instead; null when none is on its way. */
  nextPackage?: Maybe<Offering>;
  /** The package that they have. */
  package: Offering;
  /** Phone number, E.164. */
  phone?: Maybe<Scalars['String']['output']>;
  /** What they are to the organisation. */
  role: SubscriberRole;
  /** What they have: named by their address, and charged by the day. */
  service: Service;
  /** Where they stand. */
  state: SubscriberState;
  /** When their state changed last. */
  stateChangedAt: Scalars['DateTime']['output'];
  /** Grows with every change. */
  version: Scalars['Int']['output'];
};

/** What a subscriber has beside the package. */
export type SubscriberAddon = {
  __typename?: 'SubscriberAddon';
  /** When it was assigned. */
  addedAt: Scalars['DateTime']['output'];
  /** It is being taken away. */
  isEnding: Scalars['Boolean']['output'];
  /** The add-on. */
  offering: Offering;
};

/** An add-on of somebody. */
export type SubscriberAddonInput = {
  /** The key of the add-on. */
  addon: Scalars['String']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
  /** Id of the subscriber. */
  subscriberId: Scalars['ID']['input'];
};

/** A page of subscribers. */
export type SubscriberConnection = {
  __typename?: 'SubscriberConnection';
  /** The page with a cursor for each node. */
  edges: Array<SubscriberEdge>;
  /** The page without cursors. */
  nodes: Array<Subscriber>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many subscribers match. */
  totalCount: TotalCount;
};

/** One Subscriber of a page with its place in the list. */
export type SubscriberEdge = {
  __typename?: 'SubscriberEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: Subscriber;
};

/** Which subscribers; all conditions must hold. */
export type SubscriberFilter = {
  /** Of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** With this e-mail address, in any case. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Of the customer that was given this external id. */
  externalCustomerId?: InputMaybe<Scalars['String']['input']>;
  /** Who have this package, by its key. */
  package?: InputMaybe<Scalars['String']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<SubscriberState>>;
  /** Whose state changed after that. */
  stateChangedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** By what subscribers are put in order. */
export type SubscriberOrder =
  /** By when they were created. */
  | 'CREATED'
  /** By when their state changed last. */
  | 'LAST_STATUS_CHANGE';

/** The subscriber and the run, or why it was refused. */
export type SubscriberPayload = {
  __typename?: 'SubscriberPayload';
  /** The run that brings it about; null when refused, and for what begins on a later day. */
  run?: Maybe<ProvisioningRun>;
  /** The subscriber; null when refused, and when they are deleted already. */
  subscriber?: Maybe<Subscriber>;
  /** Every reason for refusing; empty when it has begun. */
  userErrors: Array<UserError>;
};

/** What a subscriber is to the customer's organisation. */
export type SubscriberRole =
  /** Administers it. Their package is never changed for a lower one. */
  | 'FULL_ADMIN'
  /** Anybody else. */
  | 'USER';

/** Where a subscriber stands. */
export type SubscriberState =
  /** What they have is being taken away. */
  | 'DELETING'
  /** A run about them has failed: it can be tried again. */
  | 'ERROR'
  /** They have what they were given. */
  | 'PROVISIONED'
  /** The package is on its way. */
  | 'PROVISIONING'
  /** They get another package, or an add-on comes or goes. */
  | 'UPDATING';

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * An account of yours, or of those you sell to: at once, and within a second of everything that moves it.
   *
   * Requires the permission `balance.view` (View balances).
   */
  billingAccount: BillingAccount;
  /**
   * An import at once and after changes, at most four times a second: whole states, so that a reconnect misses nothing.
   *
   * Requires the permission `bulk.import` (Import in bulk).
   */
  bulkImport: BulkImport;
  /**
   * Each item of a template that leaves a stock of your tier or comes back, from now on: what open pickers show.
   *
   * Requires the permission `inventory.view` (View inventory).
   */
  inventoryChanged: InventoryChange;
  /**
   * The calls that are under way, at once and after every beginning and end: whole states.
   *
   * Requires the permission `call.view` (View calls).
   */
  liveCalls: LiveCalls;
  /**
   * What you should hear of: what you have not seen yet of the last day, then each new notification as it comes.
   *
   * Requires the permission `home.view` (View home).
   */
  notifications: Notification;
  /**
   * A problem at once and after every change: whole states, so that a reconnect misses nothing.
   *
   * Requires the permission `problem.view` (View problems).
   */
  problem: Problem;
  /**
   * The whole run at once and after every change, coalesced: states rather than deltas, so that a reconnect misses nothing.
   *
   * Requires the permission `run.view` (View runs).
   */
  provisioningRun: ProvisioningRun;
  /**
   * A case at once and after every change: whole states, so that a reconnect misses nothing.
   *
   * Requires the permission `screening.view` (View screening).
   */
  screeningCase: ScreeningCase;
  /**
   * A service at once and after every change, balances included: whole states, so that a reconnect misses nothing.
   *
   * Requires the permission `service.view` (View services).
   */
  service: Service;
};


export type SubscriptionBillingAccountArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionBulkImportArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionInventoryChangedArgs = {
  templateId: Scalars['ID']['input'];
};


export type SubscriptionLiveCallsArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
};


export type SubscriptionProblemArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionProvisioningRunArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionScreeningCaseArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionServiceArgs = {
  id: Scalars['ID']['input'];
};

/** Which service to suspend, or to resume. */
export type SuspendServiceInput = {
  /** Id of the service. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect and one answer. */
  idempotencyKey: Scalars['ID']['input'];
  /** Why, up to 2,000 characters; told in the audit trail. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read; another one in between makes it STALE. */
  version: Scalars['Int']['input'];
};

/** The service and the run that tells the network, or why it was refused. */
export type SuspendServicePayload = {
  __typename?: 'SuspendServicePayload';
  /** The run that tells the network; null when it had not to be told, when refused, and for who may not see runs. */
  run?: Maybe<ProvisioningRun>;
  /** The service; null when refused. */
  service?: Maybe<Service>;
  /** Why it was refused; empty when it is done or has begun. */
  userErrors: Array<UserError>;
};

/** What becomes of the periods in which what was sold is suspended. */
export type SuspensionPolicy =
  /** They are charged like any other. */
  | 'BILL_WHILE_SUSPENDED'
  /** They are never charged; what is active again is charged from that day on. */
  | 'STOP_BILLING';

/** Why a customer or service is suspended; several may hold at once. */
export type SuspensionReason =
  /** Its customer was deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** Money has run out. */
  | 'BALANCE'
  /** A screening found something. */
  | 'COMPLIANCE'
  /** A person stopped it. */
  | 'MANUAL'
  /** Its term ended and was not renewed. */
  | 'NON_RENEWAL'
  /** A tier above or a supplier stopped it. */
  | 'UPSTREAM';

/** The step that is to have its effect. */
export type TakeOnboardingStepInput = {
  /** With PBX: with which the PBX signs in at the gateway. Cannot be read back. 128 characters at most. */
  gatewayPassword?: InputMaybe<Scalars['String']['input']>;
  /** Of the onboarding. */
  id: Scalars['ID']['input'];
  /** With PBX: with which one signs in at the PBX. Cannot be read back. 128 characters at most. */
  pbxPassword?: InputMaybe<Scalars['String']['input']>;
  /** With CONNECT or SYNC: goes on although no PBX answered, or no file of users has come to its end. */
  skipsCheck?: InputMaybe<Scalars['Boolean']['input']>;
  /** The first one that was not taken yet. */
  step: OnboardingStep;
  /** The version that was read; STALE when somebody has saved it since. */
  version: Scalars['Int']['input'];
};

/** A case that you see to. */
export type TakeScreeningCaseInput = {
  /** Id of the case. */
  id: Scalars['ID']['input'];
};

/** How a task is done. */
export type TaskKind =
  /** Within Tierline: exactly once. */
  | 'DB'
  /** In an outside system: at least once, with the same key each time. */
  | 'EXTERNAL'
  /** By a person. */
  | 'MANUAL';

/** A page of a task's log, oldest first. */
export type TaskLogConnection = {
  __typename?: 'TaskLogConnection';
  /** The page with a cursor for each node. */
  edges: Array<TaskLogEdge>;
  /** The page without cursors. */
  nodes: Array<TaskLogEntry>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One TaskLog of a page with its place in the list. */
export type TaskLogEdge = {
  __typename?: 'TaskLogEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: TaskLogEntry;
};

/** One line of what happened in an attempt. Secrets are masked before anything is written. */
export type TaskLogEntry = {
  __typename?: 'TaskLogEntry';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** In which attempt. */
  attempt: Scalars['Int']['output'];
  /** Opaque; grows with time. */
  id: Scalars['ID']['output'];
  /** How grave it is. */
  level: LogLevel;
  /** What happened. */
  message: Scalars['String']['output'];
  /** What was sent; null when nothing was. */
  request?: Maybe<Scalars['String']['output']>;
  /** What came back; null when nothing did. */
  response?: Maybe<Scalars['String']['output']>;
};

/** Why a buyer is asked for no tax. */
export type TaxExemption = {
  __typename?: 'TaxExemption';
  /** As it stands on invoices. */
  reason: Scalars['String']['output'];
  /** The buyer's number with its tax office. */
  taxNumber?: Maybe<Scalars['String']['output']>;
};

/** Result of setTaxExemption. */
export type TaxExemptionPayload = {
  __typename?: 'TaxExemptionPayload';
  /** The account; null when refused. */
  billingAccount?: Maybe<BillingAccount>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What is taken of what is sold to a place, from a day on. The latest one of a name and place that has begun counts. */
export type TaxRate = {
  __typename?: 'TaxRate';
  /** Of the buyer's billing address, ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** The first day of invoices that it counts for. */
  effectiveFrom: Scalars['Date']['output'];
  /** Whether it counts today. */
  isInForce: Scalars['Boolean']['output'];
  /** Whether prices have it in them already. */
  isIncluded: Scalars['Boolean']['output'];
  /** What it is taken of. */
  kinds: Array<TaxedKind>;
  /** As it stands on invoices. */
  name: Scalars['String']['output'];
  /** Per cent, with at most 4 places; null: it is not taken any more. */
  percent?: Maybe<Scalars['Decimal']['output']>;
  /** Of the buyer's billing address; null: all of the country. */
  region?: Maybe<Scalars['String']['output']>;
};

/** Result of setTaxRate. */
export type TaxRatesPayload = {
  __typename?: 'TaxRatesPayload';
  /** All rates of your own reseller as they are now; none when refused. */
  taxRates: Array<TaxRate>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What a tax is taken of. */
export type TaxedKind =
  /** What was entered by hand. */
  | 'BY_HAND'
  /** Calls. */
  | 'CALLS'
  /** What is charged once, for the thing itself. */
  | 'ONE_OFF'
  /** What is charged for each period. */
  | 'RECURRING'
  /** What is charged once, to set something up. */
  | 'SETUP';

/** Customers were created by the template. */
export type TemplateInUseError = UserError & {
  __typename?: 'TemplateInUseError';
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** How many. */
  customers: Scalars['Int']['output'];
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Which service shall end. */
export type TerminateServiceInput = {
  /** The name of the service, typed to confirm what cannot be undone. */
  confirmName: Scalars['String']['input'];
  /** Id of the service. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect and one answer. */
  idempotencyKey: Scalars['ID']['input'];
  /** The version that was read; another one in between makes it STALE. */
  version: Scalars['Int']['input'];
};

/** The service and the run that ends it, or why it was refused. */
export type TerminateServicePayload = {
  __typename?: 'TerminateServicePayload';
  /** The run that ends it; null when refused. */
  run?: Maybe<ProvisioningRun>;
  /** The service; null when refused. */
  service?: Maybe<Service>;
  /** Why it was refused; empty when its end has begun. */
  userErrors: Array<UserError>;
};

/** Which gateway is tried. */
export type TestPaymentGatewayInput = {
  /** Id of the gateway. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key and input are one payment. */
  idempotencyKey: Scalars['ID']['input'];
};

/** What one tier asks the one above it about a problem. */
export type Ticket = Node & {
  __typename?: 'Ticket';
  /** What the tier above said. */
  answer?: Maybe<Scalars['String']['output']>;
  /** Who said it. */
  answeredBy?: Maybe<Scalars['String']['output']>;
  /** When it was closed. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the reseller that asks. */
  from: Scalars['String']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether it is for you to answer. */
  isForMe: Scalars['Boolean']['output'];
  /** What was said to the tier above. */
  note?: Maybe<Scalars['String']['output']>;
  /** When. */
  openedAt: Scalars['DateTime']['output'];
  /** Who asked. */
  openedBy: Scalars['String']['output'];
  /** Whether it is answered. */
  state: TicketState;
  /** Name of the reseller that is asked. */
  to: Scalars['String']['output'];
};

/** Whether the tier above has answered. */
export type TicketState =
  /** Answered, or needed no more. */
  | 'CLOSED'
  /** Waits for an answer. */
  | 'OPEN';

/** One reseller on a tier path, from the operator down. */
export type TierNode = {
  __typename?: 'TierNode';
  /** Id of the reseller. */
  id: Scalars['ID']['output'];
  /** True for the viewer's own tier. */
  isCurrent: Scalars['Boolean']['output'];
  /** Key of the reseller, as it stands in console addresses. */
  key: Scalars['String']['output'];
  /** Name of the reseller. */
  name: Scalars['String']['output'];
};

/** A link from a mail, and the password to set. */
export type TokenAndPasswordInput = {
  /** The password to sign in with from now on: 12 to 128 characters. */
  password: Scalars['String']['input'];
  /** What stands behind the # of the link in the mail. */
  token: Scalars['String']['input'];
};

/** A link from a mail. */
export type TokenInput = {
  /** What stands behind the # of the link in the mail. */
  token: Scalars['String']['input'];
};

/** A way to pay the seller. */
export type TopUpChoice = {
  __typename?: 'TopUpChoice';
  /** What can be paid, and nothing else. */
  amounts: Array<Money>;
  /** Whether the card can be kept for later. */
  keepsMethods: Scalars['Boolean']['output'];
  /** Who takes the money. */
  provider: PaymentProvider;
};

/** How many there are in all: exact up to 10,000, an estimate beyond. */
export type TotalCount = {
  __typename?: 'TotalCount';
  /** True when the value is a rounded estimate. */
  isEstimate: Scalars['Boolean']['output'];
  /** The count. */
  value: Scalars['Int']['output'];
};

/** What came of asking a PBX whether it is there. */
export type TrunkAnswer = {
  __typename?: 'TrunkAnswer';
  /** When it was asked. */
  askedAt: Scalars['DateTime']['output'];
  /** What it calls itself, or what the network said of the failure; null for neither. */
  detail?: Maybe<Scalars['String']['output']>;
  /** Milliseconds from the request to the response; null without one. */
  roundTripMs?: Maybe<Scalars['Int']['output']>;
  /** What came of it. */
  state: TrunkAnswerState;
  /** The status of its response, 100 to 699; null without one. */
  statusCode?: Maybe<Scalars['Int']['output']>;
};

/** What came of asking a PBX whether it is there (SIP OPTIONS, RFC 3261, 11). */
export type TrunkAnswerState =
  /** A private address, which this installation does not call. */
  | 'ADDRESS_NOT_ALLOWED'
  /** Nobody listens at that port. */
  | 'CONNECTION_REFUSED'
  /** No name server knows the host name. */
  | 'NAME_NOT_FOUND'
  /** Something answered that is not SIP. */
  | 'NOT_SIP'
  /** Nothing came back in time. */
  | 'NO_ANSWER'
  /** It answered in SIP, whatever it said. */
  | 'REACHED'
  /** It is there and did not take the user and the password. */
  | 'REFUSED_SIGN_IN'
  /** No TLS connection came about. */
  | 'TLS_FAILED'
  /** Its certificate is not trusted, has run out, or bears another name. */
  | 'TLS_UNTRUSTED';

/** Which order to undo. */
export type UndoOrderInput = {
  /** Id of the order. */
  id: Scalars['ID']['input'];
  /** Made by the caller; the same key has one effect and one answer. */
  idempotencyKey: Scalars['ID']['input'];
};

/** The order and the run that is being rolled back, or why it was refused. */
export type UndoOrderPayload = {
  __typename?: 'UndoOrderPayload';
  /** The order; null when refused. */
  order?: Maybe<Order>;
  /** Its run; null when refused, and when none had begun. */
  run?: Maybe<ProvisioningRun>;
  /** Why it was refused; empty when it is being undone. */
  userErrors: Array<UserError>;
};

/** The newest deck that was applied. */
export type UndoRateDeckInput = {
  /** Id of the deck. */
  id: Scalars['ID']['input'];
};

/** What recurs and is charged soon, all of it together. */
export type UpcomingCharges = {
  __typename?: 'UpcomingCharges';
  /** Within seven days. */
  nextSevenDays: Money;
  /** Within three days. */
  nextThreeDays: Money;
  /** Until the end of tomorrow. */
  tomorrow: Money;
};

/** What shall change of a program; what is left out stays. */
export type UpdateApiClientInput = {
  /** Id of the program. */
  id: Scalars['ID']['input'];
  /** Addresses and networks (CIDR), IPv4 or IPv6, that it may ask from, 50 at most; empty: from anywhere. */
  ipList?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Requests a minute, 6,000 at most. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** What it may do; nothing that you may not do yourself. */
  scopes?: InputMaybe<Array<ApiScope>>;
  /** Its version as you read it. */
  version: Scalars['Int']['input'];
};

/** Changes to a region. What is left out stays. */
export type UpdateCallInRegionInput = {
  /** All home countries whose customers dial in here. One that was in another region leaves it; none is left without. */
  homeCountries?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All numbers, in the order in which they are given out. */
  numbers?: InputMaybe<Array<CallInNumberInput>>;
  /** Which one. */
  region: CallInRegionKey;
  /** The version that was read; STALE when it has changed since. */
  version: Scalars['Int']['input'];
};

/** Result of `updateCallInRegion`. */
export type UpdateCallInRegionPayload = {
  __typename?: 'UpdateCallInRegionPayload';
  /** All regions; null when refused. */
  regions?: Maybe<Array<CallInRegion>>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** How a connector shall be reached from now on. */
export type UpdateConnectorInput = {
  /** How many rows of imports may be under way there at once, 1 to 20; absent leaves it as it is. */
  bulkRowsAtOnce?: InputMaybe<Scalars['Int']['input']>;
  /** Key of the connector. */
  key: Scalars['String']['input'];
  /** Lab or real; absent leaves it as it is. */
  mode?: InputMaybe<ConnectorMode>;
  /** The settings to change; all others stay. */
  settings: Array<ConnectorSettingInput>;
  /** The version that was read; another one in between makes it STALE. */
  version: Scalars['Int']['input'];
};

/** The connector after the change, or why it was not changed. */
export type UpdateConnectorPayload = {
  __typename?: 'UpdateConnectorPayload';
  /** The connector; null when refused. */
  connector?: Maybe<Connector>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A contact as it shall be. */
export type UpdateContactInput = {
  /** All of it; what is left out is emptied. */
  contact: ContactInput;
  /** Id of the contact. */
  id: Scalars['ID']['input'];
};

/** Result of `updateContact`. */
export type UpdateContactPayload = {
  __typename?: 'UpdateContactPayload';
  /** The contact; null when refused. */
  contact?: Maybe<Contact>;
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Changes to a customer. What is left out stays; null empties what may be empty. */
export type UpdateCustomerInput = {
  /** All attributes. */
  attributes?: InputMaybe<Array<CustomAttributeInput>>;
  /** Where invoices go. */
  billingAddress?: InputMaybe<AddressInput>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /**
   * Stays what it is: another one is refused.
   * @deprecated Another home country is given by moveCustomerCountry; goes on 2027-11-23.
   */
  homeCountry?: InputMaybe<Scalars['String']['input']>;
  /** Id of the customer. */
  id: Scalars['ID']['input'];
  /** Language for mail. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Phone number, kept as typed. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** All tags. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Under which it pays taxes, with or without marks. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read; STALE when it has changed since. */
  version: Scalars['Int']['input'];
};

/** Result of `updateCustomer`. */
export type UpdateCustomerPayload = {
  __typename?: 'UpdateCustomerPayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What to change of an item; what is left out stays, null empties. */
export type UpdateInventoryItemInput = {
  /** Id of the item. */
  id: Scalars['ID']['input'];
  /** Where it lies. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Anything worth knowing; the reason, where a move needs one. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A move that people may make by hand. */
  state?: InputMaybe<InventoryItemState>;
  /** The version that you have read. */
  version: Scalars['Int']['input'];
};

/** Result of `updateInventoryItem`. */
export type UpdateInventoryItemPayload = {
  __typename?: 'UpdateInventoryItemPayload';
  /** The item; null when refused. */
  item?: Maybe<InventoryItem>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What to change of a template; what is left out stays. */
export type UpdateInventoryTemplateInput = {
  /** Whether the check digit of an ICCID must be right. */
  checksLuhn?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the template. */
  id: Scalars['ID']['input'];
  /** What people call it. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** With fewer available, Home says so. */
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** The version that you have read. */
  version: Scalars['Int']['input'];
};

/** Result of `updateInventoryTemplate`. */
export type UpdateInventoryTemplatePayload = {
  __typename?: 'UpdateInventoryTemplatePayload';
  /** The template; null when refused. */
  template?: Maybe<InventoryTemplate>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What to change of an offering; what is left out stays. */
export type UpdateOfferingInput = {
  /** Why it is sold below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: InputMaybe<Scalars['String']['input']>;
  /** Months of one billing period. */
  billingIntervalMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Months that a customer is bound. */
  contractTermMonths?: InputMaybe<Scalars['Int']['input']>;
  /** What it costs you; needs the permission finance.view. */
  cost?: InputMaybe<OfferingPriceInput>;
  /** All fields of its own. */
  customFields?: InputMaybe<Array<CustomFieldDefinitionInput>>;
  /** What it is; null empties. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** All short facts for its card. */
  facts?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name of its icon. */
  icon?: InputMaybe<Scalars['String']['input']>;
  /** Id of the offering. */
  id: Scalars['ID']['input'];
  /** Whether it is sold. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether somebody has to install it. */
  needsInstallation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether an order names a site. */
  needsSite?: InputMaybe<Scalars['Boolean']['input']>;
  /** All of what it is as a package or add-on; its key stays what it is. */
  package?: InputMaybe<PackageTermsInput>;
  /** Key of the playbook that provisions it. */
  playbookKey?: InputMaybe<Scalars['String']['input']>;
  /** What it costs your customers. For an offering of a reseller above you this is your own price, and all that you can set. */
  price?: InputMaybe<OfferingPriceInput>;
  /** All that it needs from stock. */
  requirements?: InputMaybe<Array<InventoryRequirementInput>>;
  /** For which customers it is. */
  segments?: InputMaybe<Array<CustomerKind>>;
  /** Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; null: it does not say. Not less than a line of it may have at present. */
  simultaneousCalls?: InputMaybe<Scalars['Int']['input']>;
  /** The version that you have read. */
  version: Scalars['Int']['input'];
  /** Whether it is charged while it is suspended. What is sold already goes on as it was sold. */
  whileSuspended?: InputMaybe<SuspensionPolicy>;
};

/** Result of `updateOffering`. */
export type UpdateOfferingPayload = {
  __typename?: 'UpdateOfferingPayload';
  /** The offering; null when refused. */
  offering?: Maybe<Offering>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A trunk as it shall be. */
export type UpdatePbxTrunkInput = {
  /** With which the PBX signs in at the gateway; left out: as it was; empty: none. 128 characters at most. */
  gatewayPassword?: InputMaybe<Scalars['String']['input']>;
  /** Of the trunk. */
  id: Scalars['ID']['input'];
  /** With which one signs in at the PBX; left out: as it was, and REQUIRED when one is kept and the address is another; empty: none. 128 characters at most. */
  pbxPassword?: InputMaybe<Scalars['String']['input']>;
  /** All of it but the passwords. */
  trunk: PbxTrunkInput;
  /** The version that was read; STALE when somebody has changed it since. */
  version: Scalars['Int']['input'];
};

/** What shall change of a reseller; what is left out stays. */
export type UpdateResellerInput = {
  /** Home country; of your own reseller only those above it say it. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Addresses that hear of its critically failed runs, 20 at most. */
  failureEmails?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Id of the reseller. */
  id: Scalars['ID']['input'];
  /** Language and region of its texts, e.g. en-GB. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Name; of your own reseller only those above it say it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Time zone of its business dates, e.g. Europe/London. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Its version as you read it. */
  version: Scalars['Int']['input'];
};

/** What shall change of a role; what is left out stays. */
export type UpdateRoleInput = {
  /** Id of the role. */
  id: Scalars['ID']['input'];
  /** Name, unique at its reseller. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** All that it gives from now on; none but your own may be named. */
  permissions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its version as you read it. */
  version: Scalars['Int']['input'];
};

/** A site as it shall be. */
export type UpdateSiteInput = {
  /** Id of the site. */
  id: Scalars['ID']['input'];
  /** All of it; what is left out is emptied. */
  site: SiteInput;
};

/** Result of `updateSite`. */
export type UpdateSitePayload = {
  __typename?: 'UpdateSitePayload';
  /** The customer; null when refused. */
  customer?: Maybe<Customer>;
  /** The site; null when refused. */
  site?: Maybe<Site>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What shall change of a person; what is left out stays. */
export type UpdateUserInput = {
  /** Id of the person. */
  id: Scalars['ID']['input'];
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The customers that they see, 500 at most. */
  namedCustomerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether they see none but the customers named to them. */
  namedCustomersOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Role; nobody is given more than you may. */
  role?: InputMaybe<Role>;
  /** Own roles of the reseller that they hold besides, 20 at most; none that gives more than you may. */
  roleIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Their version as you read it. */
  version: Scalars['Int']['input'];
};

/** What shall change of an endpoint; what is left out stays. */
export type UpdateWebhookEndpointInput = {
  /** What it hears of; of that, only what whoever gave it these may see. */
  events?: InputMaybe<Array<WebhookEvent>>;
  /** Id of the endpoint. */
  id: Scalars['ID']['input'];
  /** Whether anything is sent to it; what waits is sent when it is switched on again. */
  isOn?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its address: https, without credentials, and on the public internet unless the operator lists its host. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Its version as you read it. */
  version: Scalars['Int']['input'];
};

/** A person who can sign in. */
export type User = Node & {
  __typename?: 'User';
  /** What was done to the person's account, newest first. */
  activity: AuditEntryConnection;
  /** Set for a customer's own user. */
  customer?: Maybe<Customer>;
  /** The e-mail address that the person signs in with. */
  email: Scalars['String']['output'];
  /** Whether the person proves themselves with a second factor. */
  hasFactor: Scalars['Boolean']['output'];
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Until when the link of an invitation works. */
  invitedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** False for who may anything that you may not: such people are not yours to change. */
  isWithinMyRights: Scalars['Boolean']['output'];
  /** In which language the person is answered; null leaves it to each request's Accept-Language. */
  language?: Maybe<Language>;
  /** When the person last signed in. */
  lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  /** Name. */
  name: Scalars['String']['output'];
  /** The customers named to the person. */
  namedCustomers: Array<Customer>;
  /** Whether the person sees none but the customers named to them. */
  namedCustomersOnly: Scalars['Boolean']['output'];
  /** The reseller that the person belongs to. */
  reseller?: Maybe<Reseller>;
  /** The person's role. */
  role: Role;
  /** Own roles of the reseller that the person holds besides `role`. */
  roles: Array<CustomRole>;
  /** Where the person is signed in, the last used first. */
  sessions: Array<Session>;
  /** Whether the person works here. */
  state: UserState;
  /** Goes up by one with each change; an update names the one it was made for. */
  version: Scalars['Int']['output'];
};


/** A person who can sign in. */
export type UserActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of people. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The page with a cursor for each node. */
  edges: Array<UserEdge>;
  /** The page without cursors. */
  nodes: Array<User>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many people match. */
  totalCount: TotalCount;
};

/** One User of a page with its place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: User;
};

/** An expected refusal. Nothing was changed. */
export type UserError = {
  /** What kind of refusal it is, for programs. */
  code: UserErrorCode;
  /** What, why and what next, for people: in the language of the request. */
  message: Scalars['String']['output'];
  /** Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language. */
  messageKey: Scalars['String']['output'];
  /** The input field it concerns, e.g. ["contacts", "0", "email"]. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Why a request was refused. The list grows; treat an unknown code as INVALID. */
export type UserErrorCode =
  /** The password is right, but the account is deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** It would be sold below what it costs, which takes the permission price.sell_below_cost and a reason. */
  | 'BELOW_COST'
  /** The account would owe more than its credit limit. */
  | 'CREDIT_LIMIT_REACHED'
  /** It would give or change rights that the caller does not hold. */
  | 'EXCEEDS_RIGHTS'
  /** It was in time once: a reservation, an order's time for undoing. */
  | 'EXPIRED'
  /** The parent says what this is; only the parent can change it. */
  | 'FIELD_OWNED_BY_PARENT'
  /** The idempotency key was used before with other arguments. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The account has not that much left, or nothing; it has to be paid for first. */
  | 'INSUFFICIENT_BALANCE'
  /** A value does not have the form or range it must have. */
  | 'INVALID'
  /** It cannot be deleted while others refer to it. */
  | 'IN_USE'
  /** Nobody else could run the reseller: its last owner is neither removed, disabled nor demoted. */
  | 'LAST_OWNER'
  /** More than a limit allows; the limit and what is used are given. */
  | 'LIMIT_EXCEEDED'
  /** The playbook does not exist or names an action that does not. */
  | 'MISSING_ACTION'
  /** Something is still owed on one side: it has to be paid, paid out or written off first. */
  | 'NONZERO_BALANCE'
  /** The item is not free any more: someone else was first, or it left the stock. */
  | 'NOT_AVAILABLE'
  /** The offering is not for this customer; the message says why. */
  | 'NOT_ELIGIBLE'
  /** The customer has no service to which the add-on could be added. */
  | 'NO_COMPATIBLE_SERVICE'
  /** What was due could not be set aside with the payment method on file; nothing was ordered. */
  | 'PAYMENT_DECLINED'
  /** Renewing automatically needs a payment method on file. */
  | 'PAYMENT_METHOD_REQUIRED'
  /** Prices, terms or the playbook have changed since the quote; the old and new amounts are given. */
  | 'PRICE_CHANGED'
  /** Too many runs are queued; try again later. */
  | 'QUEUE_FULL'
  /** A value is missing. */
  | 'REQUIRED'
  /** The reseller was created but not activated yet. */
  | 'RESELLER_NOT_ACTIVATED'
  /** The reseller is suspended: it may look and end services, but neither create nor change. */
  | 'RESELLER_SUSPENDED'
  /** The run was retried as often as allowed; an operator has to reset it. */
  | 'RETRY_EXHAUSTED'
  /** E-mail and password do not match; it is not said which of them is wrong. */
  | 'SIGN_IN_REFUSED'
  /** It has changed since the caller read it; read it again. */
  | 'STALE'
  /** Its present state does not allow this. */
  | 'STATE_CONFLICT'
  /** Something else already bears this name, key or number. */
  | 'TAKEN'
  /** No inventory template has this key. */
  | 'TEMPLATE_NOT_FOUND'
  /** A text or list is longer than allowed. */
  | 'TOO_LONG'
  /** An id in the input names nothing that the caller can see. */
  | 'UNKNOWN_REFERENCE'
  /** Those who sell to this tier may not spend themselves until they have paid. */
  | 'UPSTREAM_SUSPENDED';

/** Which people; all conditions must hold. */
export type UserFilter = {
  /** Users of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this reseller, its customers' users among them. */
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these roles. */
  role?: InputMaybe<Array<Role>>;
  /** Part of the name or e-mail, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** One of these states. */
  state?: InputMaybe<Array<UserState>>;
};

/** A person. */
export type UserInput = {
  /** Id of the person. */
  id: Scalars['ID']['input'];
};

/** Result of a change of a person. */
export type UserPayload = {
  __typename?: 'UserPayload';
  /** The person as they are now; null when refused or withdrawn. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Whether a person works here. */
export type UserState =
  /** Can sign in. */
  | 'ACTIVE'
  /** Cannot sign in. */
  | 'DISABLED'
  /** Was mailed a link and has not set a password yet. */
  | 'INVITED';

/** A document to be checked. */
export type ValidatePlaybookInput = {
  /** The whole document. */
  document: Scalars['String']['input'];
  /** How it is written. */
  format: PlaybookFormat;
};

/** What was found. Nothing was written. */
export type ValidatePlaybookPayload = {
  __typename?: 'ValidatePlaybookPayload';
  /** What is wrong with it; empty when it can be saved. */
  problems: Array<PlaybookProblem>;
  /** Its tasks in an order of their needs; empty when there are problems. */
  tasks: Array<PlannedTask>;
  /** Always empty: problems of the document are no refusals. */
  userErrors: Array<UserError>;
};

/** Who asks, from which place in the tree and with which rights. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Set for a customer's own user. */
  customer?: Maybe<Customer>;
  /** True in the demo world, whose passwords everybody knows. */
  demo: Scalars['Boolean']['output'];
  /** True when the lab, a demo network, stands in for a real one. */
  lab: Scalars['Boolean']['output'];
  /** True for whose password was made for them: until they set one of their own they may do nothing else. */
  mustChangePassword: Scalars['Boolean']['output'];
  /** True for whose role wants a second factor and who has none: until they set one up they may do nothing else. */
  mustSetUpFactor: Scalars['Boolean']['output'];
  /** Set while the viewer works in the place of another: of a reseller named by the header tierline-on-behalf-of, or of the user of `startActingAs`. */
  onBehalfOf?: Maybe<OnBehalfOf>;
  /** The permissions held at this moment, such as `order.place`. */
  permissions: Array<Scalars['String']['output']>;
  /** The reseller that the viewer belongs to. */
  reseller: Reseller;
  /** The server's time, so that countdowns do not depend on the reader's clock. */
  serverTime: Scalars['DateTime']['output'];
  /** From the operator down to the viewer's reseller. */
  tierPath: Array<TierNode>;
  /** The signed-in person. */
  user: User;
  /** Why the viewer may do less than their roles give; null when every reseller up to the root is active. */
  withheldBy?: Maybe<WithheldBy>;
};

/** What a run waits for. */
export type WaitReason =
  /** For its next attempt. */
  | 'BACK_OFF'
  /** For a person to do a manual task. */
  | 'PERSON'
  /** For a worker to take it. */
  | 'TAKE_OVER'
  /** For an outside system that does not answer anybody at present. */
  | 'UPSTREAM';

/** Periods that were missed in an outage, too many to be charged without a person. */
export type WaitingCharge = {
  __typename?: 'WaitingCharge';
  /** What all of it comes to. */
  amount: Money;
  /** Who buys: the customer, or the reseller right below. */
  buyer: Scalars['String']['output'];
  /** Id of the customer it came from; null for a reseller's own. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** What for. */
  description: Scalars['String']['output'];
  /** What it is settled by. */
  id: Scalars['ID']['output'];
  /** The first day that was not charged. */
  periodFrom: Scalars['Date']['output'];
  /** The last day of the last period that is due. */
  periodTo: Scalars['Date']['output'];
  /** How many periods wait. */
  periods: Scalars['Int']['output'];
  /** What a whole period costs. */
  price: Money;
};

/** A page of what waits. */
export type WaitingChargeConnection = {
  __typename?: 'WaitingChargeConnection';
  /** The page with a cursor for each node. */
  edges: Array<WaitingChargeEdge>;
  /** The page without cursors. */
  nodes: Array<WaitingCharge>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One WaitingCharge of a page with its place in the list. */
export type WaitingChargeEdge = {
  __typename?: 'WaitingChargeEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: WaitingCharge;
};

/** What becomes of periods that were missed. */
export type WaitingDecision =
  /** They are charged now. */
  | 'CHARGE'
  /** They are never charged. */
  | 'WAIVE';

/** One try of a delivery. */
export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  /** The first kilobyte of the answer's body. */
  answer: Scalars['String']['output'];
  /** When it was answered, or given up. */
  at: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Why there was no answer. */
  failure?: Maybe<Scalars['String']['output']>;
  /** The answer's HTTP status; null when there was none. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** One event for one endpoint. */
export type WebhookDelivery = Node & {
  __typename?: 'WebhookDelivery';
  /** Its attempts, newest first. */
  attempts: Array<WebhookAttempt>;
  /** The body, to the byte. */
  body: Scalars['String']['output'];
  /** When it began to wait. */
  createdAt: Scalars['DateTime']['output'];
  /** The endpoint. */
  endpoint?: Maybe<WebhookEndpoint>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** When it is sent next, while it waits. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it came. */
  state: WebhookDeliveryState;
  /** The `type` of its body, such as `service.activated`. */
  type: Scalars['String']['output'];
  /** The `webhook-id` of each of its attempts. */
  webhookId: Scalars['ID']['output'];
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  /** The page with a cursor for each node. */
  edges: Array<WebhookDeliveryEdge>;
  /** The page without cursors. */
  nodes: Array<WebhookDelivery>;
  /** Whether there is more. */
  pageInfo: PageInfo;
  /** How many deliveries these are in all. */
  totalCount: TotalCount;
};

/** One WebhookDelivery of a page with its place in the list. */
export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: WebhookDelivery;
};

/** Which deliveries; all conditions must hold. */
export type WebhookDeliveryFilter = {
  /** To this endpoint. */
  endpointId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this event. */
  event?: InputMaybe<WebhookEvent>;
  /** That began to wait then or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** That came so far. */
  state?: InputMaybe<WebhookDeliveryState>;
  /** That began to wait before. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How far a delivery came. */
export type WebhookDeliveryState =
  /** It was answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It is not sent any more, unless somebody replays it. */
  | 'FAILED'
  /** It is sent, or sent again, at its time. */
  | 'PENDING';

/** Where a third party hears of what happens, by Standard Webhooks 1.0. */
export type WebhookEndpoint = Node & {
  __typename?: 'WebhookEndpoint';
  /** What was done to the endpoint itself, newest first. */
  activity: AuditEntryConnection;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The only customer of which it hears, if so. */
  customer?: Maybe<Customer>;
  /** What it hears of, as far as its maker may see it. */
  events: Array<WebhookEvent>;
  /** Since when nothing has reached it; null while things do. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. An id of something outside your tier answers as one that never was. */
  id: Scalars['ID']['output'];
  /** Whether anything is sent to it. */
  isOn: Scalars['Boolean']['output'];
  /** Name of whoever answers for it: it hears of nothing that they may not see. Null for somebody above your tier. */
  maker?: Maybe<Scalars['String']['output']>;
  /** Why it is off; null while it is on. */
  offReason?: Maybe<WebhookOffReason>;
  /** The reseller of which it hears. */
  reseller?: Maybe<Reseller>;
  /** The secrets that sign now, newest first. */
  secrets: Array<WebhookSecret>;
  /** The address that it is told at. */
  url: Scalars['String']['output'];
  /** Goes up by one with each change; an update names the one it was made for. */
  version: Scalars['Int']['output'];
};


/** Where a third party hears of what happens, by Standard Webhooks 1.0. */
export type WebhookEndpointActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** An endpoint to which something shall be done. */
export type WebhookEndpointActInput = {
  /** Id of the endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: Scalars['ID']['input'];
};

/** A page of endpoints. */
export type WebhookEndpointConnection = {
  __typename?: 'WebhookEndpointConnection';
  /** The page with a cursor for each node. */
  edges: Array<WebhookEndpointEdge>;
  /** The page without cursors. */
  nodes: Array<WebhookEndpoint>;
  /** Whether there is more. */
  pageInfo: PageInfo;
};

/** One WebhookEndpoint of a page with its place in the list. */
export type WebhookEndpointEdge = {
  __typename?: 'WebhookEndpointEdge';
  /** The place of this node in the list. */
  cursor: Scalars['String']['output'];
  /** The node itself. */
  node: WebhookEndpoint;
};

/** Result of a change of an endpoint. */
export type WebhookEndpointPayload = {
  __typename?: 'WebhookEndpointPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The endpoint as it is now; null when refused. */
  webhookEndpoint?: Maybe<WebhookEndpoint>;
};

/** What an endpoint can hear of. The list grows. */
export type WebhookEvent =
  /** `customer.created`: sent when a customer was created. */
  | 'CUSTOMER_CREATED'
  /** `customer.deactivated`: sent when a customer was deactivated. */
  | 'CUSTOMER_DEACTIVATED'
  /** `customer.reactivated`: sent when a deactivated customer is active again. */
  | 'CUSTOMER_REACTIVATED'
  /** `customer.resumed`: sent when a suspended customer is active again. */
  | 'CUSTOMER_RESUMED'
  /** `customer.suspended`: sent when a customer was suspended. */
  | 'CUSTOMER_SUSPENDED'
  /** `customer.updated`: sent when facts of a customer were changed. */
  | 'CUSTOMER_UPDATED'
  /** `order.cancelled`: sent when an order was undone or given up. */
  | 'ORDER_CANCELLED'
  /** `order.completed`: sent when an order was carried out. */
  | 'ORDER_COMPLETED'
  /** `order.failed`: sent when an order could not be carried out so far. */
  | 'ORDER_FAILED'
  /** `order.placed`: sent when a plan or an add-on was ordered. */
  | 'ORDER_PLACED'
  /** `run.cancelled`: sent when a run was cancelled. */
  | 'RUN_CANCELLED'
  /** `run.failed`: sent when a run, or its roll-back, failed. */
  | 'RUN_FAILED'
  /** `run.rolled_back`: sent when a run was rolled back. */
  | 'RUN_ROLLED_BACK'
  /** `run.succeeded`: sent when a run came to a good end. */
  | 'RUN_SUCCEEDED'
  /** `run.waiting`: sent when a run waits for a person. */
  | 'RUN_WAITING'
  /** `service.activated`: sent when a new service is active. */
  | 'SERVICE_ACTIVATED'
  /** `service.expired`: sent when a service was not renewed and has ended. */
  | 'SERVICE_EXPIRED'
  /** `service.resumed`: sent when a suspended service is active again. */
  | 'SERVICE_RESUMED'
  /** `service.suspended`: sent when a service was suspended. */
  | 'SERVICE_SUSPENDED'
  /** `service.terminated`: sent when a service was ended for good. */
  | 'SERVICE_TERMINATED';

/** An event in the catalog. */
export type WebhookEventType = {
  __typename?: 'WebhookEventType';
  /** When it is sent. */
  description: Scalars['String']['output'];
  /** As endpoints name it. */
  event: WebhookEvent;
  /** A body as it would come. */
  example: Scalars['String']['output'];
  /** The `type` of its body. */
  type: Scalars['String']['output'];
};

/** Why an endpoint is switched off. */
export type WebhookOffReason =
  /** Nothing has reached it for three days. */
  | 'FAILING'
  /** It answered 410. */
  | 'GONE'
  /** Somebody wanted it. */
  | 'PERSON';

/** What deliveries are signed with. The secret itself is told once. */
export type WebhookSecret = {
  __typename?: 'WebhookSecret';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when it signs beside its successor, if so. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Result of making a secret. */
export type WebhookSecretPayload = {
  __typename?: 'WebhookSecretPayload';
  /** The secret, `whsec_…`, told this once. Null when refused, and for a call that is repeated with the same key and input. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The endpoint as it is now; null when refused. */
  webhookEndpoint?: Maybe<WebhookEndpoint>;
};

/** Numbers that are offered no more. */
export type WithdrawNumbersInput = {
  /** Ids of the items, at most 500. */
  itemIds: Array<Scalars['ID']['input']>;
};

/** A reseller whose state leaves its people, and all below, less than their roles give. */
export type WithheldBy = {
  __typename?: 'WithheldBy';
  /** The reseller: the viewer's own, or one above it. */
  reseller: TierNode;
  /** PENDING: not activated yet. SUSPENDED: neither creates nor changes. */
  state: ResellerState;
};
