import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { delegationPresetsMax, keyLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { changeReseller } from "./change-reseller.ts";
import { checkCalls } from "./lines.ts";
import type { DelegationPresetValue, ResellerRow } from "./reseller.entity.ts";

export interface SetDelegationPresets {
  /** The API's id of one's own reseller or one below it. */
  readonly id: string;
  readonly version: number;
  readonly presets: readonly PresetInput[];
}

interface PresetInput {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly isDefault: boolean;
  readonly simultaneousCalls?: number | null | undefined;
}

/**
 * The sets of rights that a reseller chooses from for its customers' people, all of them. What was decided for a customer before
 * stays as it is: a preset is where a decision begins.
 * @throws Rejection STALE, LIMIT_EXCEEDED, REQUIRED, TAKEN (two of one name), INVALID (two defaults; a permission that one lacks)
 */
export function setDelegationPresets(context: Context, input: SetDelegationPresets): Promise<ResellerRow> {
  return changeReseller(
    context,
    input.id,
    { operation: "reseller.set_presets", isForOwn: true },
    (row, { viewer: { permissions: own } }) => {
      if (row.version !== input.version) {
        throw new Rejection({ code: "STALE", message: say("reseller.stale"), path: ["version"] });
      }
      refuseTooMany(input.presets.length);
      const refusals = new Refusals();
      const before = new Set(row.delegationPresets.flatMap(({ permissions }) => permissions));
      const mayGive = (key: Permission): boolean => own.has(key) || before.has(key);
      const presets = input.presets.map((preset, index) => checked(refusals, preset, index, mayGive));
      refuseDoubles(refusals, presets);
      refusals.settle();
      row.delegationPresets = presets;
    },
  );
}

function refuseTooMany(used: number): void {
  if (used <= delegationPresetsMax) return;
  const message = say("reseller.presets", { max: delegationPresetsMax });
  const data = { limit: delegationPresetsMax, used };
  throw new Rejection({ code: "LIMIT_EXCEEDED", message, path: ["presets"], typeName: "LimitExceededError", data });
}

/** Nobody lets others do what they lack, but may leave it in a preset where it was. */
function checked(
  refusals: Refusals,
  { name, permissions, isDefault, simultaneousCalls = null }: PresetInput,
  index: number,
  mayGive: (key: Permission) => boolean,
): DelegationPresetValue {
  const at = ["presets", String(index)];
  permissions.forEach((text, position) => {
    if (delegablePermissions.some((key) => key === text && mayGive(key))) return;
    const permission = text.slice(0, keyLengthMax);
    refusals.add("INVALID", say("customer.delegated", { permission }), ...at, "permissions", String(position));
  });
  return {
    name: checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, ...at, "name") ?? "",
    permissions: delegablePermissions.filter((key) => permissions.includes(key)),
    isDefault,
    simultaneousCalls: checkCalls(refusals, simultaneousCalls, ...at, "simultaneousCalls"),
  };
}

function refuseDoubles(refusals: Refusals, presets: readonly DelegationPresetValue[]): void {
  const names = new Set<string>();
  presets.forEach(({ name }, index) => {
    const folded = name.toLowerCase();
    if (names.has(folded)) refusals.add("TAKEN", say("reseller.presetTaken"), "presets", String(index), "name");
    names.add(folded);
  });
  const defaults = presets.flatMap(({ isDefault }, index) => (isDefault ? [index] : []));
  for (const index of defaults.slice(1)) {
    refusals.add("INVALID", say("reseller.presetDefault"), "presets", String(index), "isDefault");
  }
}
