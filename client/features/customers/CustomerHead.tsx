import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { customerMoves } from "@tierline/shared/customer-state.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useGo, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { lazyDialog } from "../../ui/lazy-part.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { countryName } from "../../ui/countries.ts";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import { forgetCustomerLists } from "./customer-lists.ts";
import classes from "./CustomerPage.module.css";
import { ReactivateCustomerDocument } from "./customer-standing.generated.ts";
import { InternalBadge } from "./InternalBadge.tsx";
import { CustomerStateText } from "./CustomerStateText.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";

const editing = lazyDialog(() => import("./EditCustomer.tsx").then(({ EditCustomer }) => EditCustomer));

const paying = lazyDialog(() => import("./RecordPayment.tsx").then(({ RecordPayment }) => RecordPayment));
const callLimits = lazyDialog(() => import("../../navigation/CallLimits.tsx").then(({ CallLimits }) => CallLimits));
const rights = lazyDialog(() => import("./CustomerRights.tsx").then(({ CustomerRights }) => CustomerRights));
const archiving = lazyDialog(() => import("./ArchiveCustomer.tsx").then(({ ArchiveCustomer }) => ArchiveCustomer));
const deactivating = lazyDialog(() =>
  import("./DeactivateCustomer.tsx").then(({ DeactivateCustomer }) => DeactivateCustomer),
);

/** `edit`: its details are being changed; links lead there. */
const urlState = z.object({ edit: text });

/** Who it is, how to reach them, and the two things one comes here for. */
export function CustomerHead({ customer }: { customer: CustomerFieldsFragment }) {
  const { t } = useTranslation(["customers", "words"]);
  const reseller = useReseller();
  const [{ edit }, setPlace] = useUrlState(urlState);
  const canEdit = useCan("customer.update");
  return (
    <>
      <PageHeader
        title={customer.label}
        crumb={<AppLink href={path.customers(reseller)}>{t("list.title")}</AppLink>}
        beside={
          <>
            <CustomerStateText customer={customer} />
            <span>{t(`words:customerKind.${customer.kind}`)}</span>
            {customer.isInternal && <InternalBadge />}
          </>
        }
        actions={
          <>
            <ReasonedButton
              variant="default"
              disabledReason={canEdit.reason}
              onPointerEnter={editing.prepare}
              onFocus={editing.prepare}
              onClick={() => setPlace({ edit: "1" })}
            >
              {t("edit")}
            </ReasonedButton>
            <Standing customer={customer} />
            <PaymentShortcut customer={customer} />
            <AddServiceButton customerId={customer.id} hasShortcut />
          </>
        }
      >
        <div className={classes.facts}>
          <Facts layout="columns" items={useHeadFacts(customer)} />
        </div>
      </PageHeader>
      <editing.Part
        customer={customer}
        isOpen={edit === "1" && canEdit.isAllowed}
        onClose={() => setPlace({ edit: "" })}
      />
    </>
  );
}

/** What its people may do, and whether they may at all. */
function Standing({ customer }: { customer: CustomerFieldsFragment }) {
  const { t } = useTranslation(["customers", "live-calls"]);
  const [open, setOpen] = useState<"rights" | "calls" | "deactivate" | "archive" | null>(null);
  const own = useViewer().reseller;
  const canLimit = useCan("call.guard").isAllowed && customer.tierPath.at(-1)?.key === own.key;
  const [canDelegate, canDeactivate] = [useCan("customer.delegate"), useCan("customer.deactivate")];
  const dialog = (name: "rights" | "deactivate" | "archive") => ({
    customer,
    isOpen: open === name,
    onClose: () => setOpen(null),
  });
  return (
    <>
      <ReasonedButton variant="default" disabledReason={canDelegate.reason} onClick={() => setOpen("rights")}>
        {t("rights.button")}
      </ReasonedButton>
      {canLimit && (
        <Button variant="default" onClick={() => setOpen("calls")}>
          {t("live-calls:limits.title")}
        </Button>
      )}
      {customer.state === "DEACTIVATED" ? (
        <>
          <Reactivate customerId={customer.id} />
          <ReasonedButton variant="default" disabledReason={canDeactivate.reason} onClick={() => setOpen("archive")}>
            {t("archive.button")}
          </ReasonedButton>
        </>
      ) : (
        canMove(customerMoves, customer.state, "DEACTIVATING") && (
          <ReasonedButton variant="default" disabledReason={canDeactivate.reason} onClick={() => setOpen("deactivate")}>
            {t("deactivate.button")}
          </ReasonedButton>
        )
      )}
      <rights.Part {...dialog("rights")} />
      <callLimits.Part of={customer.id} isOpen={open === "calls"} onClose={() => setOpen(null)} />
      <deactivating.Part {...dialog("deactivate")} />
      <archiving.Part {...dialog("archive")} />
    </>
  );
}

/** F8: a payment is entered from any tab, by a key; its button stands with the balance. */
function PaymentShortcut({ customer }: { customer: CustomerFieldsFragment }) {
  const own = useViewer().reseller;
  const canPay = useCan("balance.change").isAllowed && customer.tierPath.at(-1)?.key === own.key;
  const [isOpen, setOpen] = useState(false);
  return (
    canPay && (
      <>
        <PaymentKey run={() => setOpen(true)} />
        <paying.Part customerId={customer.id} isOpen={isOpen} onClose={() => setOpen(false)} />
      </>
    )
  );
}

function PaymentKey({ run }: { run: () => void }) {
  const { t } = useTranslation("billing");
  useShortcut("p", t("recordPayment"), run);
  return null;
}

function Reactivate({ customerId }: { customerId: string }) {
  const { t } = useTranslation("customers");
  const can = useCan("customer.deactivate");
  const [reactivate, { loading }] = useMutation(ReactivateCustomerDocument, { update: forgetCustomerLists });
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    try {
      const { data } = await reactivate({ variables: { input: { id: customerId } } });
      const refusals = data?.reactivateCustomer.userErrors ?? [];
      setProblem(refusals.length === 0 ? null : refusals.map(({ message }) => message).join(" "));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  return (
    <>
      <ReasonedButton variant="default" loading={loading} disabledReason={can.reason} onClick={() => void send()}>
        {t("deactivate.reactivate")}
      </ReasonedButton>
      {problem !== null && <ErrorNotice title={t("notSaved")} what={problem} />}
    </>
  );
}

/** O4: the same page as from the catalog, with the customer already chosen. */
export function AddServiceButton({ customerId, hasShortcut = false }: { customerId: string; hasShortcut?: boolean }) {
  const { t } = useTranslation("customers");
  const go = useGo();
  const can = useCan("order.place");
  const href = path.assign(useReseller(), { customer: customerId });
  const icon = <IconPlus size={16} stroke={1.8} aria-hidden />;
  if (!can.isAllowed)
    return (
      <ReasonedButton leftSection={icon} disabledReason={can.reason}>
        {t("addService")}
      </ReasonedButton>
    );
  return (
    <>
      {hasShortcut && <Shortcut label={t("addService")} run={() => go(href)} />}
      <Button
        component={AppLink}
        href={href}
        size={hasShortcut ? "sm" : "xs"}
        leftSection={icon}
        rightSection={hasShortcut ? <KeyHint keys={keyLabel("a")} /> : undefined}
        aria-keyshortcuts={hasShortcut ? "a" : undefined}
      >
        {t("addService")}
      </Button>
    </>
  );
}

function Shortcut({ label, run }: { label: string; run: () => void }) {
  useShortcut("a", label, run);
  return null;
}

function useHeadFacts({ email, phone, homeCountry, tierPath, paymentMethods }: CustomerFieldsFragment): Fact[] {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const none = <span className={classes.quiet}>–</span>;
  const method = paymentMethods.find(({ isDefault }) => isDefault) ?? paymentMethods[0];
  const copied = t("copied");
  return [
    {
      key: "email",
      label: t("field.email"),
      value: email === null ? none : <Email value={email} />,
    },
    {
      key: "phone",
      label: t("field.phone"),
      value: phone === null ? none : <PhoneText value={phone} labels={{ copy: t("copyPhone"), copied }} />,
    },
    {
      key: "payment",
      label: t("payment.title"),
      value: method === undefined ? none : t("payment.ending", { brand: method.brand, digits: method.lastFour }),
    },
    { key: "country", label: t("field.country"), value: countryName(homeCountry, locale) },
    { key: "owner", label: t("column.owner"), value: <OwnerPath tierPath={tierPath} /> },
  ];
}

function Email({ value }: { value: string }) {
  const { t } = useTranslation("customers");
  return (
    <>
      {value}
      <CopyButton className={classes.copy} value={value} labels={{ copy: t("copyEmail"), copied: t("copied") }} />
    </>
  );
}
