import { useMutation } from "@apollo/client/react";
import { ActionIcon, Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { callInNumbersMax } from "@tierline/shared/limits.ts";
import { formatPhoneNumber } from "@tierline/shared/phone-number.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { countriesIn } from "../../ui/countries.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { UpdateCallInRegionDocument, type CallInRegionFieldsFragment } from "./call-in.generated.ts";
import classes from "./CallIn.module.css";

interface EditRegionProps {
  readonly of: CallInRegionFieldsFragment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  homeCountries: string[];
  numbers: { country: string; phone: string; isAvailable: boolean }[];
}

/** Countries and numbers of one region; a country that is chosen here leaves the region where it was. */
export function EditRegion({
  of: { key, version, countries, homeCountries, numbers },
  onClose,
  onSaved,
}: EditRegionProps) {
  const { t } = useTranslation("meetings");
  const data = [...countriesIn(useLocale())];
  const form = useForm<Values>({
    initialValues: {
      homeCountries: [...homeCountries],
      numbers: numbers.map(({ country, phone, isAvailable }) => ({
        country,
        isAvailable,
        phone: formatPhoneNumber(phone),
      })),
    },
  });
  const { save, isBusy, problem } = useSave(form, ["homeCountries", "numbers"]);
  const [update] = useMutation(UpdateCallInRegionDocument);
  const submit = async (values: Values): Promise<void> => {
    const variables = { input: { region: key, version, ...values } };
    const isSaved = await save(async () => (await update({ variables })).data?.updateCallInRegion.userErrors);
    if (!isSaved) return;
    onSaved();
    onClose();
  };
  const add = (): void => form.insertListItem("numbers", { country: countries[0] ?? "", phone: "", isAvailable: true });
  return (
    <FormDialog
      title={t("editNamed", { region: t(`key.${key}`) })}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit(form.values)}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <MultiSelect
        label={t("homeCountries")}
        description={t("homeCountriesHint")}
        data={data}
        searchable
        hidePickedOptions
        data-autofocus
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps("homeCountries")}
      />
      <fieldset className={classes.numbers}>
        <legend>{t("numbers")}</legend>
        <p className={classes.dim}>{t("numbersHint")}</p>
        {form.values.numbers.map((_, index) => (
          <NumberRow key={index} form={form} index={index} countries={data} />
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          disabled={form.values.numbers.length >= callInNumbersMax}
          onClick={add}
        >
          {t("addNumber")}
        </Button>
      </fieldset>
    </FormDialog>
  );
}

interface NumberRowProps {
  readonly form: UseFormReturnType<Values>;
  readonly index: number;
  readonly countries: readonly { readonly value: string; readonly label: string }[];
}

function NumberRow({ form, index, countries }: NumberRowProps) {
  const { t } = useTranslation("meetings");
  const at = (field: string) => `numbers.${index}.${field}`;
  const names = { number: index + 1 };
  return (
    <div className={classes.number}>
      <Select
        aria-label={t("countryNth", names)}
        data={[...countries]}
        searchable
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps(at("country"))}
      />
      <TextInput
        aria-label={t("numberNth", names)}
        type="tel"
        autoComplete="off"
        placeholder="+1 415 555 0100"
        {...form.getInputProps(at("phone"))}
      />
      <Checkbox
        label={t("available")}
        aria-label={t("availableNth", names)}
        {...form.getInputProps(at("isAvailable"), { type: "checkbox" })}
      />
      <ActionIcon
        variant="subtle"
        aria-label={t("upNth", names)}
        disabled={index === 0}
        onClick={() => form.reorderListItem("numbers", { from: index, to: index - 1 })}
      >
        <IconArrowUp size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t("removeNth", names)}
        onClick={() => form.removeListItem("numbers", index)}
      >
        <IconX size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  );
}
