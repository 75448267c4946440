import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, NumberInput } from "@mantine/core";
import { pageSizeMax, packageSeatsMax } from "@tierline/shared/limits.ts";
import { missingNeeds } from "@tierline/shared/package.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerKind } from "../../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import form from "./CustomerForm.module.css";
import classes from "./EditPackages.module.css";
import type { HeldPackage } from "./held-package.ts";
import { WhoLosesIt } from "./WhoLosesIt.tsx";
import {
  OfferedPackagesDocument,
  SetCustomerPackagesDocument,
  type PackageOfferingFieldsFragment,
} from "./subscribers.generated.ts";

interface EditPackagesProps {
  readonly customerId: string;
  readonly kind: CustomerKind;
  readonly held: readonly HeldPackage[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** By key, how many at most; null: as many as it likes. What is missing here the customer does not have. */
type Chosen = Readonly<Record<string, number | null>>;

/** All of a customer's packages at once; who would lose one is named before (CX7). */
export function EditPackages({ customerId, kind, held, onClose, onSaved }: EditPackagesProps) {
  const { t } = useTranslation("subscribers");
  const { send, isBusy, problem } = useSend();
  const [set] = useMutation(SetCustomerPackagesDocument);
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(
      held.flatMap(({ offering, limit, state }) =>
        offering.package === null || state === "DELETING" ? [] : [[offering.package.key, limit]],
      ),
    ),
  );
  const [isUnplaced, setUnplaced] = useState(false);
  const [isAgreed, setAgreed] = useState(false);
  const result = useQuery(OfferedPackagesDocument, { variables: { segment: kind, first: pageSizeMax } });
  const lost = held.filter(
    ({ offering, used, state }) =>
      used > 0 && state !== "DELETING" && chosen[offering.package?.key ?? ""] === undefined,
  );
  const submit = async (): Promise<void> => {
    const packages = Object.entries(chosen).map(([key, limit]) => ({ package: key, limit }));
    const asked = { customerId, packages, confirmRemoval: lost.length > 0 && isAgreed };
    const intent = `customer.set_packages:${JSON.stringify(asked)}`;
    const input = { ...asked, idempotencyKey: idempotencyKey(intent) };
    const isDone = await send(async () => {
      const errors = (await set({ variables: { input } })).data?.setCustomerPackages.userErrors ?? [];
      setUnplaced(errors.some(({ code, path: at }) => code === "REQUIRED" && at?.[0] === "customerId"));
      return errors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={t("packages")}
      onClose={onClose}
      deed={t("save")}
      isDangerous={lost.length > 0}
      disabledReason={lost.length > 0 && !isAgreed ? t("agreeFirst") : null}
      isBusy={isBusy}
      problem={problem}
      next={isUnplaced ? <WhereItIsSaid customerId={customerId} onLeave={onClose} /> : undefined}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p className={form.dim}>{t("editText")}</p>
      <QueryState result={result}>
        {({ offerings }) => (
          <div className={classes.list}>
            {offeredOr(held, offerings.nodes).map((offering) => (
              <PackageLine
                key={offering.id}
                offering={offering}
                used={held.find((each) => each.offering.id === offering.id)?.used ?? 0}
                chosen={chosen}
                onChange={setChosen}
              />
            ))}
          </div>
        )}
      </QueryState>
      <WhoLosesIt customerId={customerId} lost={lost} isAgreed={isAgreed} onAgree={setAgreed} />
    </FormDialog>
  );
}

/** What outside systems ask of a customer stands with its details. */
function WhereItIsSaid({ customerId, onLeave }: { readonly customerId: string; readonly onLeave: () => void }) {
  const { t } = useTranslation("subscribers");
  const href = path.editCustomer(useReseller(), customerId, "subscribers");
  return (
    <AppLink href={href} onClick={onLeave}>
      {t("enterAddress")}
    </AppLink>
  );
}

/** What the customer has stays a choice, whether it is still sold or not; the highest first. */
function offeredOr(
  held: readonly HeldPackage[],
  offered: readonly PackageOfferingFieldsFragment[],
): readonly PackageOfferingFieldsFragment[] {
  const kept = held.map(({ offering }) => offering).filter(({ id }) => offered.every((each) => each.id !== id));
  return [...kept, ...offered.filter((each) => each.package !== null)].toSorted(
    (a, b) => (b.package?.rank ?? 0) - (a.package?.rank ?? 0),
  );
}

interface PackageLineProps {
  readonly offering: PackageOfferingFieldsFragment;
  readonly used: number;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

function PackageLine({ offering, used, chosen, onChange }: PackageLineProps) {
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
        error={needs === null ? null : t("needs", { keys: needs.join(", ") })}
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
