import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  delegablePermissions,
  delegationPresets,
  isSameSet,
  presetOf,
  type DelegationPreset,
} from "@tierline/shared/delegation.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import { CustomerRightsDocument, DelegateToCustomerDocument } from "./customer-standing.generated.ts";
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
              before={found.delegated ?? delegationPresets.LOOK}
              callsBefore={found.simultaneousCalls}
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

interface RightsFormProps {
  readonly customerId: string;
  readonly before: readonly string[];
  readonly callsBefore: number | null;
  /** The reseller's own presets. */
  readonly named: readonly DelegationPresetFieldsFragment[];
  readonly onClose: () => void;
}

function RightsForm({ customerId, before, callsBefore, named, onClose }: RightsFormProps) {
  const { t } = useTranslation(["customers", "permissions"]);
  const own = useViewer().permissions;
  const form = useForm({
    initialValues: { permissions: [...before], simultaneousCalls: callsBefore ?? "" },
  });
  const { permissions } = form.values;
  const { save, isBusy, problem } = useSave(form, ["simultaneousCalls"]);
  const [delegate] = useMutation(DelegateToCustomerDocument);
  const send = async (): Promise<void> => {
    const given = permissions.filter((key) => own.includes(key));
    const input = { id: customerId, permissions: given, simultaneousCalls: callsOf(form.values) };
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
    </PartForm>
  );
}

/** A name may be any word, also one of the presets that everybody has. */
function ofReseller(name: string): string {
  return `named:${name}`;
}
