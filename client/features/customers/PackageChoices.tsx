import { Checkbox, NumberInput } from "@mantine/core";
import { packageSeatsMax } from "@tierline/shared/limits.ts";
import { missingNeeds } from "@tierline/shared/package.ts";
import { useTranslation } from "react-i18next";
import classes from "./EditPackages.module.css";
import { packageNames } from "./held-package.ts";
import type { PackageOfferingFieldsFragment } from "./subscribers.generated.ts";

/** By key, how many at most; null: as many as it likes. What is missing here the customer does not have. */
export type ChosenPackages = Readonly<Record<string, number | null>>;

/** As the API takes them, in the order in which they were chosen. */
export function packagesInput(chosen: ChosenPackages): { package: string; limit: number | null }[] {
  return Object.entries(chosen).map(([key, limit]) => ({ package: key, limit }));
}

interface PackageChoicesProps {
  readonly offered: readonly PackageOfferingFieldsFragment[];
  readonly chosen: ChosenPackages;
  readonly onChange: (chosen: ChosenPackages) => void;
  /** By the offering's id, how many people have it: no limit goes below that. */
  readonly used?: Readonly<Record<string, number>>;
  /** By key, what the server refused. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** The highest rank first. */
export function PackageChoices({ offered, chosen, onChange, used = {}, errors = {} }: PackageChoicesProps) {
  const sorted = offered
    .filter((each) => each.package !== null)
    .toSorted((a, b) => (b.package?.rank ?? 0) - (a.package?.rank ?? 0));
  return (
    <div className={classes.list}>
      {sorted.map((offering) => (
        <PackageLine
          key={offering.id}
          offering={offering}
          offered={sorted}
          used={used[offering.id] ?? 0}
          error={errors[offering.package?.key ?? ""] ?? null}
          chosen={chosen}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

interface PackageLineProps extends Pick<PackageChoicesProps, "chosen" | "onChange"> {
  readonly offering: PackageOfferingFieldsFragment;
  /** Those that it may need are among them. */
  readonly offered: readonly PackageOfferingFieldsFragment[];
  readonly used: number;
  readonly error: string | null;
}

function PackageLine({ offering, offered, used, error, chosen, onChange }: PackageLineProps) {
  const { t } = useTranslation("subscribers");
  const key = offering.package?.key ?? "";
  const limit = chosen[key];
  const isChosen = limit !== undefined;
  const needs = isChosen
    ? missingNeeds({ needsOneOf: offering.package?.needsOneOf ?? [] }, new Set(Object.keys(chosen)))
    : null;
  const isSoon = offering.package?.isComingSoon === true && !isChosen;
  const toggle = (isOn: boolean): void => {
    const { [key]: _before, ...rest } = chosen;
    onChange(isOn ? { ...rest, [key]: null } : rest);
  };
  return (
    <div className={classes.line}>
      <Checkbox
        label={offering.name}
        description={isSoon ? t("comingSoon") : t(offering.kind === "ADDON" ? "addon" : "package")}
        checked={isChosen}
        disabled={isSoon}
        error={needs === null ? error : t("needs", { names: packageNames(needs, offered) })}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {isChosen && (
        <NumberInput
          aria-label={t("limitOf", { package: offering.name })}
          placeholder={t("unlimited")}
          min={used}
          max={packageSeatsMax}
          allowDecimal={false}
          value={limit ?? ""}
          onChange={(value) => onChange({ ...chosen, [key]: typeof value === "number" ? value : null })}
        />
      )}
    </div>
  );
}
