import { TextInput } from "@mantine/core";
import { isBegun, onboardingSteps, platformOf, stepsOf, type OnboardingStep } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useGo, useParam, useReseller } from "../../../navigation/use-place.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { TimeText } from "../../../ui/TimeText.tsx";
import classes from "../CustomerForm.module.css";
import { AddressFields } from "../form-fields.tsx";
import { Conflict } from "./Conflict.tsx";
import { ConnectStep } from "./ConnectStep.tsx";
import { CustomerStep } from "./CustomerStep.tsx";
import { DoneStep } from "./DoneStep.tsx";
import { PbxStep } from "./PbxStep.tsx";
import { PlatformChoice } from "./PlatformChoice.tsx";
import { Steps } from "./Steps.tsx";
import { SyncStep } from "./SyncStep.tsx";
import { TrunkPanel } from "./TrunkPanel.tsx";
import { useOnboarding, type Onboarding, type OnboardingForm } from "./use-onboarding.ts";
import { WizardEnd } from "./WizardEnd.tsx";

interface WizardProps {
  readonly initial: Onboarding | null;
  readonly onMade: (id: string) => void;
}

export function Wizard({ initial, onMade }: WizardProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const go = useGo();
  const asked = useParam("step").toUpperCase();
  const onboarding = useOnboarding(initial, onboardingSteps.find((each) => each === asked) ?? "CUSTOMER", onMade);
  const { row, platform, form, problem } = onboarding;
  const step: OnboardingStep = stepsOf(platform).find((each) => each === asked) ?? "CUSTOMER";
  const isTaken = row?.takenSteps.includes(step) ?? false;
  const isDone = row?.state === "ONBOARDED";
  const help = step === "GATEWAY" && platformOf(platform).usesSync ? "GATEWAY_SYNC" : step;
  const next = async (skipsCheck = false): Promise<void> => {
    const taken = await onboarding.take(skipsCheck);
    if (taken === null) return;
    // M3: the site is where the customer's post goes, until somebody says otherwise.
    if (step === "CUSTOMER" && !isBegun(form.values, "GATEWAY")) {
      form.setFieldValue("gateway.siteAddress", { ...form.values.customer.billingAddress });
    }
    go(path.onboarding(reseller, taken.id, taken.step.toLowerCase()));
  };
  return (
    <>
      <PageHeader
        title={form.values.customer.name === "" ? t("new") : form.values.customer.name}
        description={isDone ? t("done.help") : t(`help.${help}`)}
        crumb={<AppLink href={path.onboardings(reseller)}>{t("title")}</AppLink>}
      />
      <Steps onboarding={onboarding} step={step} />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog's own form sends what stands in that dialog.
          if (event.target === event.currentTarget && !isTaken && !isDone) void next();
        }}
      >
        {onboarding.theirs !== null && <Conflict onboarding={onboarding} theirs={onboarding.theirs} />}
        {isDone ? <DoneStep row={row} /> : <Part onboarding={onboarding} step={step} isTaken={isTaken} />}
        {problem !== null && (
          <ErrorNotice
            title={t("failed")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        <Saved onboarding={onboarding} />
        {!isDone && <WizardEnd onboarding={onboarding} step={step} onNext={(skipsCheck) => void next(skipsCheck)} />}
      </form>
    </>
  );
}

interface PartProps {
  readonly onboarding: OnboardingForm;
  readonly step: OnboardingStep;
}

/** What is typed or done in a step, and what it has come to once it was taken. */
function Part({ onboarding, step, isTaken }: PartProps & { readonly isTaken: boolean }) {
  const { t } = useTranslation("onboarding");
  const { row, form, platform, setTrunk } = onboarding;
  if (isTaken && step === "PBX" && row?.trunk != null) {
    return <TrunkPanel trunk={row.trunk} platform={platformOf(row.platform)} onChanged={setTrunk} />;
  }
  if (isTaken) return <Taken row={row} />;
  switch (step) {
    case "CUSTOMER":
      return (
        <>
          <PlatformChoice onboarding={onboarding} />
          <CustomerStep form={form} />
        </>
      );
    case "GATEWAY":
      return <GatewayStep onboarding={onboarding} />;
    case "PBX":
      return <PbxStep form={form} platform={platform} />;
    case "CONNECT":
      return <ConnectStep onboarding={onboarding} />;
    case "SYNC":
      return row?.customer == null ? (
        <EmptyState kind="first" title={t("notYet")} />
      ) : (
        <SyncStep onboardingId={row.id} customerId={row.customer.id} platform={platformOf(row.platform)} />
      );
  }
}

function GatewayStep({ onboarding: { form } }: Pick<PartProps, "onboarding">) {
  const { t } = useTranslation(["onboarding", "customers"]);
  return (
    <Panel title={t("step.GATEWAY")}>
      <div className={classes.part}>
        <TextInput label={t("gatewayName")} required autoComplete="off" {...form.getInputProps("gateway.name")} />
        <TextInput
          label={t("customers:field.siteName")}
          required
          autoComplete="off"
          {...form.getInputProps("gateway.siteName")}
        />
        <AddressFields field={form.getInputProps} prefix="gateway.siteAddress." isCountryRequired />
      </div>
    </Panel>
  );
}

/** What a step has done is changed where it is from now on. */
function Taken({ row }: { readonly row: Onboarding | null }) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  if (row?.customer == null) return null;
  return (
    <Panel title={t("state.DONE")}>
      <p className={classes.dim}>{t("takenText")}</p>
      <AppLink href={path.customer(reseller, row.customer.id)}>{row.customer.label}</AppLink>
    </Panel>
  );
}

function Saved({ onboarding: { row, isDirty, isBusy } }: Pick<PartProps, "onboarding">) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const isSaved = row !== null && row.state !== "ONBOARDED" && !isDirty && !isBusy;
  return (
    <p role="status" className={classes.dim}>
      {isSaved && (
        <>
          {t("saved")} <TimeText value={row.savedAt} locale={locale} />
        </>
      )}
    </p>
  );
}
