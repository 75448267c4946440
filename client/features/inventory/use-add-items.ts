import { useMutation } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import type { UserErrorLike } from "../../api/user-errors.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useNumberPlans } from "../../ui/use-identifiers.ts";
import { AddItemsDocument, type TemplateRowFragment } from "./inventory.generated.ts";
import { readLines, type ReadLine } from "./read-lines.ts";
import { useSend, type Problem } from "../../api/use-send.ts";

interface Asked {
  readonly template: TemplateRowFragment | null;
  readonly state: "NEW" | "IN_STOCK";
  readonly location: string;
  readonly onAdded: () => void;
}

export interface Adding {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly lines: readonly ReadLine[];
  /** Lines that cannot be added as they are. */
  readonly bad: readonly ReadLine[];
  readonly added: { readonly count: number; readonly template: TemplateRowFragment } | null;
  readonly problem: Problem | null;
  readonly isBusy: boolean;
  readonly send: () => Promise<void>;
}

/** All of the lines are added or none; what the server refuses is said at its line and stays there to be mended. */
export function useAddItems({ template, state, location, onAdded }: Asked): Adding {
  const { t } = useTranslation("inventory");
  const { country } = useViewer().reseller;
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [added, setAdded] = useState<Adding["added"]>(null);
  const { send, isBusy, problem } = useSend();
  const [addItems] = useMutation(AddItemsDocument);
  const plans = useNumberPlans();
  const lines = useMemo(
    () =>
      readLines(text, {
        normalize: (identifier) =>
          template === null || plans === null
            ? { ok: true, value: identifier }
            : plans.normalizeIdentifier(template.identifierKind, identifier, {
                checksLuhn: template.checksLuhn,
                country,
              }),
        refused,
      }),
    [text, template, plans, country, refused],
  );

  async function add(): Promise<void> {
    if (template === null) return;
    const place = location.trim();
    const items = lines.map(({ identifier, label }) => ({
      identifier,
      ...(label !== null && { label }),
      ...(place !== "" && { location: place }),
    }));
    const input = { templateId: template.id, state, items };
    const intent = `inventory.add:${JSON.stringify(input)}`;
    setAdded(null);
    const isDone = await send(async () => {
      const { data } = await addItems({
        variables: { input: { ...input, idempotencyKey: idempotencyKey(intent) } },
      });
      const { byLine, general } = atLines(data?.addInventoryItems.userErrors ?? [], lines);
      setRefused(byLine);
      // Said once above the buttons as well: all or none, so that nothing of it is in stock.
      const nothing = {
        code: "INVALID",
        message: t("add.nothingAdded", { count: byLine.size }),
        path: null,
      };
      return byLine.size === 0 ? general : [...general, nothing];
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    setAdded({ count: lines.length, template });
    setText("");
    onAdded();
  }

  const bad = lines.filter((line) => line.problem !== null);
  return { text, setText, lines, bad, added, problem, isBusy, send: add };
}

/** `["items", "3", "identifier"]` is about the fourth line that was sent. */
function atLines(errors: readonly UserErrorLike[], lines: readonly ReadLine[]) {
  const byLine = new Map<string, string>();
  const general: UserErrorLike[] = [];
  for (const error of errors) {
    const line = error.path?.[0] === "items" ? lines[Number(error.path[1])] : undefined;
    if (line === undefined) general.push(error);
    else byLine.set(line.text, error.message);
  }
  return { byLine, general };
}
