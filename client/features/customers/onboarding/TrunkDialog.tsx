import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import type { Platform, Transport } from "@tierline/shared/onboarding.ts";
import { transports } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../../api/use-save.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { noPasswords, type TrunkValues, type PasswordValues } from "./draft-values.ts";
import { UpdatePbxTrunkDocument, type TrunkFieldsFragment } from "./onboarding.generated.ts";
import { TrunkFields } from "./TrunkFields.tsx";

interface TrunkDialogProps {
  readonly trunk: TrunkFieldsFragment;
  readonly platform: Platform;
  readonly onClose: () => void;
  readonly onChanged: (trunk: TrunkFieldsFragment) => void;
}

export function TrunkDialog({ trunk, platform, onClose, onChanged }: TrunkDialogProps) {
  const { t } = useTranslation("onboarding");
  const [update] = useMutation(UpdatePbxTrunkDocument);
  const form = useForm<{ trunk: TrunkValues } & PasswordValues>({
    initialValues: {
      trunk: {
        ipAddress: trunk.ipAddress,
        sipPort: String(trunk.sipPort),
        transport: trunk.transport,
        description: trunk.description,
        users: trunk.users === null ? "" : String(trunk.users),
        pbxUser: trunk.pbxUser,
        gatewayUser: trunk.gatewayUser,
      },
      ...noPasswords,
    },
    // The API takes numbers: what is none never gets there, and is told in its words.
    validate: {
      trunk: {
        sipPort: (text) => (isNumber(text) ? null : t("trunk.noNumber")),
        users: (text) => (isNumber(text) ? null : t("trunk.noNumber")),
      },
    },
  });
  const { save, isBusy, problem } = useSave(form, ["trunk", "pbxPassword", "gatewayPassword"]);
  const submit = async (): Promise<void> => {
    if (form.validate().hasErrors) return;
    const { trunk: said, pbxPassword, gatewayPassword } = form.values;
    // A password goes with its user: where nobody signs in any more none is kept.
    const passwordOf = (name: "pbx" | "gateway", typed: string): string | null => {
      if (typed !== "") return typed;
      return trunk[`${name}User`] !== "" && said[`${name}User`].trim() === "" ? "" : null;
    };
    const kept = { saved: null as TrunkFieldsFragment | null };
    const isDone = await save(async () => {
      const input = {
        id: trunk.id,
        version: trunk.version,
        trunk: {
          ...said,
          sipPort: numberOf(said.sipPort),
          users: numberOf(said.users),
          transport: transports.find((each): each is Transport => each === said.transport) ?? null,
        },
        pbxPassword: passwordOf("pbx", pbxPassword),
        gatewayPassword: passwordOf("gateway", gatewayPassword),
      };
      const { data } = await update({ variables: { input } });
      kept.saved = data?.updatePbxTrunk.trunk ?? null;
      return data?.updatePbxTrunk.userErrors;
    });
    if (!isDone || kept.saved === null) return;
    onChanged(kept.saved);
    onClose();
  };
  return (
    <FormDialog
      title={t("trunk.change")}
      onClose={onClose}
      deed={t("trunk.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("failed"), request: t("request") }}
    >
      <TrunkFields
        field={form.getInputProps}
        prefix="trunk."
        transport={form.values.trunk.transport}
        users={form.values.trunk.users}
        platform={platform}
        kept={{ ...trunk, isAnother: form.values.trunk.ipAddress.trim().toLowerCase() !== trunk.ipAddress }}
      />
    </FormDialog>
  );
}

function isNumber(text: string): boolean {
  return text.trim() === "" || /^\d{1,9}$/.test(text.trim());
}

function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
