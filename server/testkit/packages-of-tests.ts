import { demoPackages } from "@tierline/shared/demo/packages.ts";
import { newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { addOffering } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

/** All packages and add-ons of the demo, sold by Acme: people have them without and customers with an outside system. */
export async function plantPackages(world: World, isOutside = false): Promise<void> {
  const { acme } = resellersOfTests;
  const amount = (text: string) => ({ setup: null, recurring: parseMoney(text, "GBP"), oneOff: null });
  for (const { playbook, retail, cost, terms, ...each } of demoPackages) {
    await addOffering(world, playbook, {
      ...each,
      id: newId(t0.getTime()),
      resellerId: acme.id,
      path: acme.path,
      serviceType: "COLLABORATION",
      segments: ["BUSINESS"],
      isEnabled: true,
      icon: "users",
      billingIntervalMonths: 1,
      contractTermMonths: 1,
      customFields: [],
      packageTerms: terms,
      playbookId: "",
      needsSite: false,
      needsInstallation: false,
      countries: [],
      createdAt: t0,
      requirements: [],
      prices: [{ path: acme.path, retail: amount(retail), wholesale: amount(cost) }],
    });
  }
  if (isOutside) return;
  await world.database.rows("update playbook set key = 'no-packages' where key = 'customer-packages'");
  for (const [key, task] of [
    ["package", "- key: activate\n    title: Activate\n    action: service.activate"],
    ["plan-collaboration", "- key: validate\n    title: Validate\n    action: customer.validate"],
    ["terminate-collaboration", "- key: terminate\n    title: Close\n    action: service.terminate"],
  ] as const) {
    await world.database.rows(
      `update playbook_version set document = regexp_replace(document, 'tasks:.*$', $2)
       where playbook_id = (select id from playbook where key = $1)`,
      [key, `tasks:\n  ${task}\n`],
    );
  }
}
