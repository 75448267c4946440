import { useMutation } from "@apollo/client/react";
import { useSend } from "../../api/use-send.ts";
import { PlanBulkDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";

export interface Plan {
  readonly mapping: readonly { readonly column: string; readonly header: number }[];
  readonly defaults: readonly { readonly column: string; readonly value: string }[];
  readonly replacements: readonly { readonly column: string; readonly from: string; readonly to: string }[];
}

/** As the import has it now. */
export function planOf({ columns, replacements }: Pick<BulkViewFragment, "columns" | "replacements">): Plan {
  return {
    mapping: columns.flatMap(({ key, header }) => (header === null ? [] : [{ column: key, header }])),
    defaults: columns.flatMap((each) => (each.default === null ? [] : [{ column: each.key, value: each.default }])),
    replacements: replacements.map(({ column, from, to }) => ({ column, from, to })),
  };
}

/** Rehearses the file anew by a plan. */
export function usePlan({ id }: Pick<BulkViewFragment, "id">) {
  const [plan] = useMutation(PlanBulkDocument);
  const { send, isBusy, problem } = useSend();
  const rehearse = ({ mapping, defaults, replacements }: Plan): void => {
    const input = { id, mapping: [...mapping], defaults: [...defaults], replacements: [...replacements] };
    void send(async () => (await plan({ variables: { input } })).data?.planBulk.userErrors);
  };
  return { rehearse, isBusy, problem };
}
