import type { PackageTerms } from "../package.ts";
import type { StoredAddress } from "../address.ts";
import type { SuspensionPolicy } from "../charge.ts";
import type { Words } from "../sentence.ts";
import type { CustomerState } from "../customer-state.ts";
import type { InventoryItemState } from "../inventory-item-state.ts";
import type {
  Channel,
  ContactRole,
  CustomerKind,
  CustomFieldKind,
  IdentifierKind,
  OfferingKind,
  PaymentMethodKind,
  PriceKind,
  ReleasePolicy,
  ServiceType,
} from "../kinds.ts";
import type { Money } from "../money.ts";
import type { OrderState } from "../order-state.ts";
import type { Role } from "../permission.ts";
import type { ResellerState } from "../reseller-state.ts";
import type { RunState } from "../run-state.ts";
import type { ServiceState, SuspensionReason } from "../service-state.ts";
import type { TaskState } from "../task-state.ts";
import type { DemoPlaybook } from "./playbooks.ts";

/**
 * The demo world as plain data. Ids are UUIDs and the same at every start, `path` is the tier path a row belongs to, dates without a
 * time are texts, and what is absent is null.
 */
export interface DemoWorld {
  readonly now: Date;
  readonly resellers: readonly DemoReseller[];
  readonly users: readonly DemoUser[];
  readonly customers: readonly DemoCustomer[];
  readonly templates: readonly DemoTemplate[];
  readonly items: readonly DemoItem[];
  readonly playbooks: readonly DemoPlaybook[];
  readonly offerings: readonly DemoOffering[];
  readonly services: readonly DemoService[];
  readonly orders: readonly DemoOrder[];
  readonly runs: readonly DemoRun[];
  readonly trail: readonly DemoAuditEntry[];
}

export interface DemoReseller {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly state: ResellerState;
  readonly country: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly failureEmails: readonly string[];
  readonly createdAt: Date;
}

export interface DemoUser {
  readonly id: string;
  readonly resellerId: string;
  readonly customerId: string | null;
  readonly path: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
}

export type DemoAddress = StoredAddress;

export interface DemoContact {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly ContactRole[];
  readonly email: string | null;
  readonly phone: string | null;
}

export interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly address: DemoAddress;
}

export interface DemoPaymentMethod {
  readonly id: string;
  readonly kind: PaymentMethodKind;
  readonly brand: string;
  readonly lastFour: string;
  readonly expiresOn: string | null;
  readonly isDefault: boolean;
}

export interface DemoAttribute {
  readonly key: string;
  readonly value: string;
}

export interface DemoCustomer {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly number: number;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly state: CustomerState;
  readonly suspensionReasons: readonly SuspensionReason[];
  readonly homeCountry: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly attributes: readonly DemoAttribute[];
  readonly taxNumber: string | null;
  readonly billingAddress: DemoAddress;
  readonly createdVia: Channel;
  readonly createdAt: Date;
  readonly contacts: readonly DemoContact[];
  readonly sites: readonly DemoSite[];
  readonly paymentMethods: readonly DemoPaymentMethod[];
}

export interface DemoTemplate {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly key: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly releasePolicy: ReleasePolicy;
  readonly quarantineDays: number;
  readonly checksLuhn: boolean;
  readonly lowStockThreshold: number;
  readonly createdAt: Date;
}

export interface DemoCustody {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly from: InventoryItemState | null;
  readonly to: InventoryItemState;
  readonly reason: Words;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly runId: string | null;
}

export interface DemoItem {
  readonly id: string;
  readonly templateId: string;
  /** The tier that holds it. */
  readonly resellerId: string;
  readonly path: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly identifier: string;
  readonly state: InventoryItemState;
  /** The state it returns to when the run that has it is rolled back. */
  readonly stateBefore: InventoryItemState | null;
  readonly location: string | null;
  readonly note: string | null;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly heldByRunId: string | null;
  readonly slot: string | null;
  readonly quarantinedUntil: Date | null;
  readonly createdAt: Date;
  readonly custody: readonly DemoCustody[];
}

export interface DemoPrices {
  readonly setup: Money | null;
  readonly recurring: Money | null;
  readonly oneOff: Money | null;
}

/** What a tier asks for an offering, and what it pays for it itself. */
export interface DemoSellerPrices {
  readonly resellerId: string;
  readonly path: string;
  readonly retail: DemoPrices;
  readonly wholesale: DemoPrices;
}

export interface DemoRequirement {
  readonly id: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly slot: string;
  readonly label: string;
  readonly isRequired: boolean;
}

export interface DemoCustomField {
  readonly key: string;
  readonly label: string;
  readonly kind: CustomFieldKind;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  readonly maxLength: number | null;
}

export interface DemoOffering {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly kind: OfferingKind;
  readonly serviceType: ServiceType;
  readonly segments: readonly CustomerKind[];
  readonly isEnabled: boolean;
  readonly icon: string;
  readonly facts: readonly string[];
  readonly billingIntervalMonths: number;
  readonly contractTermMonths: number;
  readonly whileSuspended: SuspensionPolicy;
  readonly prices: readonly DemoSellerPrices[];
  readonly requirements: readonly DemoRequirement[];
  readonly customFields: readonly DemoCustomField[];
  readonly playbookKey: string;
  readonly needsSite: boolean;
  readonly needsInstallation: boolean;
  /** Countries it is sold in; empty means all. */
  readonly countries: readonly string[];
  /** Calls at a time that a line of it may have at most. */
  readonly simultaneousCalls: number | null;
  /** Of what people work together with. */
  readonly packageTerms: PackageTerms | null;
  readonly createdAt: Date;
}

export interface DemoBalance {
  readonly kind: string;
  readonly label: string;
  /** Exact decimal. */
  readonly amount: string;
  readonly unit: string;
}

export interface DemoServiceAddon {
  readonly id: string;
  readonly offeringId: string;
  readonly orderId: string;
  readonly runId: string;
  readonly addedAt: Date;
}

export interface DemoService {
  readonly id: string;
  readonly resellerId: string;
  readonly customerId: string;
  readonly offeringId: string;
  readonly path: string;
  readonly number: number;
  readonly name: string;
  readonly serviceType: ServiceType;
  readonly state: ServiceState;
  readonly suspensionReasons: readonly SuspensionReason[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly recurring: Money | null;
  readonly currency: string;
  readonly autoRenew: boolean;
  readonly siteId: string | null;
  /** Its name in outside systems, e.g. `acme-790`. */
  readonly account: string;
  /** Calls at a time that the line may have. */
  readonly simultaneousCalls: number | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly balances: readonly DemoBalance[];
  readonly balancesAt: Date | null;
  readonly currentRunId: string | null;
  readonly orderId: string;
  readonly createdAt: Date;
  readonly addons: readonly DemoServiceAddon[];
}

export interface DemoOrderLine {
  readonly kind: PriceKind;
  readonly label: Words;
  readonly amount: Money;
  readonly from: string | null;
  readonly to: string | null;
}

export interface DemoOrder {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly number: number;
  readonly state: OrderState;
  readonly offeringId: string;
  readonly customerId: string;
  readonly serviceId: string;
  readonly runId: string;
  readonly lines: readonly DemoOrderLine[];
  readonly dueToday: Money;
  readonly recurring: Money | null;
  readonly autoRenew: boolean;
  readonly siteId: string | null;
  readonly billingContactId: string | null;
  readonly technicalContactId: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly customFields: readonly DemoAttribute[];
  readonly installationDate: string | null;
  readonly placedById: string;
  readonly placedByName: string;
  readonly placedAt: Date;
  readonly undoableUntil: Date;
  readonly channel: Channel;
}

export interface DemoRunError {
  readonly code: string;
  readonly message: Words;
  readonly taskKey: string | null;
}

export interface DemoLogEntry {
  readonly id: string;
  readonly at: Date;
  readonly attempt: number;
  readonly level: "INFO" | "WARNING" | "ERROR";
  readonly message: string;
}

export interface DemoTask {
  readonly key: string;
  readonly title: Words;
  readonly action: string;
  readonly kind: "DB" | "EXTERNAL" | "MANUAL";
  readonly connector: string | null;
  readonly input: unknown;
  readonly needs: readonly string[];
  readonly ignoresErrors: boolean;
  readonly deadlineSeconds: number;
  readonly maxAttempts: number;
  readonly instructions: Words | null;
  readonly state: TaskState;
  readonly attempt: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly message: Words | null;
  readonly error: DemoRunError | null;
  readonly log: readonly DemoLogEntry[];
}

export interface DemoRun {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly number: number;
  readonly kind: "PROVISION" | "ADD_ON" | "CHANGE" | "TERMINATE";
  readonly state: RunState;
  readonly origin: Channel;
  readonly title: Words;
  readonly customerId: string;
  readonly serviceId: string;
  /** Null for a run that ends a service: nobody ordered it. */
  readonly orderId: string | null;
  readonly playbookKey: string;
  readonly playbookVersion: number;
  /** What its templates read, by noun: `variables.customer.name`. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly sequence: number;
  readonly waitingFor: "PERSON" | null;
  readonly retriesUsed: number;
  readonly startedById: string;
  readonly startedBy: string;
  readonly queuedAt: Date;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoableUntil: Date | null;
  readonly error: DemoRunError | null;
  readonly tasks: readonly DemoTask[];
}

/** One thing that somebody did, as the trail of the demo world begins with it. */
export interface DemoAuditEntry {
  readonly id: string;
  readonly path: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actor: string;
  readonly channel: DemoOrder["channel"];
  readonly operation: "order.place";
  readonly subjectKind: "order";
  readonly subjectId: string;
  readonly subject: Words;
}
