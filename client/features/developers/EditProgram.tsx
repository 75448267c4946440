import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import type { Scope } from "@tierline/shared/scope.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { UpdateProgramDocument, type ProgramViewFragment } from "./developers.generated.ts";
import { givenOf, ProgramFields } from "./ProgramFields.tsx";

interface EditProgramProps {
  readonly program: ProgramViewFragment;
  readonly onClose: () => void;
}

/** Holds from the program's next request on; its keys stay. */
export function EditProgram({ program, onClose }: EditProgramProps) {
  const { t } = useTranslation("developers");
  const { id, version, name, requestsPerMinute } = program;
  const form = useForm({
    initialValues: {
      name,
      scopes: [...program.scopes] as Scope[], // the contract's enum is made of these
      ipList: program.ipList.join(", "),
      requestsPerMinute,
    },
  });
  const { save, isBusy, problem } = useSave(form, ["name", "scopes", "ipList", "requestsPerMinute"]);
  const [update] = useMutation(UpdateProgramDocument);

  async function change(): Promise<void> {
    const given = givenOf(form.getValues());
    // Only what was changed: who gives scopes anew answers for the program from then on.
    const { scopes, ...rest } = given;
    const isSame = scopes.toSorted().join() === program.scopes.toSorted().join();
    const input = { id, version, ...rest, ...(isSame ? {} : { scopes }) };
    const isDone = await save(async () => {
      const { data } = await update({ variables: { input } });
      return data?.updateApiClient.userErrors;
    });
    if (isDone) onClose();
  }

  return (
    <FormDialog
      title={t("editTitle", { name })}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void change()}
      labels={{ close: t("cancel"), cancel: t("cancel"), notDone: t("notDone"), request: t("log.id") }}
    >
      <ProgramFields form={form} />
    </FormDialog>
  );
}
