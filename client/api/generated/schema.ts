export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  Decimal: { input: string; output: string; }
  PhoneNumber: { input: string; output: string; }
};

export type AddContactInput = {
  contact: ContactInput;
  customerId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type AddContactPayload = {
  __typename?: 'AddContactPayload';
  contact?: Maybe<Contact>;
  customer?: Maybe<Customer>;
  userErrors: Array<UserError>;
};

export type AddInventoryItemInput = {
  identifier: Scalars['String']['input'];
  label?: InputMaybe<Scalars['String']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type AddInventoryItemsInput = {
  idempotencyKey: Scalars['ID']['input'];
  items: Array<AddInventoryItemInput>;
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<InventoryItemState>;
  templateId: Scalars['ID']['input'];
};

export type AddInventoryItemsPayload = {
  __typename?: 'AddInventoryItemsPayload';
  items: Array<InventoryItem>;
  userErrors: Array<UserError>;
};

export type AddSiteInput = {
  customerId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  site: SiteInput;
};

export type AddSitePayload = {
  __typename?: 'AddSitePayload';
  customer?: Maybe<Customer>;
  site?: Maybe<Site>;
  userErrors: Array<UserError>;
};

export type Address = {
  __typename?: 'Address';
  city: Scalars['String']['output'];
  country: Scalars['String']['output'];
  line1: Scalars['String']['output'];
  line2?: Maybe<Scalars['String']['output']>;
  postalCode?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Scalars['String']['output']>;
};

export type AddressInput = {
  city: Scalars['String']['input'];
  country: Scalars['String']['input'];
  line1: Scalars['String']['input'];
  line2?: InputMaybe<Scalars['String']['input']>;
  postalCode?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
};

export type AttentionItem = {
  __typename?: 'AttentionItem';
  detail: Scalars['String']['output'];
  due?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  kind: AttentionKind;
  since?: Maybe<Scalars['DateTime']['output']>;
  target?: Maybe<Node>;
  title: Scalars['String']['output'];
};

export type AttentionKind =
  | 'CONNECTOR_DOWN'
  | 'EXPIRING_RESERVATION'
  | 'FAILED_RUN'
  | 'HELD_ITEMS'
  | 'LOW_STOCK'
  | 'WAITING_RUN';

export type AuditEntry = Node & {
  __typename?: 'AuditEntry';
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  changes: Array<FieldChange>;
  channel: Channel;
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  onBehalfOf?: Maybe<Scalars['String']['output']>;
  operation: Scalars['String']['output'];
  requestId?: Maybe<Scalars['String']['output']>;
  subject: Scalars['String']['output'];
  subjectId?: Maybe<Scalars['ID']['output']>;
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

export type CancelProvisioningRunInput = {
  id: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
};

export type CancelProvisioningRunPayload = {
  __typename?: 'CancelProvisioningRunPayload';
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type Channel =
  | 'API'
  | 'CONSOLE'
  | 'SYSTEM';

export type CheckConnectorInput = {
  key: Scalars['String']['input'];
};

export type CheckConnectorPayload = {
  __typename?: 'CheckConnectorPayload';
  connector?: Maybe<Connector>;
  userErrors: Array<UserError>;
};

export type CheckServiceHealthInput = {
  id: Scalars['ID']['input'];
};

export type CheckServiceHealthPayload = {
  __typename?: 'CheckServiceHealthPayload';
  probes: Array<HealthProbe>;
  service?: Maybe<Service>;
  userErrors: Array<UserError>;
};

export type CompleteManualTaskInput = {
  note?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
  taskKey: Scalars['String']['input'];
};

export type CompleteManualTaskPayload = {
  __typename?: 'CompleteManualTaskPayload';
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type Connector = Node & {
  __typename?: 'Connector';
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  endpoint: Scalars['String']['output'];
  health: HealthState;
  healthMessage: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  latencyMs?: Maybe<Scalars['Int']['output']>;
  mode: ConnectorMode;
  protocol: Scalars['String']['output'];
  settings: Array<ConnectorSetting>;
  title: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type ConnectorMode =
  | 'LAB'
  | 'REAL';

export type ConnectorSetting = {
  __typename?: 'ConnectorSetting';
  isSecret: Scalars['Boolean']['output'];
  isSet: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  label: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
};

export type ConnectorSettingInput = {
  key: Scalars['String']['input'];
  value?: InputMaybe<Scalars['String']['input']>;
};

export type Contact = Node & {
  __typename?: 'Contact';
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  phone?: Maybe<Scalars['String']['output']>;
  roles: Array<ContactRole>;
};

export type ContactInput = {
  email?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  roles: Array<ContactRole>;
};

export type ContactRole =
  | 'BILLING'
  | 'MAINTAINER'
  | 'ONSITE_ADMIN'
  | 'OTHER'
  | 'SITE_ADMIN'
  | 'TECHNICAL';

export type CreateCustomerInput = {
  attributes?: InputMaybe<Array<CustomAttributeInput>>;
  billingAddress?: InputMaybe<AddressInput>;
  contacts?: InputMaybe<Array<ContactInput>>;
  email?: InputMaybe<Scalars['String']['input']>;
  homeCountry: Scalars['String']['input'];
  idempotencyKey: Scalars['ID']['input'];
  kind: CustomerKind;
  language?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  sites?: InputMaybe<Array<SiteInput>>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  customer?: Maybe<Customer>;
  userErrors: Array<UserError>;
};

export type CreateInventoryTemplateInput = {
  checksLuhn?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  identifierKind: IdentifierKind;
  key: Scalars['String']['input'];
  label: Scalars['String']['input'];
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  quarantineDays?: InputMaybe<Scalars['Int']['input']>;
  releasePolicy: ReleasePolicy;
};

export type CreateInventoryTemplatePayload = {
  __typename?: 'CreateInventoryTemplatePayload';
  template?: Maybe<InventoryTemplate>;
  userErrors: Array<UserError>;
};

export type CreateOfferingInput = {
  billingIntervalMonths?: InputMaybe<Scalars['Int']['input']>;
  contractTermMonths?: InputMaybe<Scalars['Int']['input']>;
  cost?: InputMaybe<OfferingPriceInput>;
  customFields?: InputMaybe<Array<CustomFieldDefinitionInput>>;
  description?: InputMaybe<Scalars['String']['input']>;
  facts?: InputMaybe<Array<Scalars['String']['input']>>;
  icon?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  isEnabled: Scalars['Boolean']['input'];
  kind: OfferingKind;
  name: Scalars['String']['input'];
  needsInstallation?: InputMaybe<Scalars['Boolean']['input']>;
  needsSite?: InputMaybe<Scalars['Boolean']['input']>;
  playbookKey: Scalars['String']['input'];
  price: OfferingPriceInput;
  requirements?: InputMaybe<Array<InventoryRequirementInput>>;
  segments: Array<CustomerKind>;
  serviceType: ServiceType;
  slug: Scalars['String']['input'];
};

export type CreateOfferingPayload = {
  __typename?: 'CreateOfferingPayload';
  offering?: Maybe<Offering>;
  userErrors: Array<UserError>;
};

export type CustodyEntry = Node & {
  __typename?: 'CustodyEntry';
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  customer?: Maybe<Customer>;
  from?: Maybe<InventoryItemState>;
  id: Scalars['ID']['output'];
  reason: Scalars['String']['output'];
  run?: Maybe<ProvisioningRun>;
  service?: Maybe<Service>;
  to: InventoryItemState;
};

export type CustodyEntryConnection = {
  __typename?: 'CustodyEntryConnection';
  edges: Array<CustodyEntryEdge>;
  nodes: Array<CustodyEntry>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type CustodyEntryEdge = {
  __typename?: 'CustodyEntryEdge';
  cursor: Scalars['String']['output'];
  node: CustodyEntry;
};

export type CustomAttribute = {
  __typename?: 'CustomAttribute';
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type CustomAttributeInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type CustomFieldDefinition = {
  __typename?: 'CustomFieldDefinition';
  choices: Array<Scalars['String']['output']>;
  isRequired: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  kind: CustomFieldKind;
  label: Scalars['String']['output'];
  maxLength?: Maybe<Scalars['Int']['output']>;
};

export type CustomFieldDefinitionInput = {
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  isRequired: Scalars['Boolean']['input'];
  key: Scalars['String']['input'];
  kind: CustomFieldKind;
  label: Scalars['String']['input'];
  maxLength?: InputMaybe<Scalars['Int']['input']>;
};

export type CustomFieldInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type CustomFieldKind =
  | 'CHOICE'
  | 'DATE'
  | 'NUMBER'
  | 'TEXT';

export type Customer = Node & {
  __typename?: 'Customer';
  activity: AuditEntryConnection;
  attributes: Array<CustomAttribute>;
  billingAddress?: Maybe<Address>;
  contacts: Array<Contact>;
  createdAt: Scalars['DateTime']['output'];
  createdVia: Channel;
  email?: Maybe<Scalars['String']['output']>;
  homeCountry: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  inventoryItems: InventoryItemConnection;
  kind: CustomerKind;
  label: Scalars['String']['output'];
  language: Scalars['String']['output'];
  name: Scalars['String']['output'];
  number: Scalars['Int']['output'];
  orders: OrderConnection;
  paymentMethods: Array<PaymentMethod>;
  phone?: Maybe<Scalars['String']['output']>;
  provisioningRuns: ProvisioningRunConnection;
  reseller: Reseller;
  services: ServiceConnection;
  sites: Array<Site>;
  state: CustomerState;
  suspensionReasons: Array<SuspensionReason>;
  tags: Array<Scalars['String']['output']>;
  tierPath: Array<TierNode>;
  version: Scalars['Int']['output'];
};


export type CustomerActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type CustomerInventoryItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type CustomerProvisioningRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type CustomerServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first: Scalars['Int']['input'];
};

export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  edges: Array<CustomerEdge>;
  nodes: Array<Customer>;
  pageInfo: PageInfo;
  suggestions: Array<Customer>;
  totalCount: TotalCount;
};

export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  cursor: Scalars['String']['output'];
  node: Customer;
};

export type CustomerFilter = {
  country?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<CustomerKind>;
  resellerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<Array<CustomerState>>;
  tag?: InputMaybe<Scalars['String']['input']>;
};

export type CustomerKind =
  | 'BUSINESS'
  | 'INDIVIDUAL';

export type CustomerOrder =
  | 'NAME'
  | 'NEWEST'
  | 'NUMBER';

export type CustomerState =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'DEACTIVATED'
  | 'DEACTIVATING'
  | 'SUSPENDED'
  | 'WAITING';

export type DayMetric = {
  __typename?: 'DayMetric';
  key: HomeMetric;
  today: Scalars['Decimal']['output'];
  usual: Scalars['Decimal']['output'];
  values: Array<Scalars['Decimal']['output']>;
};

export type DeleteInventoryTemplateInput = {
  id: Scalars['ID']['input'];
};

export type DeleteInventoryTemplatePayload = {
  __typename?: 'DeleteInventoryTemplatePayload';
  deletedId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type Eligibility = {
  __typename?: 'Eligibility';
  compatibleServices: Array<Service>;
  isEligible: Scalars['Boolean']['output'];
  reasons: Array<EligibilityReason>;
};

export type EligibilityReason = {
  __typename?: 'EligibilityReason';
  code: EligibilityReasonCode;
  message: Scalars['String']['output'];
};

export type EligibilityReasonCode =
  | 'COUNTRY'
  | 'CUSTOMER_STATE'
  | 'DISABLED'
  | 'NO_COMPATIBLE_SERVICE'
  | 'OUT_OF_STOCK'
  | 'PLAYBOOK_MISSING'
  | 'SEGMENT'
  | 'SERVICE_STATE';

export type ExtendReservationInput = {
  id: Scalars['ID']['input'];
};

export type ExtendReservationPayload = {
  __typename?: 'ExtendReservationPayload';
  reservation?: Maybe<Reservation>;
  userErrors: Array<UserError>;
};

export type FieldChange = {
  __typename?: 'FieldChange';
  after?: Maybe<Scalars['String']['output']>;
  before?: Maybe<Scalars['String']['output']>;
  field: Scalars['String']['output'];
};

export type HandInventoryDownInput = {
  idempotencyKey: Scalars['ID']['input'];
  itemIds: Array<Scalars['ID']['input']>;
  resellerId: Scalars['ID']['input'];
};

export type HandInventoryDownPayload = {
  __typename?: 'HandInventoryDownPayload';
  items: Array<InventoryItem>;
  userErrors: Array<UserError>;
};

export type HealthProbe = {
  __typename?: 'HealthProbe';
  checkedAt: Scalars['DateTime']['output'];
  key: Scalars['String']['output'];
  message: Scalars['String']['output'];
  state: HealthState;
  title: Scalars['String']['output'];
};

export type HealthState =
  | 'DEGRADED'
  | 'FAILED'
  | 'NOT_APPLICABLE'
  | 'OK';

export type HiddenCount = {
  __typename?: 'HiddenCount';
  count: Scalars['Int']['output'];
  reason: EligibilityReasonCode;
};

export type HomeMetric =
  | 'NEW_CUSTOMERS'
  | 'RUNS_RIGHT_FIRST_TIME'
  | 'SERVICES_ACTIVATED'
  | 'SERVICES_SUSPENDED'
  | 'TIME_TO_ACTIVE_SECONDS';

export type HomeSummary = {
  __typename?: 'HomeSummary';
  attention: Array<AttentionItem>;
  attentionCount: Scalars['Int']['output'];
  failedRuns: Scalars['Int']['output'];
  metrics: Array<DayMetric>;
  runningRuns: Scalars['Int']['output'];
};

export type IdentifierKind =
  | 'ICCID'
  | 'MAC'
  | 'PHONE_NUMBER'
  | 'SERIAL';

export type InUseError = UserError & {
  __typename?: 'InUseError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  offerings: Scalars['Int']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type InventoryChange = {
  __typename?: 'InventoryChange';
  available: Scalars['Int']['output'];
  isAvailable: Scalars['Boolean']['output'];
  isYoursLost: Scalars['Boolean']['output'];
  item?: Maybe<InventoryItem>;
  itemId: Scalars['ID']['output'];
  templateId: Scalars['ID']['output'];
};

export type InventoryItem = Node & {
  __typename?: 'InventoryItem';
  createdAt: Scalars['DateTime']['output'];
  custody: CustodyEntryConnection;
  customer?: Maybe<Customer>;
  heldByRun?: Maybe<ProvisioningRun>;
  holder: TierNode;
  id: Scalars['ID']['output'];
  identifier: Scalars['String']['output'];
  label: Scalars['String']['output'];
  location?: Maybe<Scalars['String']['output']>;
  maskedIdentifier: Scalars['String']['output'];
  note?: Maybe<Scalars['String']['output']>;
  reservation?: Maybe<Reservation>;
  service?: Maybe<Service>;
  state: InventoryItemState;
  template: InventoryTemplate;
  version: Scalars['Int']['output'];
};


export type InventoryItemCustodyArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type InventoryItemConnection = {
  __typename?: 'InventoryItemConnection';
  counts: Array<InventoryStateCount>;
  edges: Array<InventoryItemEdge>;
  nodes: Array<InventoryItem>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type InventoryItemEdge = {
  __typename?: 'InventoryItemEdge';
  cursor: Scalars['String']['output'];
  node: InventoryItem;
};

export type InventoryItemFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  isAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<Array<InventoryItemState>>;
  templateId?: InputMaybe<Scalars['ID']['input']>;
};

export type InventoryItemState =
  | 'ASSIGNED'
  | 'DAMAGED'
  | 'IN_STOCK'
  | 'NEW'
  | 'QUARANTINED'
  | 'RESERVED'
  | 'RETIRED';

export type InventoryRequirement = {
  __typename?: 'InventoryRequirement';
  available: Scalars['Int']['output'];
  isRequired: Scalars['Boolean']['output'];
  label: Scalars['String']['output'];
  slot: Scalars['String']['output'];
  template: InventoryTemplate;
};

export type InventoryRequirementInput = {
  isRequired: Scalars['Boolean']['input'];
  label?: InputMaybe<Scalars['String']['input']>;
  slot: Scalars['String']['input'];
  templateKey: Scalars['String']['input'];
};

export type InventoryStateCount = {
  __typename?: 'InventoryStateCount';
  count: Scalars['Int']['output'];
  state: InventoryItemState;
};

export type InventoryTemplate = Node & {
  __typename?: 'InventoryTemplate';
  available: Scalars['Int']['output'];
  checksLuhn: Scalars['Boolean']['output'];
  counts: Array<InventoryStateCount>;
  id: Scalars['ID']['output'];
  identifierKind: IdentifierKind;
  key: Scalars['String']['output'];
  label: Scalars['String']['output'];
  lowStockThreshold: Scalars['Int']['output'];
  offeringCount: Scalars['Int']['output'];
  quarantineDays: Scalars['Int']['output'];
  releasePolicy: ReleasePolicy;
  version: Scalars['Int']['output'];
};

export type InventoryTemplateConnection = {
  __typename?: 'InventoryTemplateConnection';
  edges: Array<InventoryTemplateEdge>;
  nodes: Array<InventoryTemplate>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type InventoryTemplateEdge = {
  __typename?: 'InventoryTemplateEdge';
  cursor: Scalars['String']['output'];
  node: InventoryTemplate;
};

export type ItemNotAvailableError = UserError & {
  __typename?: 'ItemNotAvailableError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  suggestedItem?: Maybe<InventoryItem>;
};

export type KillLabWorkerInput = {
  id: Scalars['ID']['input'];
};

export type KillLabWorkerPayload = {
  __typename?: 'KillLabWorkerPayload';
  lab?: Maybe<Lab>;
  userErrors: Array<UserError>;
};

export type Lab = {
  __typename?: 'Lab';
  elements: Array<LabElement>;
  isRunning: Scalars['Boolean']['output'];
  mailboxUrl?: Maybe<Scalars['String']['output']>;
  recentCalls: Array<LabCall>;
  workers: Array<LabWorker>;
};


export type LabRecentCallsArgs = {
  first: Scalars['Int']['input'];
};

export type LabCall = {
  __typename?: 'LabCall';
  at: Scalars['DateTime']['output'];
  element: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  method: Scalars['String']['output'];
  request: Scalars['String']['output'];
  response: Scalars['String']['output'];
  target: Scalars['String']['output'];
};

export type LabElement = {
  __typename?: 'LabElement';
  calls: Scalars['Int']['output'];
  fault: LabFault;
  isUp: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  protocol: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

export type LabFault =
  | 'GARBAGE'
  | 'HANG'
  | 'LOSE_ANSWER'
  | 'NONE'
  | 'REFUSE'
  | 'SLOW';

export type LabWorker = {
  __typename?: 'LabWorker';
  id: Scalars['ID']['output'];
  pid: Scalars['Int']['output'];
  runsInHand: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
};

export type LimitExceededError = UserError & {
  __typename?: 'LimitExceededError';
  code: UserErrorCode;
  limit: Scalars['Int']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  used: Scalars['Int']['output'];
};

export type LogLevel =
  | 'ERROR'
  | 'INFO'
  | 'WARNING';

export type Margin = {
  __typename?: 'Margin';
  oneOff?: Maybe<Money>;
  recurring?: Maybe<Money>;
  recurringPercent?: Maybe<Scalars['Decimal']['output']>;
  setup?: Maybe<Money>;
};

export type Money = {
  __typename?: 'Money';
  amount: Scalars['Decimal']['output'];
  currency: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  addContact: AddContactPayload;
  addInventoryItems: AddInventoryItemsPayload;
  addSite: AddSitePayload;
  cancelProvisioningRun: CancelProvisioningRunPayload;
  checkConnector: CheckConnectorPayload;
  checkServiceHealth: CheckServiceHealthPayload;
  completeManualTask: CompleteManualTaskPayload;
  createCustomer: CreateCustomerPayload;
  createInventoryTemplate: CreateInventoryTemplatePayload;
  createOffering: CreateOfferingPayload;
  deleteInventoryTemplate: DeleteInventoryTemplatePayload;
  extendReservation: ExtendReservationPayload;
  handInventoryDown: HandInventoryDownPayload;
  killLabWorker: KillLabWorkerPayload;
  placeOrder: PlaceOrderPayload;
  recordHandOver: RecordHandOverPayload;
  releaseReservation: ReleaseReservationPayload;
  removeContact: RemoveContactPayload;
  reserveInventoryItem: ReserveInventoryItemPayload;
  retryProvisioningRun: RetryProvisioningRunPayload;
  rollBackProvisioningRun: RollBackProvisioningRunPayload;
  savePlaybook: SavePlaybookPayload;
  sellInventoryItem: SellInventoryItemPayload;
  setLabFault: SetLabFaultPayload;
  signIn: SignInPayload;
  signOut: SignOutPayload;
  terminateService: TerminateServicePayload;
  undoOrder: UndoOrderPayload;
  updateConnector: UpdateConnectorPayload;
  updateContact: UpdateContactPayload;
  updateCustomer: UpdateCustomerPayload;
  updateInventoryItem: UpdateInventoryItemPayload;
  updateInventoryTemplate: UpdateInventoryTemplatePayload;
  updateOffering: UpdateOfferingPayload;
  updateSite: UpdateSitePayload;
  validatePlaybook: ValidatePlaybookPayload;
};


export type MutationAddContactArgs = {
  input: AddContactInput;
};


export type MutationAddInventoryItemsArgs = {
  input: AddInventoryItemsInput;
};


export type MutationAddSiteArgs = {
  input: AddSiteInput;
};


export type MutationCancelProvisioningRunArgs = {
  input: CancelProvisioningRunInput;
};


export type MutationCheckConnectorArgs = {
  input: CheckConnectorInput;
};


export type MutationCheckServiceHealthArgs = {
  input: CheckServiceHealthInput;
};


export type MutationCompleteManualTaskArgs = {
  input: CompleteManualTaskInput;
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


export type MutationDeleteInventoryTemplateArgs = {
  input: DeleteInventoryTemplateInput;
};


export type MutationExtendReservationArgs = {
  input: ExtendReservationInput;
};


export type MutationHandInventoryDownArgs = {
  input: HandInventoryDownInput;
};


export type MutationKillLabWorkerArgs = {
  input: KillLabWorkerInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationRecordHandOverArgs = {
  input: RecordHandOverInput;
};


export type MutationReleaseReservationArgs = {
  input: ReleaseReservationInput;
};


export type MutationRemoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationReserveInventoryItemArgs = {
  input: ReserveInventoryItemInput;
};


export type MutationRetryProvisioningRunArgs = {
  input: RetryProvisioningRunInput;
};


export type MutationRollBackProvisioningRunArgs = {
  input: RollBackProvisioningRunInput;
};


export type MutationSavePlaybookArgs = {
  input: SavePlaybookInput;
};


export type MutationSellInventoryItemArgs = {
  input: SellInventoryItemInput;
};


export type MutationSetLabFaultArgs = {
  input: SetLabFaultInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationTerminateServiceArgs = {
  input: TerminateServiceInput;
};


export type MutationUndoOrderArgs = {
  input: UndoOrderInput;
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


export type MutationUpdateSiteArgs = {
  input: UpdateSiteInput;
};


export type MutationValidatePlaybookArgs = {
  input: ValidatePlaybookInput;
};

export type Node = {
  id: Scalars['ID']['output'];
};

export type Notification = {
  __typename?: 'Notification';
  at: Scalars['DateTime']['output'];
  detail: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  item?: Maybe<InventoryItem>;
  kind: NotificationKind;
  run?: Maybe<ProvisioningRun>;
  title: Scalars['String']['output'];
};

export type NotificationKind =
  | 'RESERVATION_LAPSED'
  | 'RUN_CANCELLED'
  | 'RUN_FAILED'
  | 'RUN_ROLLED_BACK'
  | 'RUN_SUCCEEDED'
  | 'RUN_WAITING'
  | 'RUN_WARNED';

export type Offering = Node & {
  __typename?: 'Offering';
  autoRenewDefault: Scalars['Boolean']['output'];
  billingIntervalMonths: Scalars['Int']['output'];
  contractTermMonths: Scalars['Int']['output'];
  cost?: Maybe<OfferingPrice>;
  customFields: Array<CustomFieldDefinition>;
  description: Scalars['String']['output'];
  eligibility: Eligibility;
  facts: Array<Scalars['String']['output']>;
  icon: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  isEnabled: Scalars['Boolean']['output'];
  isRecurring: Scalars['Boolean']['output'];
  kind: OfferingKind;
  margin?: Maybe<Margin>;
  name: Scalars['String']['output'];
  needsInstallation: Scalars['Boolean']['output'];
  needsSite: Scalars['Boolean']['output'];
  playbook?: Maybe<Playbook>;
  price: OfferingPrice;
  problems: Array<EligibilityReason>;
  requirements: Array<InventoryRequirement>;
  segments: Array<CustomerKind>;
  serviceType: ServiceType;
  slug: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};


export type OfferingEligibilityArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
};

export type OfferingConnection = {
  __typename?: 'OfferingConnection';
  edges: Array<OfferingEdge>;
  hidden: Array<HiddenCount>;
  kindCounts: Array<OfferingKindCount>;
  nodes: Array<Offering>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type OfferingEdge = {
  __typename?: 'OfferingEdge';
  cursor: Scalars['String']['output'];
  node: Offering;
};

export type OfferingFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  includeDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<OfferingKind>;
  search?: InputMaybe<Scalars['String']['input']>;
  segment?: InputMaybe<CustomerKind>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  serviceType?: InputMaybe<ServiceType>;
};

export type OfferingKind =
  | 'ADDON'
  | 'PLAN';

export type OfferingKindCount = {
  __typename?: 'OfferingKindCount';
  count: Scalars['Int']['output'];
  kind: OfferingKind;
};

export type OfferingPrice = {
  __typename?: 'OfferingPrice';
  oneOff?: Maybe<Money>;
  recurring?: Maybe<Money>;
  setup?: Maybe<Money>;
};

export type OfferingPriceInput = {
  oneOff?: InputMaybe<Scalars['Decimal']['input']>;
  recurring?: InputMaybe<Scalars['Decimal']['input']>;
  setup?: InputMaybe<Scalars['Decimal']['input']>;
};

export type Order = Node & {
  __typename?: 'Order';
  autoRenew: Scalars['Boolean']['output'];
  billingContact?: Maybe<Contact>;
  channel: Channel;
  customFields: Array<CustomAttribute>;
  customer: Customer;
  dueToday: Money;
  id: Scalars['ID']['output'];
  installationDate?: Maybe<Scalars['Date']['output']>;
  lines: Array<QuoteLine>;
  number: Scalars['Int']['output'];
  offering: Offering;
  placedAt: Scalars['DateTime']['output'];
  placedBy: Scalars['String']['output'];
  purchaseOrderNumber?: Maybe<Scalars['String']['output']>;
  recurring?: Maybe<Money>;
  run?: Maybe<ProvisioningRun>;
  service?: Maybe<Service>;
  site?: Maybe<Site>;
  state: OrderState;
  technicalContact?: Maybe<Contact>;
  undoableUntil?: Maybe<Scalars['DateTime']['output']>;
  version: Scalars['Int']['output'];
};

export type OrderConnection = {
  __typename?: 'OrderConnection';
  edges: Array<OrderEdge>;
  nodes: Array<Order>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type OrderEdge = {
  __typename?: 'OrderEdge';
  cursor: Scalars['String']['output'];
  node: Order;
};

export type OrderQuote = {
  __typename?: 'OrderQuote';
  asksAutoRenew: Scalars['Boolean']['output'];
  autoRenewDefault: Scalars['Boolean']['output'];
  autoRenewReason: Scalars['String']['output'];
  canPlace: Scalars['Boolean']['output'];
  checks: Array<QuoteCheck>;
  customer: Customer;
  dueToday: Money;
  endsOn?: Maybe<Scalars['Date']['output']>;
  fingerprint: Scalars['String']['output'];
  lines: Array<QuoteLine>;
  nextRenewalOn?: Maybe<Scalars['Date']['output']>;
  offering: Offering;
  plan: Array<PlannedTask>;
  playbookKey: Scalars['String']['output'];
  playbookVersion: Scalars['Int']['output'];
  recurring?: Maybe<Money>;
  service?: Maybe<Service>;
};

export type OrderQuoteInput = {
  autoRenew?: InputMaybe<Scalars['Boolean']['input']>;
  billingContactId?: InputMaybe<Scalars['ID']['input']>;
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  customerId: Scalars['ID']['input'];
  installationDate?: InputMaybe<Scalars['Date']['input']>;
  offeringId: Scalars['ID']['input'];
  purchaseOrderNumber?: InputMaybe<Scalars['String']['input']>;
  reservationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  technicalContactId?: InputMaybe<Scalars['ID']['input']>;
};

export type OrderState =
  | 'ACKNOWLEDGED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'DRAFT'
  | 'FAILED'
  | 'IN_PROGRESS';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

export type PaymentMethod = Node & {
  __typename?: 'PaymentMethod';
  brand: Scalars['String']['output'];
  expiresOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  isDefault: Scalars['Boolean']['output'];
  kind: PaymentMethodKind;
  lastFour: Scalars['String']['output'];
};

export type PaymentMethodKind =
  | 'CARD'
  | 'DIRECT_DEBIT';

export type PlaceOrderInput = {
  autoRenew?: InputMaybe<Scalars['Boolean']['input']>;
  billingContactId?: InputMaybe<Scalars['ID']['input']>;
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  customerId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  installationDate?: InputMaybe<Scalars['Date']['input']>;
  offeringId: Scalars['ID']['input'];
  purchaseOrderNumber?: InputMaybe<Scalars['String']['input']>;
  quoteFingerprint: Scalars['String']['input'];
  reservationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  technicalContactId?: InputMaybe<Scalars['ID']['input']>;
};

export type PlaceOrderPayload = {
  __typename?: 'PlaceOrderPayload';
  order?: Maybe<Order>;
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type PlannedCall = {
  __typename?: 'PlannedCall';
  body?: Maybe<Scalars['String']['output']>;
  connector: Scalars['String']['output'];
  method: Scalars['String']['output'];
  target: Scalars['String']['output'];
};

export type PlannedTask = {
  __typename?: 'PlannedTask';
  calls: Array<PlannedCall>;
  deadlineSeconds: Scalars['Int']['output'];
  detail?: Maybe<Scalars['String']['output']>;
  ignoresErrors: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  kind: TaskKind;
  needs: Array<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

export type Playbook = Node & {
  __typename?: 'Playbook';
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  latest: PlaybookVersion;
  latestVersion: Scalars['Int']['output'];
  offeringCount: Scalars['Int']['output'];
  title: Scalars['String']['output'];
  versions: Array<PlaybookVersion>;
};

export type PlaybookAction = {
  __typename?: 'PlaybookAction';
  connector?: Maybe<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  hasUndo: Scalars['Boolean']['output'];
  hasVerify: Scalars['Boolean']['output'];
  inputSchema: Scalars['String']['output'];
  key: Scalars['String']['output'];
  kind: TaskKind;
  outputs: Array<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

export type PlaybookConnection = {
  __typename?: 'PlaybookConnection';
  edges: Array<PlaybookEdge>;
  nodes: Array<Playbook>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type PlaybookEdge = {
  __typename?: 'PlaybookEdge';
  cursor: Scalars['String']['output'];
  node: Playbook;
};

export type PlaybookFormat =
  | 'JSON'
  | 'YAML';

export type PlaybookLanguage = {
  __typename?: 'PlaybookLanguage';
  actions: Array<PlaybookAction>;
  jsonSchema: Scalars['String']['output'];
  variables: Array<PlaybookVariable>;
};

export type PlaybookProblem = {
  __typename?: 'PlaybookProblem';
  column?: Maybe<Scalars['Int']['output']>;
  line?: Maybe<Scalars['Int']['output']>;
  message: Scalars['String']['output'];
  path?: Maybe<Scalars['String']['output']>;
};

export type PlaybookVariable = {
  __typename?: 'PlaybookVariable';
  description: Scalars['String']['output'];
  isSecret: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
};

export type PlaybookVersion = Node & {
  __typename?: 'PlaybookVersion';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  document: Scalars['String']['output'];
  format: PlaybookFormat;
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  tasks: Array<PlannedTask>;
  version: Scalars['Int']['output'];
};

export type PriceChangedError = UserError & {
  __typename?: 'PriceChangedError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  newDueToday: Money;
  newRecurring?: Maybe<Money>;
  oldDueToday: Money;
  oldRecurring?: Maybe<Money>;
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type PriceKind =
  | 'ONE_OFF'
  | 'RECURRING'
  | 'SETUP';

export type ProvisioningRun = Node & {
  __typename?: 'ProvisioningRun';
  actions: Array<RunAction>;
  completedTasks: Scalars['Int']['output'];
  customer?: Maybe<Customer>;
  error?: Maybe<RunError>;
  export: Scalars['String']['output'];
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  kind: ProvisioningRunKind;
  number: Scalars['Int']['output'];
  order?: Maybe<Order>;
  origin: Channel;
  playbook?: Maybe<Playbook>;
  playbookKey: Scalars['String']['output'];
  playbookVersion: Scalars['Int']['output'];
  queuedAt: Scalars['DateTime']['output'];
  retriesAllowed: Scalars['Int']['output'];
  retriesUsed: Scalars['Int']['output'];
  sequence: Scalars['Int']['output'];
  service?: Maybe<Service>;
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  startedBy: Scalars['String']['output'];
  state: ProvisioningRunState;
  tasks: Array<ProvisioningTask>;
  tierPath: Array<TierNode>;
  title: Scalars['String']['output'];
  totalTasks: Scalars['Int']['output'];
  variables: Array<RunVariable>;
  waitingFor?: Maybe<WaitReason>;
  waitingUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type ProvisioningRunConnection = {
  __typename?: 'ProvisioningRunConnection';
  edges: Array<ProvisioningRunEdge>;
  errorGroups: Array<RunErrorGroup>;
  nodes: Array<ProvisioningRun>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type ProvisioningRunEdge = {
  __typename?: 'ProvisioningRunEdge';
  cursor: Scalars['String']['output'];
  node: ProvisioningRun;
};

export type ProvisioningRunFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  errorCode?: InputMaybe<Scalars['String']['input']>;
  isMine?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<ProvisioningRunKind>;
  playbookKey?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<Array<ProvisioningRunState>>;
};

export type ProvisioningRunKind =
  | 'ADD_ON'
  | 'PROVISION'
  | 'TERMINATE';

export type ProvisioningRunState =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'ROLLED_BACK'
  | 'ROLLING_BACK'
  | 'ROLL_BACK_FAILED'
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'SUCCEEDED_WITH_WARNINGS'
  | 'WAITING';

export type ProvisioningTask = {
  __typename?: 'ProvisioningTask';
  attempt: Scalars['Int']['output'];
  connector?: Maybe<Scalars['String']['output']>;
  deadlineAt?: Maybe<Scalars['DateTime']['output']>;
  detail?: Maybe<Scalars['String']['output']>;
  error?: Maybe<RunError>;
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  ignoresErrors: Scalars['Boolean']['output'];
  instructions?: Maybe<Scalars['String']['output']>;
  isOutcomeUnknown: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  kind: TaskKind;
  log: TaskLogConnection;
  maxAttempts: Scalars['Int']['output'];
  message?: Maybe<Scalars['String']['output']>;
  needs: Array<Scalars['String']['output']>;
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  state: ProvisioningTaskState;
  title: Scalars['String']['output'];
};


export type ProvisioningTaskLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type ProvisioningTaskState =
  | 'FAILED'
  | 'FAILED_IGNORED'
  | 'PENDING'
  | 'RETRYING'
  | 'RUNNING'
  | 'SKIPPED'
  | 'SUCCEEDED'
  | 'UNDONE'
  | 'WAITING';

export type Query = {
  __typename?: 'Query';
  connectors: Array<Connector>;
  customer?: Maybe<Customer>;
  customers: CustomerConnection;
  homeSummary: HomeSummary;
  inventoryItem?: Maybe<InventoryItem>;
  inventoryItems: InventoryItemConnection;
  inventoryTemplates: InventoryTemplateConnection;
  lab: Lab;
  myReservations: Array<Reservation>;
  node?: Maybe<Node>;
  nodes: Array<Maybe<Node>>;
  offering?: Maybe<Offering>;
  offerings: OfferingConnection;
  orderQuote: OrderQuote;
  playbook?: Maybe<Playbook>;
  playbookLanguage: PlaybookLanguage;
  playbooks: PlaybookConnection;
  provisioningRun?: Maybe<ProvisioningRun>;
  provisioningRuns: ProvisioningRunConnection;
  reseller?: Maybe<Reseller>;
  resellers: ResellerConnection;
  search: SearchConnection;
  service?: Maybe<Service>;
  services: ServiceConnection;
  viewer?: Maybe<Viewer>;
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


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
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


export type QueryOrderQuoteArgs = {
  input: OrderQuoteInput;
};


export type QueryPlaybookArgs = {
  key: Scalars['String']['input'];
};


export type QueryPlaybooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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


export type QueryResellerArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryResellersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResellerFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySearchArgs = {
  first: Scalars['Int']['input'];
  text: Scalars['String']['input'];
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

export type QuoteCheck = {
  __typename?: 'QuoteCheck';
  code: QuoteCheckCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  state: QuoteCheckState;
};

export type QuoteCheckCode =
  | 'CUSTOMER'
  | 'CUSTOM_FIELDS'
  | 'ELIGIBILITY'
  | 'INSTALLATION'
  | 'INVENTORY'
  | 'PAYMENT_METHOD'
  | 'PLAYBOOK'
  | 'PRICE'
  | 'SERVICE'
  | 'SITE';

export type QuoteCheckState =
  | 'BLOCKING'
  | 'OK'
  | 'WARNING';

export type QuoteLine = {
  __typename?: 'QuoteLine';
  amount: Money;
  from?: Maybe<Scalars['Date']['output']>;
  kind: PriceKind;
  label: Scalars['String']['output'];
  to?: Maybe<Scalars['Date']['output']>;
};

export type RecordHandOverInput = {
  idempotencyKey: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  serviceId: Scalars['ID']['input'];
};

export type RecordHandOverPayload = {
  __typename?: 'RecordHandOverPayload';
  items: Array<InventoryItem>;
  service?: Maybe<Service>;
  userErrors: Array<UserError>;
};

export type ReleasePolicy =
  | 'QUARANTINE'
  | 'RESTOCK'
  | 'RETIRE';

export type ReleaseReservationInput = {
  id: Scalars['ID']['input'];
};

export type ReleaseReservationPayload = {
  __typename?: 'ReleaseReservationPayload';
  item?: Maybe<InventoryItem>;
  userErrors: Array<UserError>;
};

export type RemoveContactInput = {
  id: Scalars['ID']['input'];
};

export type RemoveContactPayload = {
  __typename?: 'RemoveContactPayload';
  customer?: Maybe<Customer>;
  userErrors: Array<UserError>;
};

export type Reseller = Node & {
  __typename?: 'Reseller';
  country: Scalars['String']['output'];
  currency: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  locale: Scalars['String']['output'];
  name: Scalars['String']['output'];
  number: Scalars['Int']['output'];
  state: ResellerState;
  tierPath: Array<TierNode>;
  timeZone: Scalars['String']['output'];
};

export type ResellerConnection = {
  __typename?: 'ResellerConnection';
  edges: Array<ResellerEdge>;
  nodes: Array<Reseller>;
  pageInfo: PageInfo;
  totalCount: TotalCount;
};

export type ResellerEdge = {
  __typename?: 'ResellerEdge';
  cursor: Scalars['String']['output'];
  node: Reseller;
};

export type ResellerFilter = {
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<Array<ResellerState>>;
};

export type ResellerState =
  | 'ACTIVE'
  | 'CLOSED'
  | 'PENDING'
  | 'SUSPENDED';

export type Reservation = Node & {
  __typename?: 'Reservation';
  expiresAt: Scalars['DateTime']['output'];
  extendableUntil: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  isYours: Scalars['Boolean']['output'];
  item: InventoryItem;
  reservedAt: Scalars['DateTime']['output'];
};

export type ReserveInventoryItemInput = {
  idempotencyKey: Scalars['ID']['input'];
  itemId?: InputMaybe<Scalars['ID']['input']>;
  replacesReservationId?: InputMaybe<Scalars['ID']['input']>;
  templateId?: InputMaybe<Scalars['ID']['input']>;
};

export type ReserveInventoryItemPayload = {
  __typename?: 'ReserveInventoryItemPayload';
  reservation?: Maybe<Reservation>;
  userErrors: Array<UserError>;
};

export type RetryProvisioningRunInput = {
  id: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
};

export type RetryProvisioningRunPayload = {
  __typename?: 'RetryProvisioningRunPayload';
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type Role =
  | 'AGENT'
  | 'CUSTOMER_USER'
  | 'OPERATOR'
  | 'RESELLER_OWNER';

export type RollBackProvisioningRunInput = {
  id: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
};

export type RollBackProvisioningRunPayload = {
  __typename?: 'RollBackProvisioningRunPayload';
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type RuleError = UserError & {
  __typename?: 'RuleError';
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type RunAction = {
  __typename?: 'RunAction';
  action: RunActionKind;
  isAllowed: Scalars['Boolean']['output'];
  reason?: Maybe<Scalars['String']['output']>;
};

export type RunActionKind =
  | 'CANCEL'
  | 'RETRY'
  | 'ROLL_BACK';

export type RunError = {
  __typename?: 'RunError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  taskKey?: Maybe<Scalars['String']['output']>;
  whatToCheck: Array<Scalars['String']['output']>;
};

export type RunErrorGroup = {
  __typename?: 'RunErrorGroup';
  code: Scalars['String']['output'];
  connector?: Maybe<Scalars['String']['output']>;
  count: Scalars['Int']['output'];
  latestAt: Scalars['DateTime']['output'];
  message: Scalars['String']['output'];
};

export type RunVariable = {
  __typename?: 'RunVariable';
  isSecret: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type SavePlaybookInput = {
  baseVersion: Scalars['Int']['input'];
  document: Scalars['String']['input'];
  format: PlaybookFormat;
  key: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type SavePlaybookPayload = {
  __typename?: 'SavePlaybookPayload';
  playbook?: Maybe<Playbook>;
  problems: Array<PlaybookProblem>;
  userErrors: Array<UserError>;
};

export type SearchConnection = {
  __typename?: 'SearchConnection';
  edges: Array<SearchEdge>;
  nodes: Array<SearchHit>;
  pageInfo: PageInfo;
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  cursor: Scalars['String']['output'];
  node: SearchHit;
};

export type SearchHit = {
  __typename?: 'SearchHit';
  detail: Scalars['String']['output'];
  matched?: Maybe<Scalars['String']['output']>;
  node: SearchResult;
  title: Scalars['String']['output'];
};

export type SearchResult = Customer | InventoryItem | Offering | ProvisioningRun | Service;

export type SellInventoryItemInput = {
  customerId: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  itemId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type SellInventoryItemPayload = {
  __typename?: 'SellInventoryItemPayload';
  item?: Maybe<InventoryItem>;
  userErrors: Array<UserError>;
};

export type Service = Node & {
  __typename?: 'Service';
  activity: AuditEntryConnection;
  addons: Array<ServiceAddon>;
  autoRenew: Scalars['Boolean']['output'];
  balances: Array<ServiceBalance>;
  balancesAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  currentRun?: Maybe<ProvisioningRun>;
  customer: Customer;
  endsOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  items: Array<InventoryItem>;
  name: Scalars['String']['output'];
  number: Scalars['Int']['output'];
  offering: Offering;
  order?: Maybe<Order>;
  parameters: Array<CustomAttribute>;
  provisioningRuns: ProvisioningRunConnection;
  recurring?: Maybe<Money>;
  serviceType: ServiceType;
  site?: Maybe<Site>;
  startsOn?: Maybe<Scalars['Date']['output']>;
  state: ServiceState;
  suspensionReasons: Array<SuspensionReason>;
  tierPath: Array<TierNode>;
  version: Scalars['Int']['output'];
};


export type ServiceActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type ServiceProvisioningRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type ServiceAddon = Node & {
  __typename?: 'ServiceAddon';
  addedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  offering: Offering;
  order?: Maybe<Order>;
};

export type ServiceBalance = {
  __typename?: 'ServiceBalance';
  amount: Scalars['Decimal']['output'];
  kind: Scalars['String']['output'];
  label: Scalars['String']['output'];
  unit: Scalars['String']['output'];
};

export type ServiceConnection = {
  __typename?: 'ServiceConnection';
  edges: Array<ServiceEdge>;
  nodes: Array<Service>;
  pageInfo: PageInfo;
  tabCounts: Array<ServiceStateCount>;
  totalCount: TotalCount;
};

export type ServiceEdge = {
  __typename?: 'ServiceEdge';
  cursor: Scalars['String']['output'];
  node: Service;
};

export type ServiceFilter = {
  compatibleWithOfferingId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  serviceType?: InputMaybe<Array<ServiceType>>;
  tab?: InputMaybe<ServiceTab>;
};

export type ServiceState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'PENDING'
  | 'PENDING_FAILED'
  | 'SUSPENDED'
  | 'TERMINATED';

export type ServiceStateCount = {
  __typename?: 'ServiceStateCount';
  count: Scalars['Int']['output'];
  tab: ServiceTab;
};

export type ServiceTab =
  | 'ACTIVE'
  | 'ALL'
  | 'INACTIVE'
  | 'SUSPENDED';

export type ServiceType =
  | 'INTERNET'
  | 'IPTV'
  | 'MOBILE'
  | 'VOIP';

export type SetLabFaultInput = {
  element: Scalars['String']['input'];
  fault: LabFault;
};

export type SetLabFaultPayload = {
  __typename?: 'SetLabFaultPayload';
  lab?: Maybe<Lab>;
  userErrors: Array<UserError>;
};

export type SignInInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  resellerKey?: InputMaybe<Scalars['String']['input']>;
};

export type SignInPayload = {
  __typename?: 'SignInPayload';
  userErrors: Array<UserError>;
  viewer?: Maybe<Viewer>;
};

export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  userErrors: Array<UserError>;
};

export type Site = Node & {
  __typename?: 'Site';
  address?: Maybe<Address>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type SiteInput = {
  address?: InputMaybe<AddressInput>;
  name: Scalars['String']['input'];
};

export type Subscription = {
  __typename?: 'Subscription';
  inventoryChanged: InventoryChange;
  notifications: Notification;
  provisioningRun: ProvisioningRun;
  service: Service;
};


export type SubscriptionInventoryChangedArgs = {
  templateId: Scalars['ID']['input'];
};


export type SubscriptionProvisioningRunArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionServiceArgs = {
  id: Scalars['ID']['input'];
};

export type SuspensionReason =
  | 'ACCOUNT_DEACTIVATED'
  | 'BALANCE'
  | 'COMPLIANCE'
  | 'MANUAL'
  | 'NON_RENEWAL'
  | 'UPSTREAM';

export type TaskKind =
  | 'DB'
  | 'EXTERNAL'
  | 'MANUAL';

export type TaskLogConnection = {
  __typename?: 'TaskLogConnection';
  edges: Array<TaskLogEdge>;
  nodes: Array<TaskLogEntry>;
  pageInfo: PageInfo;
};

export type TaskLogEdge = {
  __typename?: 'TaskLogEdge';
  cursor: Scalars['String']['output'];
  node: TaskLogEntry;
};

export type TaskLogEntry = {
  __typename?: 'TaskLogEntry';
  at: Scalars['DateTime']['output'];
  attempt: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  level: LogLevel;
  message: Scalars['String']['output'];
  request?: Maybe<Scalars['String']['output']>;
  response?: Maybe<Scalars['String']['output']>;
};

export type TerminateServiceInput = {
  confirmName: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type TerminateServicePayload = {
  __typename?: 'TerminateServicePayload';
  run?: Maybe<ProvisioningRun>;
  service?: Maybe<Service>;
  userErrors: Array<UserError>;
};

export type TierNode = {
  __typename?: 'TierNode';
  id: Scalars['ID']['output'];
  isCurrent: Scalars['Boolean']['output'];
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type TotalCount = {
  __typename?: 'TotalCount';
  isEstimate: Scalars['Boolean']['output'];
  value: Scalars['Int']['output'];
};

export type UndoOrderInput = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};

export type UndoOrderPayload = {
  __typename?: 'UndoOrderPayload';
  order?: Maybe<Order>;
  run?: Maybe<ProvisioningRun>;
  userErrors: Array<UserError>;
};

export type UpdateConnectorInput = {
  key: Scalars['String']['input'];
  mode?: InputMaybe<ConnectorMode>;
  settings: Array<ConnectorSettingInput>;
  version: Scalars['Int']['input'];
};

export type UpdateConnectorPayload = {
  __typename?: 'UpdateConnectorPayload';
  connector?: Maybe<Connector>;
  userErrors: Array<UserError>;
};

export type UpdateContactInput = {
  contact: ContactInput;
  id: Scalars['ID']['input'];
};

export type UpdateContactPayload = {
  __typename?: 'UpdateContactPayload';
  contact?: Maybe<Contact>;
  customer?: Maybe<Customer>;
  userErrors: Array<UserError>;
};

export type UpdateCustomerInput = {
  attributes?: InputMaybe<Array<CustomAttributeInput>>;
  billingAddress?: InputMaybe<AddressInput>;
  email?: InputMaybe<Scalars['String']['input']>;
  homeCountry?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  version: Scalars['Int']['input'];
};

export type UpdateCustomerPayload = {
  __typename?: 'UpdateCustomerPayload';
  customer?: Maybe<Customer>;
  userErrors: Array<UserError>;
};

export type UpdateInventoryItemInput = {
  id: Scalars['ID']['input'];
  location?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<InventoryItemState>;
  version: Scalars['Int']['input'];
};

export type UpdateInventoryItemPayload = {
  __typename?: 'UpdateInventoryItemPayload';
  item?: Maybe<InventoryItem>;
  userErrors: Array<UserError>;
};

export type UpdateInventoryTemplateInput = {
  checksLuhn?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  label?: InputMaybe<Scalars['String']['input']>;
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  version: Scalars['Int']['input'];
};

export type UpdateInventoryTemplatePayload = {
  __typename?: 'UpdateInventoryTemplatePayload';
  template?: Maybe<InventoryTemplate>;
  userErrors: Array<UserError>;
};

export type UpdateOfferingInput = {
  billingIntervalMonths?: InputMaybe<Scalars['Int']['input']>;
  contractTermMonths?: InputMaybe<Scalars['Int']['input']>;
  cost?: InputMaybe<OfferingPriceInput>;
  customFields?: InputMaybe<Array<CustomFieldDefinitionInput>>;
  description?: InputMaybe<Scalars['String']['input']>;
  facts?: InputMaybe<Array<Scalars['String']['input']>>;
  icon?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  needsInstallation?: InputMaybe<Scalars['Boolean']['input']>;
  needsSite?: InputMaybe<Scalars['Boolean']['input']>;
  playbookKey?: InputMaybe<Scalars['String']['input']>;
  price?: InputMaybe<OfferingPriceInput>;
  requirements?: InputMaybe<Array<InventoryRequirementInput>>;
  segments?: InputMaybe<Array<CustomerKind>>;
  version: Scalars['Int']['input'];
};

export type UpdateOfferingPayload = {
  __typename?: 'UpdateOfferingPayload';
  offering?: Maybe<Offering>;
  userErrors: Array<UserError>;
};

export type UpdateSiteInput = {
  id: Scalars['ID']['input'];
  site: SiteInput;
};

export type UpdateSitePayload = {
  __typename?: 'UpdateSitePayload';
  customer?: Maybe<Customer>;
  site?: Maybe<Site>;
  userErrors: Array<UserError>;
};

export type User = Node & {
  __typename?: 'User';
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  role: Role;
};

export type UserError = {
  code: UserErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type UserErrorCode =
  | 'ACCOUNT_DEACTIVATED'
  | 'EXPIRED'
  | 'IDEMPOTENCY_MISMATCH'
  | 'INVALID'
  | 'IN_USE'
  | 'LIMIT_EXCEEDED'
  | 'MISSING_ACTION'
  | 'NOT_AVAILABLE'
  | 'NOT_ELIGIBLE'
  | 'NO_COMPATIBLE_SERVICE'
  | 'PAYMENT_METHOD_REQUIRED'
  | 'PRICE_CHANGED'
  | 'QUEUE_FULL'
  | 'REQUIRED'
  | 'RETRY_EXHAUSTED'
  | 'SIGN_IN_REFUSED'
  | 'STALE'
  | 'STATE_CONFLICT'
  | 'TAKEN'
  | 'TEMPLATE_NOT_FOUND'
  | 'TOO_LONG'
  | 'UNKNOWN_REFERENCE';

export type ValidatePlaybookInput = {
  document: Scalars['String']['input'];
  format: PlaybookFormat;
};

export type ValidatePlaybookPayload = {
  __typename?: 'ValidatePlaybookPayload';
  problems: Array<PlaybookProblem>;
  tasks: Array<PlannedTask>;
  userErrors: Array<UserError>;
};

export type Viewer = {
  __typename?: 'Viewer';
  customer?: Maybe<Customer>;
  demo: Scalars['Boolean']['output'];
  lab: Scalars['Boolean']['output'];
  permissions: Array<Scalars['String']['output']>;
  reseller: Reseller;
  serverTime: Scalars['DateTime']['output'];
  tierPath: Array<TierNode>;
  user: User;
};

export type WaitReason =
  | 'BACK_OFF'
  | 'PERSON'
  | 'TAKE_OVER'
  | 'UPSTREAM';
