import type { WrittenPlaybook, WrittenTask } from "./with-translations.ts";

/** What people work together with: customers with their packages, and their people, at a collaboration service. */

const whose = { externalId: "${customer.id}", email: "${service.parameters.subscriberEmail}" };

const createSubscriber: WrittenTask = {
  key: "subscriber",
  title: "Create subscriber",
  action: "webex.create-subscriber",
  input: {
    ...whose,
    package: "${offering.package}",
    firstName: "${service.parameters.subscriberFirstName}",
    lastName: "${service.parameters.subscriberLastName}",
    primaryPhoneNumber: "${service.parameters.subscriberPhone}",
    extension: "${service.parameters.subscriberExtension}",
  },
};

export const collaborationPlaybooks: readonly WrittenPlaybook[] = [
  {
    key: "package",
    title: "Package of a subscriber",
    description: "A person of the customer with one package at the collaboration service.",
    kind: "provision",
    tasks: [
      { key: "validate-customer", title: "Validate customer", action: "customer.validate" },
      createSubscriber,
      { key: "activate", title: "Activate service record", action: "service.activate" },
    ],
  },
  {
    key: "package-addon",
    title: "Add-on of a subscriber",
    description: "What a person has beside the package.",
    kind: "addon",
    tasks: [
      { key: "validate-customer", title: "Validate customer", action: "customer.validate" },
      {
        key: "record-addon",
        title: "Record add-on",
        action: "service.record-addon",
        input: { offeringId: "${offering.id}" },
      },
    ],
  },
  {
    key: "remove-addon-collaboration",
    title: "End an add-on of a subscriber",
    description: "The person keeps the package.",
    kind: "change",
    tasks: [
      {
        key: "remove-addon",
        title: "Close add-on record",
        action: "service.remove-addon",
        input: { offeringId: "${offering.id}" },
      },
    ],
  },
  {
    key: "plan-collaboration",
    title: "Another package of a subscriber",
    description: "The person gets the other package at the collaboration service.",
    kind: "change",
    tasks: [
      {
        key: "subscriber",
        title: "Change package of subscriber",
        action: "webex.change-package",
        input: { ...whose, package: "${offering.package}", before: "${previousOffering.package}" },
      },
    ],
  },
  {
    key: "suspend-collaboration",
    title: "Suspend a package",
    description:
      "When nothing is left on the customer's account, or a person suspends it: nothing is lost, and it can be brought back.",
    kind: "change",
    tasks: [{ key: "suspend", title: "Suspend service", action: "service.suspend" }],
  },
  {
    key: "resume-collaboration",
    title: "Resume a package",
    description: "When the customer's account was paid, or a person resumes it: the service is what it was before.",
    kind: "change",
    tasks: [{ key: "resume", title: "Resume service", action: "service.resume" }],
  },
  {
    key: "terminate-collaboration",
    title: "End a package",
    description: "Removes the person at the collaboration service, then closes the service's record.",
    kind: "terminate",
    tasks: [
      { key: "subscriber", title: "Remove subscriber", action: "webex.remove-subscriber", input: whose },
      { key: "terminate", title: "Close service record", action: "service.terminate" },
    ],
  },
  {
    key: "customer-packages",
    title: "Packages of a customer",
    description: "The customer with its packages at the collaboration service; what could not be made is noted.",
    kind: "change",
    tasks: [
      {
        key: "packages",
        title: "Set packages",
        action: "webex.set-packages",
        input: {
          provisioningId: "${reseller.key}",
          externalId: "${customer.id}",
          packages: "${packages.all}",
          name: "${customer.name}",
          primaryEmail: "${packages.primaryEmail}",
          language: "${customer.language}",
          line1: "${site.line1}",
          line2: "${site.line2}",
          city: "${site.city}",
          state: "${site.region}",
          zip: "${site.postalCode}",
          country: "${customer.country}",
          locationName: "${site.name}",
          timeZone: "${location.timeZone}",
          locationLanguage: "${location.language}",
        },
      },
      {
        key: "record",
        title: "Record packages",
        action: "customer.record-packages",
        input: { failed: "${tasks.packages.failed}" },
      },
    ],
  },
];
