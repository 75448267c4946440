import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerKind } from "../../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./CustomerPage.module.css";
import { EditPackages } from "./EditPackages.tsx";
import type { HeldPackage } from "./held-package.ts";
import { RetryCustomerPackagesDocument } from "./subscribers.generated.ts";

interface PackagesPanelProps {
  readonly customerId: string;
  readonly kind: CustomerKind;
  readonly held: readonly HeldPackage[];
  readonly onChanged: () => void;
}

/** Seats as `2 / 5`, and what could not be made (C10, CX5). */
export function PackagesPanel({ customerId, kind, held, onChanged }: PackagesPanelProps) {
  const { t } = useTranslation("subscribers");
  const can = useCan("package.assign");
  const [isEditing, setEditing] = useState(false);
  const { retry, isBusy, problem } = useRetry(customerId);
  return (
    <Panel
      title={t("packages")}
      padded={false}
      aside={
        <>
          {held.some(({ state }) => state === "ERROR") && (
            <ReasonedButton
              variant="default"
              size="xs"
              disabledReason={can.reason}
              loading={isBusy}
              onClick={() => void retry()}
            >
              {t("retry")}
            </ReasonedButton>
          )}
          <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setEditing(true)}>
            {t(held.length === 0 ? "give" : "edit")}
          </ReasonedButton>
        </>
      }
    >
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} requestId={problem.requestId} />}
      <Packages held={held} />
      {isEditing && (
        <EditPackages
          customerId={customerId}
          kind={kind}
          held={held}
          onClose={() => setEditing(false)}
          onSaved={onChanged}
        />
      )}
    </Panel>
  );
}

function Packages({ held }: { readonly held: readonly HeldPackage[] }) {
  const { t } = useTranslation(["subscribers", "rows"]);
  return (
    <DataGrid
      columns={useColumns()}
      rows={held}
      rowKey={({ offering }) => offering.id}
      caption={t("packages")}
      empty={
        <EmptyState kind="first" title={t("noPackages")}>
          {t("noPackagesText")}
        </EmptyState>
      }
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

function useColumns(): GridColumn<HeldPackage>[] {
  const { t } = useTranslation(["subscribers", "words"]);
  const locale = useLocale();
  return [
    { key: "name", header: t("package"), isPrimary: true, cell: ({ offering }) => offering.name },
    {
      key: "kind",
      header: t("kind"),
      cell: ({ offering }) => t(offering.kind === "ADDON" ? "addon" : "package"),
      hideOnPhone: true,
    },
    {
      key: "seats",
      header: t("seats"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ used, limit }) =>
        t("seatsOf", {
          used: formatNumber(String(used), locale),
          limit: limit === null ? "∞" : formatNumber(String(limit), locale),
        }),
    },
    {
      key: "state",
      header: t("state"),
      phonePlace: "start",
      cell: ({ state, problem }) => (
        <>
          <StateDot tone={stateTone("package", state)}>{t(`packageStates.${state}`)}</StateDot>
          {problem !== null && (
            <span className={classes.sub}>{[problem.code, problem.text].filter(Boolean).join(": ")}</span>
          )}
        </>
      ),
    },
  ];
}

function useRetry(customerId: string) {
  const { send, isBusy, problem } = useSend();
  const [mutate] = useMutation(RetryCustomerPackagesDocument);
  async function retry(): Promise<void> {
    const intent = `customer.retry_packages:${customerId}`;
    const input = { customerId, idempotencyKey: idempotencyKey(intent) };
    if (await send(async () => (await mutate({ variables: { input } })).data?.retryCustomerPackages.userErrors))
      forgetIdempotencyKey(intent);
  }
  return { retry, isBusy, problem };
}
