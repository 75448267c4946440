import { newId } from "@tierline/shared/id.ts";
import { playbookId, playbookVersionId } from "@tierline/shared/demo/playbooks.ts";
import type { DemoPrices, DemoWorld } from "@tierline/shared/demo/model.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import { CostEntity, OfferingEntity, OfferingRequirementEntity, PriceEntity } from "../catalog/offering.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";

/** Playbooks of the operator, offerings of the resellers, and what each tier asks and pays. */
export async function plantCatalog(tx: Transaction, world: DemoWorld): Promise<void> {
  const playbooks = await plantPlaybooks(tx, world);
  await tx.em.insertMany(
    OfferingEntity,
    world.offerings.map(
      ({
        resellerId,
        prices: _prices,
        requirements: _requirements,
        playbookKey,
        segments,
        facts,
        countries,
        customFields,
        ...row
      }) => ({
        ...row,
        reseller: resellerId,
        segments: [...segments],
        facts: [...facts],
        countries: [...countries],
        customFields: customFields.map((field) => ({ ...field, choices: [...field.choices] })),
        playbook: playbooks.get(playbookKey) ?? "",
        version: 1,
      }),
    ),
  );
  await tx.em.insertMany(
    OfferingRequirementEntity,
    world.offerings.flatMap(({ id: offering, path, requirements }) =>
      requirements.map(({ id, templateId, slot, label, isRequired }, position) => ({
        id,
        path,
        offering,
        template: templateId,
        slot,
        label,
        isRequired,
        position,
      })),
    ),
  );
  await plantPrices(tx, world);
}

async function plantPlaybooks(tx: Transaction, { playbooks, now }: DemoWorld): Promise<Map<string, string>> {
  const rows = playbooks.map(({ key, title, description }) => {
    return {
      id: playbookId(key),
      path: rootPath,
      key,
      title,
      description,
      latestVersion: 1,
      createdAt: now,
      version: 1,
    };
  });
  await tx.em.insertMany(PlaybookEntity, rows);
  const idOf = new Map(rows.map(({ key, id }) => [key, id]));
  await tx.em.insertMany(
    PlaybookVersionEntity,
    playbooks.map(({ key, yaml }) => ({
      id: playbookVersionId(key),
      path: rootPath,
      playbook: idOf.get(key) ?? "",
      number: 1,
      format: "YAML" as const,
      document: yaml,
      createdAt: now,
      createdBy: "Tierline",
      note: null,
    })),
  );
  return idOf;
}

async function plantPrices(tx: Transaction, { offerings, now }: DemoWorld): Promise<void> {
  const rows = (which: "retail" | "wholesale") =>
    offerings.flatMap(({ id: offering, prices }) =>
      prices.flatMap(({ path, [which]: asked }) =>
        amountsOf(asked).map(([kind, amountMicros, currency]) => ({
          id: newId(now.getTime()),
          path,
          offering,
          kind,
          amountMicros,
          currency,
          version: 1,
        })),
      ),
    );
  await tx.em.insertMany(PriceEntity, rows("retail"));
  await tx.em.insertMany(CostEntity, rows("wholesale"));
}

function amountsOf({ setup, recurring, oneOff }: DemoPrices): [PriceKind, bigint, string][] {
  const all = [
    ["SETUP", setup],
    ["RECURRING", recurring],
    ["ONE_OFF", oneOff],
  ] as const;
  return all.flatMap(([kind, money]) =>
    money === null ? [] : [[kind, money.micros, money.currency] as [PriceKind, bigint, string]],
  );
}
