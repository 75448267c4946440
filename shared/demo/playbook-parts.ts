import type { WrittenTask } from "./with-translations.ts";

/** What playbooks of several kinds have in common. */

export const account = "${service.account}";
export const iccid = "${items.sim.identifier}";
export const plans = ["${offering.slug}"];

/** A mail that fails is a warning: the service works without it. */
export function mail(template: string, title: string, serviceName = "${service.name}"): WrittenTask {
  const input = {
    to: "${customer.email}",
    template,
    language: "${customer.language}",
    customerName: "${customer.name}",
    serviceName,
    offeringName: "${offering.name}",
    resellerName: "${reseller.name}",
  };
  return { key: `${template}-mail`, title, action: "mail.send", input, ignoreErrors: true };
}

export const planMail = mail("plan", "Send confirmation mail");

/** Values fill the places `{{name}}` of a path without ever adding to its shape. */
export const subscriptionPath = "/subscriptions/{{account}}";
export const subscription = { package: "${offering.slug}", box: "${items.box.identifier}" };

/** Before the account, so that nobody is let in without it. */
export const limitCalls: WrittenTask = {
  key: "calls",
  title: "Limit calls at a time",
  action: "sip.limit-calls",
  input: { username: account, calls: "${service.simultaneousCalls}" },
};
