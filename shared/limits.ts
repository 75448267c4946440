/** Limits that callers meet: the server keeps them, the console knows them beforehand, the API guide prints them. */
export const limits = {
  /** Rows of one page of a list. */
  pageSizeMax: 100,
  pageSizeDefault: 50,
  /** Ids of one `nodes` query. */
  nodesMax: 100,

  /** Characters of texts, counted as JavaScript does. */
  nameLengthMax: 200,
  emailLengthMax: 254,
  phoneLengthMax: 40,
  addressLineLengthMax: 200,
  textLengthMax: 2_000,
  searchLengthMax: 200,
  keyLengthMax: 64,
  attributeValueLengthMax: 500,
  purchaseOrderNumberLengthMax: 64,
  idempotencyKeyLengthMax: 255,
  passwordLengthMin: 12,
  passwordLengthMax: 128,

  /** Lists within one object. */
  tagsMax: 20,
  attributesMax: 50,
  contactsMax: 100,
  sitesMax: 100,
  factsMax: 6,
  requirementsMax: 8,
  customFieldsMax: 20,
  itemsPerCallMax: 500,

  /** How long an item is reserved at first, and in all when it is extended (O18). */
  reservationMinutes: 15,
  reservationMinutesMax: 60,
  /** How long after placing it an order may be undone (O13). */
  undoMinutes: 15,
  /** How long a released number rests (OX5). */
  quarantineDays: 30,
  idempotencyHours: 72,

  /** Provisioning (O45, U28). */
  taskDeadlineSeconds: 300,
  taskDeadlineSecondsMax: 3_600,
  runDeadlineSeconds: 1_800,
  taskAttempts: 5,
  taskAttemptsMax: 10,
  tasksPerPlaybookMax: 50,
  playbookBytesMax: 64_000,
  queuedRunsMax: 10_000,
  queuedRunsPerResellerMax: 500,

  /** Live updates: one frame in, and the slowest way to watch a run without them (O28). */
  webSocketFrameBytesMax: 64_000,
  pollIntervalMsMin: 2_000,
  searchDebounceMs: 150,
} as const;
