import { newId } from "@tierline/shared/id.ts";
import { byId, idempotencyKey, input, page, plain, type SweepFixture } from "./sweep-fixture.ts";
import type { IdSet } from "./sweep-world.ts";

const onCard = input((own) => ({ id: own.pmt, idempotencyKey: idempotencyKey() }), "pmt");
const byHand = (own: IdSet) => ({ accountId: own.bac, idempotencyKey: idempotencyKey() });
const hour = { from: "2026-11-20T00:00:00Z", until: "2026-11-20T01:00:00Z" };
const rerated = { ...hour, fingerprint: "Swept", reason: "Swept" };
const buyer = (own: IdSet, tried?: string) => ({
  ...(tried === "customerId" && { customerId: own.cus }),
  ...(tried === "resellerId" && { resellerId: own.rsl }),
});

/** Of prices, calls, numbers, payments and accounts. */
export const moneyFixtures: Readonly<Record<string, SweepFixture>> = {
  "Query.rateDecks": page,
  "Query.ratePlans": plain(),
  "Query.sellRates": {
    args: (own, tried) => ({ first: 2, ...(tried === "resellerId" ? {} : { customerId: own.cus }) }),
  },
  "Query.previewRatePlan": input(() => ({ markupPercent: "20" })),
  "Query.allowances": plain(),
  "Query.taxRates": plain(),
  "Query.priceLists": plain(),
  "Query.dids": { args: (own) => ({ customerId: own.cus }) },
  "Query.planPriceList": input((own, tried) => ({ name: "Swept", ...(tried === "id" && { id: own.prl }) }), "prl"),
  "Query.planRerating": input((own, tried) => ({ ...hour, ...buyer(own, tried) })),
  "Query.explainPrice": input((own, tried) => ({
    offeringId: own.ofr,
    ...buyer(own, tried),
  })),
  "Query.accountReport": page,
  "Query.numberReport": page,
  "Query.businessFigures": plain(),
  "Query.customersByBusinessType": plain(),
  "Query.financialReport": plain({ from: "2026-10", to: "2026-11" }),
  "Query.callMargins": plain({ from: "2026-10", to: "2026-11" }),
  "Query.callsByTime": plain({ from: "2026-10", to: "2026-11", by: "HOUR" }),
  "Query.simulateCall": {
    args: (own, tried) => ({
      input: {
        to: "+442079460958",
        seconds: 60,
        ...(tried === "resellerId" || tried === "serviceId" ? {} : { customerId: own.cus }),
      },
    }),
  },
  "Query.invoice": byId("inv"),
  "Query.explainCharge": byId("chg"),
  "Mutation.recordPayment": input((own) => ({ ...byHand(own), amount: "5.00", description: "Swept" })),
  "Mutation.addCharge": input((own) => ({ ...byHand(own), amount: "5.00", description: "Swept" })),
  "Mutation.setTaxRate": input(() => ({
    name: "Swept",
    country: "GB",
    percent: "20",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.setTaxExemption": input((own) => ({ accountId: own.bac, reason: "Swept" })),
  "Mutation.setDunning": input(() => ({ warn: "10.00" })),
  "Mutation.setAutoRecharge": input((own) => ({ accountId: own.bac })),
  "Mutation.setAccountTerms": input((own) => ({ accountId: own.bac, terms: { mode: "POSTPAID" } })),
  "Mutation.reverseLedgerEntry": input((own) => ({ ...byHand(own), transactionId: own.ltx, reason: "Swept" })),
  "Query.paymentGateways": plain(),
  "Mutation.savePaymentGateway": input(() => ({
    provider: "STRIPE",
    mode: "LAB",
    isOpen: true,
    amounts: "10,25,50",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.testPaymentGateway": input((own) => ({ id: own.pgw, idempotencyKey: idempotencyKey() }), "pgw"),
  "Mutation.startTopUp": input((own) => ({ ...byHand(own), provider: "STRIPE", amount: "10" })),
  "Mutation.checkPayment": input((own) => ({ id: own.pay }), "pay"),
  "Mutation.refundPayment": input((own) => ({ id: own.pay, reason: "Swept", idempotencyKey: idempotencyKey() }), "pay"),
  "Mutation.startPaymentMethod": input((own) => ({ customerId: own.cus, idempotencyKey: idempotencyKey() })),
  "Mutation.keepPaymentMethod": input((own) => ({ customerId: own.cus, session: "cs_lab_swept" })),
  "Mutation.setDefaultPaymentMethod": onCard,
  "Mutation.removePaymentMethod": onCard,
  "Mutation.issueInvoice": input((own) => byHand(own)),
  "Query.creditNote": byId("crn"),
  "Mutation.createCreditNote": input(
    (own) => ({ invoiceId: own.inv, reason: "Swept", idempotencyKey: idempotencyKey() }),
    "inv",
  ),
  "Query.waitingCharges": { args: (own) => ({ customerId: own.cus, first: 10 }) },
  "Mutation.settleWaitingCharges": input(
    (own) => ({ charges: [{ id: own.rcg, periods: 1 }], decision: "CHARGE", idempotencyKey: idempotencyKey() }),
    "rcg",
  ),
  "Mutation.correctCall": input(
    (own) => ({ id: own.cal, isAnswered: false, seconds: 0, reason: "Swept", idempotencyKey: idempotencyKey() }),
    "cal",
  ),
  "Mutation.rerateCalls": input((own, tried) => ({ ...rerated, ...buyer(own, tried), idempotencyKey: newId() })),
  "Mutation.applyRateDeck": input((own) => ({ id: own.rdk, idempotencyKey: idempotencyKey() }), "rdk"),
  "Mutation.undoRateDeck": input((own) => ({ id: own.rdk }), "rdk"),
  "Mutation.saveRatePlan": input(
    (own) => ({ id: own.rpl, name: "Swept", markupPercent: "10", idempotencyKey: idempotencyKey() }),
    "rpl",
  ),
  "Mutation.savePriceList": input(
    (own) => ({ id: own.prl, name: "Swept", markupPercent: "10", idempotencyKey: idempotencyKey() }),
    "prl",
  ),
  "Mutation.connectDid": input((own) => ({
    itemId: own.itm,
    customerId: own.cus,
    setup: "1.00",
    monthly: "2.00",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.registerNumbers": input((own) => ({
    templateId: own.tpl,
    firstNumber: "442079460000",
    quantity: 2,
    supplier: "Swept",
    idempotencyKey: idempotencyKey(),
  })),
  "Query.numberOffers": plain(),
  "Mutation.offerNumbers": input((own, tried) => ({
    itemIds: [own.itm],
    setup: "1.00",
    monthly: "2.00",
    ...(tried === "resellerId" && { resellerId: own.rsl }),
  })),
  "Mutation.withdrawNumbers": input((own) => ({ itemIds: [own.itm] })),
  "Mutation.orderNumber": input((own) => ({ itemId: own.itm, fingerprint: "Swept", idempotencyKey: idempotencyKey() })),
  "Mutation.changeNumberLease": input((own) => ({ itemId: own.itm, monthly: "3.00" })),
  "Mutation.giveBackNumber": input((own) => ({ itemId: own.itm })),
  "Mutation.changeDid": input((own) => ({ id: own.did, monthly: "3.00" }), "did"),
  "Mutation.disconnectDid": input((own) => ({ id: own.did }), "did"),
  "Mutation.assignPriceList": input((own) => ({ id: own.prl, idempotencyKey: idempotencyKey() }), "prl"),
  "Mutation.assignRatePlan": input(
    (own, tried) => ({
      id: own.rpl,
      idempotencyKey: idempotencyKey(),
      ...(tried === "customerId" && { customerId: own.cus }),
    }),
    "rpl",
  ),
  "Mutation.saveAllowance": input(
    (own) => ({ id: own.alw, name: "Swept", minutes: 10, idempotencyKey: idempotencyKey() }),
    "alw",
  ),
  "Mutation.assignAllowances": input((own) => ({
    customerId: own.cus,
    cycleDay: 1,
    slots: [{ slot: "FIXED_LOCAL", allowanceId: own.alw }],
    idempotencyKey: idempotencyKey(),
  })),
  "Subscription.billingAccount": byId("bac"),
};
