import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { requestsPerMinuteMax } from "@tierline/shared/limits.ts";
import { permissionsOfScopes, scopeKeys, scopes, type Scope } from "@tierline/shared/scope.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./Developers.module.css";

export interface ProgramValues {
  readonly name: string;
  readonly scopes: Scope[];
  /** As it is typed: parted by commas, blanks or lines. */
  readonly ipList: string;
  readonly requestsPerMinute: number;
}

/** As the API takes it. */
export function givenOf<Values extends ProgramValues>({ ipList, ...values }: Values) {
  return { ...values, ipList: ipList.split(/[\s,]+/).filter((each) => each !== "") };
}

/** What a program is given; nothing is offered that one may not do oneself. */
export function ProgramFields<Values extends ProgramValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation("developers");
  const { permissions } = useViewer();
  const own = new Set<string>(permissions);
  return (
    <>
      <TextInput label={t("name")} required autoComplete="off" data-autofocus {...form.getInputProps("name")} />
      <Checkbox.Group label={t("scopes")} required {...form.getInputProps("scopes")}>
        <div className={classes.keys}>
          {scopeKeys.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={scope}
              description={scopes[scope].permissions.join(", ")}
              disabled={![...permissionsOfScopes([scope])].every((permission) => own.has(permission))}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea label={t("from")} description={t("fromHint")} autosize minRows={1} {...form.getInputProps("ipList")} />
      <NumberInput label={t("pace")} min={1} max={requestsPerMinuteMax} {...form.getInputProps("requestsPerMinute")} />
    </>
  );
}
