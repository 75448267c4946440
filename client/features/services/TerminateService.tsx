import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf } from "../../api/user-errors.ts";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { ConfirmByName } from "../../ui/ConfirmByName.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { useEndingInMoney } from "./use-ending-in-money.ts";
import { TerminateServiceDocument, type ServiceViewFragment } from "./service.generated.ts";

interface TerminateServiceProps {
  readonly service: ServiceViewFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Can't be undone: says what becomes of everything the service has, and wants its name typed. The run's page follows. */
export function TerminateService({ service, isOpen, onClose }: TerminateServiceProps) {
  const { t } = useTranslation("services");
  const { terminate, isBusy, problem } = useTerminate(service);
  const consequences = useConsequences(service);
  const money = useEndingInMoney(service.id, isOpen);
  return (
    <ConfirmByName
      isOpen={isOpen}
      onClose={onClose}
      name={service.name}
      title={t("terminate.title", { name: service.name })}
      consequences={[...consequences, ...money, t("terminate.final")]}
      onConfirm={() => void terminate()}
      isBusy={isBusy}
      labels={{
        typeName: (name) => t("terminate.typeName", { name }),
        confirm: t("terminate.confirm"),
        cancel: t("terminate.cancel"),
        notYet: t("terminate.notYet"),
      }}
    >
      {problem !== null && <ErrorNotice title={t("terminate.failed")} what={problem} />}
    </ConfirmByName>
  );
}

/** OX5: what each item becomes is its template's own rule. */
function useConsequences({ customer, items, balances, addons }: ServiceViewFragment): string[] {
  const { t } = useTranslation("services");
  return [
    t("terminate.ends", { customer: customer.label }),
    ...items.map(({ label, template: { releasePolicy, quarantineDays } }) =>
      t(`terminate.item.${releasePolicy}`, { item: label, count: quarantineDays }),
    ),
    ...(balances.length > 0 ? [t("terminate.balances")] : []),
    ...(addons.length > 0 ? [t("terminate.addons", { count: addons.length })] : []),
  ];
}

function useTerminate({ id, name, version }: ServiceViewFragment) {
  const [mutate, { loading }] = useMutation(TerminateServiceDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const go = useGo();
  const reseller = useReseller();
  async function terminate(): Promise<void> {
    const intent = `service.terminate:${id}:${version}`;
    setProblem(null);
    try {
      const { data } = await mutate({
        variables: { input: { id, version, confirmName: name, idempotencyKey: idempotencyKey(intent) } },
      });
      const run = data?.terminateService.run ?? null;
      if (run === null)
        return setProblem(data?.terminateService.userErrors.map(({ message }) => message).join(" ") ?? "");
      forgetIdempotencyKey(intent);
      go(path.run(reseller, run.id));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return { terminate, isBusy: loading, problem };
}
