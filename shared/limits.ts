// Limits that callers meet: the server keeps them, the console knows them beforehand, the API guide prints them.

/** Rows of one page of a list. */
export const pageSizeMax = 100;
export const pageSizeDefault = 50;
/** Ids of one `nodes` query. */
export const nodesMax = 100;

// Characters of texts, counted as JavaScript does.
export const nameLengthMax = 200;
export const emailLengthMax = 254;
export const phoneLengthMax = 40;
export const addressLineLengthMax = 50;
export const addressPartLengthMax = 200;
/** Addresses that hear of a reseller's critically failed runs. */
export const failureEmailsMax = 20;
export const textLengthMax = 2_000;
export const searchLengthMax = 200;
/** Rows that are moved with a reseller in one transaction, while whoever writes waits. */
export const movedRowsMax = 50_000;
/** Calls at a time of one line, whoever allows it how many. */
export const simultaneousCallsMax = 1_000;
/** Lines of one customer, where anybody says how many it may have. */
export const customerLinesMax = 10_000;
export const keyLengthMax = 64;
export const attributeValueLengthMax = 500;
export const purchaseOrderNumberLengthMax = 64;
export const idempotencyKeyLengthMax = 255;
/** Of a password that is made for somebody: 24 of 62 signs are 142 bits. */
export const generatedPasswordLength = 24;
export const passwordLengthMin = 12;
export const passwordLengthMax = 128;

// Lists within one object or call.
export const tagsMax = 20;
export const attributesMax = 50;
export const contactsMax = 100;
export const sitesMax = 100;
/** Of one customer, so that its support contacts are not buried in mails. */
export const problemsPerHourMax = 30;
/** Of a rate deck that is imported: bytes, lines, columns, bytes of a cell, and how many wrong lines are told at once. */
export const deckBytesMax = 20_000_000;
export const deckRowsMax = 200_000;
export const deckColumnsMax = 64;
export const deckCellBytesMax = 32_000;
export const deckProblemsMax = 100;
export const deckImportsPerMinute = 10;
/** Of a published list: bytes of a file, its rows, and how many wrong ones are told at once. */
export const screeningFileBytesMax = 60_000_000;
export const screeningRowsMax = 300_000;
export const screeningProblemsMax = 100;
export const screeningFilesPerMinute = 20;
export const screeningFilesMax = 20;
/** Addresses that a list is fetched from, how long all of one file may take, and how long a worker that fetches is waited for. */
export const screeningSourcesMax = 5;
export const screeningFetchSeconds = 60;
export const screeningClaimMinutes = 15;
export const policyLinksMax = 20;
/** Onboarding templates of a reseller, and packages of one. */
export const onboardingTemplatesMax = 100;
export const templatePackagesMax = 20;
/** People of a customer who are invited while it is taken on; more can be invited later. */
export const siteAdministratorsMax = 50;
/** Call-in numbers of a region. */
export const callInNumbersMax = 200;
export const prefixLengthMax = 15;
/** A day: no call is let go on for longer. */
export const callSecondsMax = 86_400;
/** Records of calls that are handed in at once, and how late they may come. */
export const callsPerIntakeMax = 5_000;
export const callIntakeBytesMax = 4_000_000;
export const callIntakesPerMinute = 120;
export const lateCallDaysMax = 92;
/** How far apart the ends of a list of calls may lie (VX11), and how many of them a file has at most. */
export const callListDaysMax = 92;
/** How many calls are priced again in one transaction, and how many of them a plan shows. */
export const reratedCallsMax = 1_000;
export const reratedSamplesMax = 20;
export const ratePlansPerResellerMax = 100;
export const rateOverridesMax = 500;
/** Of one report. */
export const reportMonthsMax = 24;
/** Of included minutes: how many an allowance has, its fee, and how many there are. */
export const allowanceMinutesMax = 1_000_000;
export const allowanceFeeMax = 1_000_000;
export const allowancePrefixesMax = 500;
export const allowancesPerResellerMax = 200;
/** Of a reseller, with those that are over. */
export const taxRatesMax = 500;
export const allowancesPerCustomerMax = 50;
export const priceListsPerResellerMax = 100;
export const ownPricesMax = 500;
export const factsMax = 6;
export const requirementsMax = 8;
export const customFieldsMax = 20;
export const itemsPerCallMax = 500;
export const rolesPerResellerMax = 100;
export const rolesPerUserMax = 20;
export const delegationPresetsMax = 20;
/** E-mail domains of a customer, and characters of one (RFC 1035). */
export const domainsMax = 20;
export const domainLengthMax = 253;
export const namedCustomersMax = 500;

/** Links that people get by mail. */
export const invitationHours = 24;
export const passwordResetMinutes = 60;
export const emailChangeHours = 24;

/** How long a proof of who one is counts as fresh. */
export const freshProofMinutes = 10;
/** How long a sign-in waits for its second factor, and a passkey for its person. */
export const challengeMinutes = 5;
export const factorsPerUserMax = 10;
export const recoveryCodesCount = 10;
/** What a browser says for a passkey, as text. */
export const passkeyLengthMax = 10_000;

/** How long one acts as a customer's own person (B19). */
export const actingMinutes = 30;
/** How long an item is reserved at first, and in all when it is extended (O18). */
export const reservationMinutes = 15;
export const reservationMinutesMax = 60;
/** How long after placing it an order may be undone (O13). */
export const undoMinutes = 15;
/** How long a released number rests (OX5). */
export const quarantineDays = 30;
export const idempotencyHours = 72;

// What one operation may hold, on HTTP and on the WebSocket.
export const requestBytesMax = 1_000_000;
export const tokensMax = 3_000;
export const depthMax = 15;
export const aliasesMax = 30;
/** With every fragment written out where it is spread; our own largest document has 117, an introspection 230. */
export const selectionsMax = 5_000;
export const directivesMax = 30;
export const queryRootsMax = 10;
export const mutationRootsMax = 5;
export const operationCostMax = 5_000;
/** More tell an attacker about the schema and a person nothing. */
export const errorsMax = 3;

// WebSockets.
export const socketsPerUserMax = 20;
export const subscriptionsPerSocketMax = 20;
export const socketMessagesPerMinute = 300;

// Attempts to sign in, a minute.
export const signInsPerAccount = 5;
export const signInsPerAddress = 20;

// Programs and their keys (VX16).
export const keyDaysMax = 365;
export const keyDaysDefault = 90;
/** How long a key still works beside the one that takes over from it. */
export const keyOverlapHours = 24;
export const requestsPerMinuteDefault = 120;
export const requestsPerMinuteMax = 6_000;
export const ipListMax = 50;
export const apiClientsPerResellerMax = 200;
export const apiRequestDays = 30;
/** What a program may spend at once, and how fast that comes back. */
export const costBucketPoints = 20_000;
export const costRefillPerSecond = 400;
/** What all programs of one reseller may together: so many times what one may. */
export const resellerShares = 10;
/** How long a token works that a program gets for its key. */
export const accessTokenSeconds = 3_600;
/** Keys and tokens that did not work, a minute from one address, before it is told to wait. */
export const wrongKeysPerMinute = 60;
export const auditExportsPerMinute = 10;
/** Other lists that somebody takes away as a file. */
export const csvExportsPerMinute = 60;
/** Rows of a list that are a file at once; of a longer one the file is made in the background, up to so many, and kept for some days. */
export const csvRowsAtOnce = 5_000;
export const csvFileRowsMax = 1_000_000;
export const csvFileDays = 7;
/** Of one person: files that are being made, and those that are listed. */
export const csvFilesAtOnce = 3;
export const csvFilesListed = 20;

/** Of a person: each takes some tens of milliseconds of a processor. */
export const invoicePrintsPerMinute = 60;

// Webhooks, by Standard Webhooks 1.0.
export const webhookEndpointsPerResellerMax = 50;
export const webhookUrlLengthMax = 2_000;
export const webhookTimeoutSeconds = 15;
export const webhookBodyBytesMax = 20_000;
/** How much of an answer is read and kept. */
export const webhookAnswerBytesMax = 1_024;
/** How long a secret still signs beside the one that takes over from it. */
export const webhookSecretOverlapHours = 24;
/** An endpoint that nothing has reached for so long is warned of by mail, and then switched off. */
export const webhookWarnHours = 24;
export const webhookOffHours = 72;
export const webhookDeliveryDays = 30;
export const webhookReplayMax = 1_000;

/** Offerings that one change names: what a reseller below may sell (U24). */
export const sellableOfferingsMax = 1_000;

// Provisioning (O45, U28).
export const taskDeadlineSeconds = 300;
export const taskDeadlineSecondsMax = 3_600;
export const runDeadlineSeconds = 1_800;
export const taskAttempts = 5;
export const taskAttemptsMax = 10;
export const tasksPerPlaybookMax = 50;
export const playbookBytesMax = 64_000;
export const queuedRunsMax = 10_000;
export const queuedRunsPerResellerMax = 500;

// Live updates: one frame in, and the slowest way to watch a run without them (O28).
export const webSocketFrameBytesMax = 64_000;
export const pollIntervalMsMin = 2_000;
export const searchDebounceMs = 150;
/** What waits after an outage is settled so many at once: a page of it. */
export const waitingChargesMax = 100;
/** Units of a currency that are entered by hand at once. */
export const manualAmountMax = 1_000_000_000;
/** What payment providers send by themselves: bytes of one, and how many a minute from one address to one gateway. */
export const paymentNoticeBytesMax = 1_000_000;
export const paymentNoticesPerMinute = 600;

/** Routes that a rate plan is shown by while it is typed. */
export const sampleRoutesMax = 5;
/** A file of many things to do. */
export const bulkFileBytesMax = 20_000_000;
export const bulkRowsMax = 200_000;
export const bulkColumnsMax = 64;
export const bulkCellBytesMax = 32_768;
export const bulkFilesPerMinute = 20;
export const bulkImportsShown = 100;
export const bulkReplacementsMax = 200;
export const bulkRatePerMinuteMax = 6_000;
/** How many rows of one import are at work at a time, and of all. */
export const bulkRowsAtOnce = 5;
export const bulkRowsAtOnceOfAll = 20;
/** Of all, those that are under way at one connector, where nobody has said otherwise of it. */
export const bulkRowsAtOncePerConnector = 10;
/** How long a file that nobody starts is kept. */
export const bulkUnstartedDays = 7;
/** How long what the rows of an import said is kept after its end, where the installation says nothing else. */
export const bulkDaysDefault = 90;
/** Packages and add-ons of one customer, seats of one of them, and what another system calls a customer. */
export const customerPackagesMax = 50;
export const packageSeatsMax = 1_000_000;
export const externalIdLengthMax = 100;
/** Of the trunk to a customer's PBX. */
export const trunkDescriptionLengthMax = 255;
export const trunkUserLengthMax = 128;
export const trunkPasswordLengthMax = 128;
