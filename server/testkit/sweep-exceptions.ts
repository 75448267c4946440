/** Where one's own id is answered as a wrong one is, for a reason that has nothing to do with whose it is. */
export const ownChangesNothing: ReadonlyMap<string, string> = new Map([
  ["Query.auditEntries filter.actor", "Beta's user has done nothing that is told"],
  ["Query.calls filter.serviceId", "the call that Beta has was not of that line"],
  ["Query.calls filter.invoiceId", "the invoice that Beta has sums up no calls"],
  ["Query.inventoryItems filter.serviceId", "Beta's service uses no items"],
  ["Query.simulateCall input.resellerId", "Beta buys nothing from itself"],
  ["Query.sellRates resellerId", "as simulateCall"],
  ["Query.explainPrice input.resellerId", "as simulateCall"],
  ["Query.resellers filter.parentId", "nobody is below Beta"],
  ["Query.services filter.compatibleWithOfferingId", "no service takes Beta's offering, which is a plan"],
  [
    "Mutation.placeOrder input.billingContactId",
    "the quote's fingerprint is refused first; orderQuote tells the same ids apart",
  ],
  ["Mutation.placeOrder input.technicalContactId", "as above"],
  ["Query.users filter.customerId", "nobody is a user of Beta's customer"],
  [
    "Mutation.startActingAs input.userId",
    "Beta's person is an agent; api/act-as.api.test.ts tells customers' people apart",
  ],
  [
    "Mutation.startTopUp input.accountId",
    "a customer's account is paid by its own people; payments/payments.api.test.ts tells accounts apart",
  ],
  [
    "Mutation.removeAddon input.subscriberId",
    "Beta's subscriber has no add-on; subscribers/subscribers.api.test.ts tells people apart",
  ],
  ["Mutation.revealServiceSecret input.id", "Beta's service has no secret"],
  [
    "Query.resellerMove id",
    "nobody in the sweep may move resellers, so that each is refused before an id is looked at",
  ],
  [
    "Mutation.confirmAuthenticator input.id",
    "Beta's factor is a passkey; identity/factor.api.test.ts tells apps apart",
  ],
  ["Query.resellerMove parentId", "as above"],
  [
    "Mutation.letResellerSell input.offeringIds",
    "one's own reseller is refused first; services/let-reseller-sell.api.test.ts tells offerings apart",
  ],
  ["Query.resellerSelling offeringIds", "as above"],
  [
    "Mutation.orderNumber input.itemId",
    "what one holds is offered by nobody above; dids/order-number.test.ts tells offers apart",
  ],
  ["Mutation.moveReseller input.id", "as above"],
  ["Mutation.importScreeningList input.fileIds", "the operator alone imports lists"],
  [
    "Query.screeningCases filter.ownerId",
    "nobody sees to Beta's case; screening/screening.api.test.ts tells owners apart",
  ],
  ["Mutation.moveReseller input.parentId", "as above"],
]);
