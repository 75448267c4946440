import { useMutation } from "@apollo/client/react";
import type { UserErrorLike } from "../../api/user-errors.ts";
import {
  SetDelegationPresetsDocument,
  type DelegationPresetFieldsFragment,
  type DelegationPresetsQuery,
} from "./presets.generated.ts";

export type ResellersPresets = NonNullable<DelegationPresetsQuery["reseller"]>;

/** Presets are kept as one list: the one at `index` becomes `preset`, goes when that is null, and comes last at -1. */
export function useSetPresets({ id, version, delegationPresets }: ResellersPresets) {
  const [set] = useMutation(SetDelegationPresetsDocument);
  return async (
    index: number,
    preset: DelegationPresetFieldsFragment | null,
  ): Promise<readonly UserErrorLike[] | undefined> => {
    const others = delegationPresets.map(({ name, permissions, isDefault, simultaneousCalls }) => ({
      name,
      permissions,
      simultaneousCalls,
      // There is one for new customers: the latest that was said to be.
      isDefault: isDefault && preset?.isDefault !== true,
    }));
    const at = index < 0 ? others.length : index;
    const presets = others.toSpliced(at, 1, ...(preset === null ? [] : [preset]));
    const { data } = await set({ variables: { input: { id, version, presets } } });
    // A form knows its own preset alone: `presets.2.name` is its name.
    return data?.setDelegationPresets.userErrors.map((error) => {
      const isOfThis = error.path?.[0] === "presets" && error.path[1] === String(at);
      return { ...error, path: isOfThis ? (error.path?.slice(2) ?? null) : error.path };
    });
  };
}
