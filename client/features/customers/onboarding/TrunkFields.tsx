import { PasswordInput, Select, TextInput, type TextInputProps } from "@mantine/core";
import { trunkDescriptionLengthMax } from "@tierline/shared/limits.ts";
import {
  capacityLevel,
  labPbxName,
  transports,
  usualSipPort,
  type Platform,
  type Transport,
} from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../api/viewer.tsx";
import { useLocale } from "../../../i18n/use-locale.ts";
import { formatNumber } from "../../../ui/format.ts";
import classes from "../CustomerForm.module.css";
import type { FieldOf } from "../form-fields.tsx";

type InputWrapperOrder = NonNullable<TextInputProps["inputWrapperOrder"]>;

interface TrunkFieldsProps {
  readonly field: FieldOf;
  /** Where in the form the trunk is, with a dot at its end; the passwords are at the form's own top. */
  readonly prefix: string;
  readonly transport: string;
  /** As it is typed. */
  readonly users: string;
  readonly platform: Platform;
  /** Passwords that are kept already, which stay where nothing is typed. */
  readonly kept?: {
    readonly hasPbxPassword: boolean;
    readonly hasGatewayPassword: boolean;
    /** Another PBX is typed than the password was typed for. */
    readonly isAnother: boolean;
  };
}

/** The form of MX-ONE's trunk (MX12), the same wherever one is typed. */
export function TrunkFields({ field, prefix, transport, users, platform, kept }: TrunkFieldsProps) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const { lab } = useViewer();
  const at = (name: string) => field(`${prefix}${name}`);
  const spoken: Transport = transports.find((each) => each === transport) ?? "TCP";
  const count = /^\d+$/.test(users.trim()) ? Number(users) : null;
  const level = count === null ? "FITS" : capacityLevel(count, platform.usersMax);
  const number = (value: number): string => formatNumber(value, locale);
  const { name, usersMax, devicesMax } = platform;
  const made = { platform: name, max: number(usersMax), devices: number(devicesMax) };
  const hint = (isKept: boolean | undefined) => (isKept === true ? t("trunk.passwordKept") : t("trunk.passwordHint"));
  const isAskedAgain = kept?.hasPbxPassword === true && kept.isAnother;
  // Remarks stand below, so that fields beside each other are in one line.
  const order: InputWrapperOrder = ["label", "input", "description", "error"];
  const plain = { autoComplete: "off", spellCheck: false } as const;
  return (
    <div className={classes.part}>
      <div className={classes.grid}>
        <TextInput
          label={t("trunk.ipAddress")}
          description={lab ? t("trunk.lab", { name: labPbxName }) : undefined}
          inputWrapperOrder={order}
          required
          {...plain}
          {...at("ipAddress")}
        />
        <TextInput
          label={t("trunk.sipPort")}
          inputMode="numeric"
          placeholder={String(usualSipPort(spoken))}
          {...plain}
          {...at("sipPort")}
        />
        <Select
          label={t("trunk.transport")}
          allowDeselect={false}
          data={transports.map((value) => ({ value, label: value }))}
          {...at("transport")}
        />
        <TextInput
          label={t("trunk.users")}
          description={t(`capacity.${level}`, made)}
          inputMode="numeric"
          inputWrapperOrder={order}
          {...plain}
          {...at("users")}
        />
      </div>
      <TextInput label={t("trunk.description")} maxLength={trunkDescriptionLengthMax} {...at("description")} />
      <div className={classes.grid}>
        <TextInput label={t("trunk.pbxUser")} {...plain} {...at("pbxUser")} />
        <PasswordInput
          label={t("trunk.pbxPassword")}
          description={isAskedAgain ? t("trunk.passwordAgain") : hint(kept?.hasPbxPassword)}
          inputWrapperOrder={order}
          autoComplete="new-password"
          {...field("pbxPassword")}
        />
        <TextInput label={t("trunk.gatewayUser")} {...plain} {...at("gatewayUser")} />
        <PasswordInput
          label={t("trunk.gatewayPassword")}
          description={hint(kept?.hasGatewayPassword)}
          inputWrapperOrder={order}
          autoComplete="new-password"
          {...field("gatewayPassword")}
        />
      </div>
    </div>
  );
}
