import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, NumberInput, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  delegablePermissions,
  delegationPresets,
  isSameSet,
  presetOf,
  type DelegationPreset,
} from "@tierline/shared/delegation.ts";
import { customerLinesMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import {
  CustomerRightsDocument,
  DelegateToCustomerDocument,
  type CustomerRightsQuery,
} from "./customer-standing.generated.ts";
import type { DelegationPresetFieldsFragment } from "./presets.generated.ts";
import { callsOf, CallsOfLines } from "./CallsOfLines.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";

interface CustomerRightsProps {
  readonly customer: CustomerFieldsFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the customer's own people may see and do (B12). */
export function CustomerRights({ customer, isOpen, onClose }: CustomerRightsProps) {
  const { t } = useTranslation("customers");
  const result = useQuery(CustomerRightsDocument, { variables: { id: customer.id }, skip: !isOpen });
  return (
    <PartDialog isOpen={isOpen} onClose={onClose} title={t("rights.title", { customer: customer.label })}>
      <QueryState result={result} rows={6}>
        {({ customer: found }) =>
          found === null ? (
            <NotFound />
          ) : (
            <RightsForm
              customerId={found.id}
              before={found}
              named={found.reseller.delegationPresets}
              onClose={onClose}
            />
          )
        }
      </QueryState>
    </PartDialog>
  );
}

const presets = Object.keys(delegationPresets) as DelegationPreset[]; // Object.keys forgets the literal keys

type CustomerRightsOf = NonNullable<CustomerRightsQuery["customer"]>;

interface RightsFormProps {
  readonly customerId: string;
  readonly before: Pick<CustomerRightsOf, "delegated" | "simultaneousCalls" | "linesMax">;
  /** The reseller's own presets. */
  readonly named: readonly DelegationPresetFieldsFragment[];
  readonly onClose: () => void;
}

function RightsForm({ customerId, before, named, onClose }: RightsFormProps) {
  const { t } = useTranslation(["customers", "permissions"]);
  const own = useViewer().permissions;
  const form = useForm({
    initialValues: {
      permissions: [...(before.delegated ?? delegationPresets.LOOK)] as string[],
      simultaneousCalls: before.simultaneousCalls ?? ("" as const),
      linesMax: before.linesMax ?? ("" as const),
    },
  });
  const { permissions } = form.values;
  const { save, isBusy, problem } = useSave(form, ["simultaneousCalls", "linesMax"]);
  const [delegate] = useMutation(DelegateToCustomerDocument);
  const send = async (): Promise<void> => {
    const given = permissions.filter((key) => own.includes(key));
    const isUndecided = before.delegated === null && !form.isDirty("permissions");
    const input = {
      id: customerId,
      permissions: isUndecided ? null : given,
      simultaneousCalls: callsOf(form.values),
      linesMax: form.values.linesMax === "" ? null : form.values.linesMax,
    };
    const isDone = await save(
      async () => (await delegate({ variables: { input } })).data?.delegateToCustomer.userErrors,
    );
    if (isDone) onClose();
  };
  const chosen = named.find(
    (preset) => isSameSet(preset.permissions, permissions) && preset.simultaneousCalls === callsOf(form.values),
  );
  const set = (next: readonly string[]): void => form.setFieldValue("permissions", [...next]);
  return (
    <PartForm onSubmit={form.onSubmit(() => void send())} isBusy={isBusy} problem={problem} onClose={onClose}>
      <Radio.Group
        label={t("rights.preset")}
        value={chosen === undefined ? (presetOf(permissions) ?? "") : ofReseller(chosen.name)}
        onChange={(value) => {
          const preset = named.find(({ name }) => ofReseller(name) === value);
          set(preset?.permissions ?? delegationPresets[value as DelegationPreset]);
          form.setFieldValue("simultaneousCalls", preset?.simultaneousCalls ?? "");
        }}
      >
        {named.map(({ name }) => (
          <Radio key={name} value={ofReseller(name)} label={name} mt={10} />
        ))}
        {presets.map((name) => (
          <Radio key={name} value={name} label={t(`rights.presets.${name}`)} mt={10} />
        ))}
      </Radio.Group>
      <Checkbox.Group label={t("rights.each")} value={permissions} onChange={set}>
        {delegablePermissions.map((key) => (
          <Checkbox
            key={key}
            value={key}
            mt={10}
            label={t(`permissions:permission.${key}`)}
            disabled={!own.includes(key)}
            description={own.includes(key) ? null : t("rights.lacking")}
          />
        ))}
      </Checkbox.Group>
      <CallsOfLines permissions={permissions} {...form.getInputProps("simultaneousCalls")} />
      <NumberInput
        label={t("rights.lines")}
        description={t("rights.linesHint")}
        placeholder={t("rights.unlimited")}
        min={0}
        max={customerLinesMax}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps("linesMax")}
      />
    </PartForm>
  );
}

/** A name may be any word, also one of the presets that everybody has. */
function ofReseller(name: string): string {
  return `named:${name}`;
}
