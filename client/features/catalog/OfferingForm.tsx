import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, NumberInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { suspensionPolicies } from "@tierline/shared/charge.ts";
import { customerKinds, offeringKinds, serviceTypes } from "@tierline/shared/kinds.ts";
import { simultaneousCallsMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { CustomFieldsEditor } from "./CustomFieldsEditor.tsx";
import { OfferingChoicesDocument, type OfferingChoicesQuery } from "./offering.generated.ts";
import classes from "./OfferingPage.module.css";
import { isLinePlan, isPackage } from "./offering-values.ts";
import { PackageFields } from "./PackageFields.tsx";
import { PriceFields } from "./PriceFields.tsx";
import { RequirementsEditor } from "./RequirementsEditor.tsx";
import type { OfferingFormProps } from "./save-offering.tsx";

/** All of an offering. What cannot be changed later is asked for only when it is made. */
export function OfferingForm(props: OfferingFormProps) {
  const { form, isNew, currency, listed, onSubmit } = props;
  const { t } = useTranslation("catalog");
  const withPlaybook = useCan("playbook.view").isAllowed;
  const choices = useQuery(OfferingChoicesDocument, { variables: { withPlaybook } }).data;
  return (
    <form className={classes.form} onSubmit={form.onSubmit(onSubmit)} noValidate>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Basics form={form} isNew={isNew} />
      {isPackage(form.values) && <PackageFields form={form} packages={packagesIn(choices)} />}
      <Panel title={t("prices")}>
        <PriceFields form={form} currency={currency} listed={listed} />
        <div className={classes.pair}>
          <NumberInput label={t("field.interval")} min={1} max={120} {...form.getInputProps("billingIntervalMonths")} />
          <NumberInput label={t("field.term")} min={0} max={120} {...form.getInputProps("contractTermMonths")} />
        </div>
        <Select
          label={t("field.whileSuspended")}
          description={t("field.whileSuspendedHint")}
          mt={12}
          allowDeselect={false}
          data={suspensionPolicies.map((value) => ({ value, label: t(`whileSuspended.${value}`) }))}
          {...form.getInputProps("whileSuspended")}
        />
      </Panel>
      <RequirementsEditor form={form} templates={choices?.inventoryTemplates.nodes ?? []} />
      <CustomFieldsEditor form={form} />
      <Panel title={t("provisioning")}>
        <div className={classes.stack}>
          <Playbook form={form} playbooks={choices?.playbooks?.nodes ?? null} />
          {isLinePlan(form.values) && (
            <NumberInput
              label={t("field.simultaneousCalls")}
              description={t("field.simultaneousCallsHint")}
              min={1}
              max={simultaneousCallsMax}
              allowDecimal={false}
              {...form.getInputProps("simultaneousCalls")}
            />
          )}
          <Checkbox label={t("field.needsSite")} {...form.getInputProps("needsSite", { type: "checkbox" })} />
          <Checkbox
            label={t("field.needsInstallation")}
            {...form.getInputProps("needsInstallation", { type: "checkbox" })}
          />
        </div>
      </Panel>
      <FormEnd {...props} />
    </form>
  );
}

/** Packages, which an add-on or another package can go with. */
function packagesIn(choices: OfferingChoicesQuery | undefined): { key: string; name: string }[] {
  return (choices?.offerings.nodes ?? []).flatMap(({ kind, name, package: terms }) =>
    kind === "PLAN" && terms !== null ? [{ key: terms.key, name }] : [],
  );
}

function Basics({ form, isNew }: Pick<OfferingFormProps, "form" | "isNew">) {
  const { t } = useTranslation(["catalog", "words"]);
  return (
    <Panel
      title={t("whatItIs")}
      aside={<Switch size="xs" label={t("enabled")} {...form.getInputProps("isEnabled", { type: "checkbox" })} />}
    >
      <div className={classes.stack}>
        <TextInput label={t("field.name")} required autoComplete="off" {...form.getInputProps("name")} />
        {isNew && (
          <TextInput
            label={t("field.slug")}
            description={t("field.slugHint")}
            required
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("slug")}
          />
        )}
        {isNew && (
          <div className={classes.pair}>
            <Select
              label={t("kind")}
              allowDeselect={false}
              data={offeringKinds.map((value) => ({ value, label: t(`words:offeringKind.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <Select
              label={t("type")}
              allowDeselect={false}
              data={serviceTypes.map((value) => ({ value, label: t(`words:serviceType.${value}`) }))}
              {...form.getInputProps("serviceType")}
            />
          </div>
        )}
        <Checkbox.Group label={t("field.segments")} required {...form.getInputProps("segments")}>
          <div className={classes.checks}>
            {customerKinds.map((value) => (
              <Checkbox key={value} value={value} label={t(`words:customerKind.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Textarea label={t("field.description")} autosize minRows={2} {...form.getInputProps("description")} />
        <Textarea
          label={t("field.facts")}
          description={t("field.factsHint")}
          autosize
          minRows={3}
          {...form.getInputProps("facts")}
        />
      </div>
    </Panel>
  );
}

interface PlaybookProps extends Pick<OfferingFormProps, "form"> {
  /** Null where they cannot be listed. */
  readonly playbooks: readonly { readonly key: string; readonly title: string }[] | null;
}

function Playbook({ form, playbooks }: PlaybookProps) {
  const { t } = useTranslation("catalog");
  if (playbooks === null)
    return <TextInput label={t("field.playbook")} required {...form.getInputProps("playbookKey")} />;
  return (
    <Select
      label={t("field.playbook")}
      description={t("field.playbookHint")}
      required
      searchable
      data={playbooks.map(({ key, title }) => ({ value: key, label: title }))}
      {...form.getInputProps("playbookKey")}
      value={form.values.playbookKey === "" ? null : form.values.playbookKey}
    />
  );
}

function FormEnd({ isNew, isBusy, problem, stale, onClose }: OfferingFormProps) {
  const { t } = useTranslation("catalog");
  return (
    <div className={classes.formEnd}>
      {stale !== null && (
        <ErrorNotice tone="warn" title={t("stale.title")} what={t("stale.text")}>
          <div className={classes.buttons}>
            <Button variant="default" size="xs" onClick={stale.keepMine}>
              {t("stale.mine")}
            </Button>
            <Button variant="default" size="xs" onClick={stale.takeTheirs}>
              {t("stale.theirs")}
            </Button>
          </div>
        </ErrorNotice>
      )}
      {stale === null && problem !== null && (
        <ErrorNotice
          title={t("notSaved")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t(isNew ? "create" : "save")}
        </Button>
      </div>
    </div>
  );
}
