/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { homeSummary: { attentionCount: number, failedRuns: number, runningRuns: number, attention: Array<{ id: string, kind: Schema.AttentionKind, title: string, detail: string, since: string | null, due: string | null, target:
        | { __typename: 'Allowance', id: string }
        | { __typename: 'ApiClient', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'BillingAccount', id: string }
        | { __typename: 'BrandVersion', id: string }
        | { __typename: 'BulkImport', id: string }
        | { __typename: 'Call', id: string }
        | { __typename: 'Charge', id: string }
        | { __typename: 'Connector', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'CreditNote', id: string }
        | { __typename: 'CustodyEntry', id: string }
        | { __typename: 'CustomRole', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'Did', id: string }
        | { __typename: 'Hostname', id: string }
        | { __typename: 'InventoryItem', id: string }
        | { __typename: 'InventoryTemplate', key: string, id: string }
        | { __typename: 'Invoice', id: string }
        | { __typename: 'Offering', id: string }
        | { __typename: 'Onboarding', step: Schema.OnboardingStep, id: string }
        | { __typename: 'OnboardingTemplate', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PaymentGateway', id: string }
        | { __typename: 'PaymentMethod', id: string }
        | { __typename: 'PbxTrunk', id: string }
        | { __typename: 'Playbook', id: string }
        | { __typename: 'PlaybookVersion', id: string }
        | { __typename: 'PriceList', id: string }
        | { __typename: 'Problem', id: string }
        | { __typename: 'ProvisioningRun', id: string }
        | { __typename: 'RateDeck', id: string }
        | { __typename: 'RatePlan', id: string }
        | { __typename: 'Reseller', id: string }
        | { __typename: 'Reservation', id: string }
        | { __typename: 'ScreeningCase', id: string }
        | { __typename: 'Service', id: string }
        | { __typename: 'ServiceAddon', id: string }
        | { __typename: 'Site', id: string }
        | { __typename: 'Subscriber', id: string }
        | { __typename: 'Ticket', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'WebhookDelivery', id: string }
        | { __typename: 'WebhookEndpoint', id: string }
       | null }>, metrics: Array<{ key: Schema.HomeMetric, values: Array<string>, today: string, usual: string }>, billing: { chargesLeft: number, chargesSince: string | null, invoicesLeft: number } | null } };

export type HomeRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeRunsQuery = { provisioningRuns: { nodes: Array<{ id: string, number: number, kind: Schema.ProvisioningRunKind, state: Schema.ProvisioningRunState, sequence: number, waitingFor: Schema.WaitReason | null, title: string, completedTasks: number, totalTasks: number, queuedAt: string, startedAt: string | null, finishedAt: string | null, customer: { id: string, label: string } | null, tierPath: Array<{ id: string, key: string, name: string }>, order: { id: string, offering: { id: string, name: string } } | null, error: { code: string, message: string, taskKey: string | null } | null, tasks: Array<{ key: string, state: Schema.ProvisioningTaskState }> }> } };


export const HomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Home"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"homeSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attentionCount"}},{"kind":"Field","name":{"kind":"Name","value":"attention"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryTemplate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Onboarding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"today"}},{"kind":"Field","name":{"kind":"Name","value":"usual"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failedRuns"}},{"kind":"Field","name":{"kind":"Name","value":"runningRuns"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"chargesSince"}},{"kind":"Field","name":{"kind":"Name","value":"invoicesLeft"}}]}}]}}]}}]} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const HomeRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomeRuns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisioningRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunSummary"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisioningRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"totalTasks"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"taskKey"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<HomeRunsQuery, HomeRunsQueryVariables>;