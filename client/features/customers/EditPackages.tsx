import { useMutation, useQuery } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { pageSizeMax } from "@tierline/shared/limits.ts";
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
import type { HeldPackage } from "./held-package.ts";
import { PackageChoices, packagesInput, type ChosenPackages } from "./PackageChoices.tsx";
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

/** All of a customer's packages at once; who would lose one is named before (CX7). */
export function EditPackages({ customerId, kind, held, onClose, onSaved }: EditPackagesProps) {
  const { t } = useTranslation("subscribers");
  const { send, isBusy, problem } = useSend();
  const [set] = useMutation(SetCustomerPackagesDocument);
  const [chosen, setChosen] = useState<ChosenPackages>(() =>
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
    const asked = { customerId, packages: packagesInput(chosen), confirmRemoval: lost.length > 0 && isAgreed };
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
          <PackageChoices
            offered={offeredOr(held, offerings.nodes)}
            used={Object.fromEntries(held.map(({ offering, used }) => [offering.id, used]))}
            chosen={chosen}
            onChange={setChosen}
          />
        )}
      </QueryState>
      <WhoLosesIt customerId={customerId} lost={lost} isAgreed={isAgreed} onAgree={setAgreed} />
    </FormDialog>
  );
}

/** What outside systems ask of a customer stands with its details, or with the site from where its calls come. */
function WhereItIsSaid({ customerId, onLeave }: { readonly customerId: string; readonly onLeave: () => void }) {
  const { t } = useTranslation("subscribers");
  const reseller = useReseller();
  return (
    <Group gap="md">
      <AppLink href={path.editCustomer(reseller, customerId, "subscribers")} onClick={onLeave}>
        {t("enterAddress")}
      </AppLink>
      <AppLink href={path.customer(reseller, customerId, "contacts")} onClick={onLeave}>
        {t("toSites")}
      </AppLink>
    </Group>
  );
}

/** What the customer has stays a choice, whether it is still sold or not. */
function offeredOr(
  held: readonly HeldPackage[],
  offered: readonly PackageOfferingFieldsFragment[],
): readonly PackageOfferingFieldsFragment[] {
  const kept = held.map(({ offering }) => offering).filter(({ id }) => offered.every((each) => each.id !== id));
  return [...kept, ...offered];
}
