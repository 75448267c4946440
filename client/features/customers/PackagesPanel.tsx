import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerKind } from "../../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { EditPackages } from "./EditPackages.tsx";
import type { HeldPackage } from "./held-package.ts";
import { PackageRows } from "./PackageRows.tsx";
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
      <PackageRows rows={held} />
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
