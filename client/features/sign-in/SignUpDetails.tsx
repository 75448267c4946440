import { useApolloClient, useMutation } from "@apollo/client/react";
import { Alert, Anchor, Button, Checkbox, PasswordInput, Select, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { addressFields, addressForm, type AddressField } from "@tierline/shared/address.ts";
import { nameLengthMax, passwordLengthMax, passwordLengthMin } from "@tierline/shared/limits.ts";
import { taxNumberRule } from "@tierline/shared/tax-number.ts";
import type { ChangeEvent } from "react";
import { Trans, useTranslation } from "react-i18next";
import { usePostalCode } from "../../api/use-postal-code.ts";
import { useSave } from "../../api/use-save.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { countriesIn } from "../../ui/countries.ts";
import { SignUpDocument, SignUpPostalCodeDocument, type SignUpFormFieldsFragment } from "./sign-up.generated.ts";
import classes from "./SignInPage.module.css";

interface SignUpDetailsProps {
  readonly token: string;
  readonly email: string;
  readonly asks: SignUpFormFieldsFragment;
  readonly onDone: () => void;
}

const emptyAddress: Readonly<Record<AddressField, string>> = {
  line1: "",
  line2: "",
  city: "",
  region: "",
  postalCode: "",
};

function valuesOf() {
  return {
    firstName: "",
    lastName: "",
    company: "",
    phone: "",
    country: "",
    taxNumber: "",
    address: { ...emptyAddress },
    password: "",
    passwordAgain: "",
    acceptsTerms: false,
  };
}
type Values = ReturnType<typeof valuesOf>;
type Form = UseFormReturnType<Values>;

/** Where a refusal can stand; one of anything else is told above the form. */
function fieldsShown(values: Values, asks: SignUpFormFieldsFragment): string[] {
  const { country } = values;
  return [
    "firstName",
    "lastName",
    "country",
    "password",
    "passwordAgain",
    ...(asks.company === "OFF" ? [] : ["company"]),
    ...(asks.phone === "OFF" ? [] : ["phone"]),
    ...(asks.termsUrl === null ? [] : ["acceptsTerms"]),
    ...(taxNumberRule(country, kindOf(values)) === null ? [] : ["taxNumber"]),
    ...(asks.address === "OFF" || country === "" ? [] : addressForm(country).fields.map((name) => `address.${name}`)),
  ];
}

/** What the reseller asks for and no more; what is wrong stands on its field, and nothing that was typed is lost. */
export function SignUpDetails({ token, email, asks, onDone }: SignUpDetailsProps) {
  const { t } = useTranslation("sign-up");
  const form = useForm({ initialValues: valuesOf() });
  const { save, isBusy, problem } = useSave(form, fieldsShown(form.values, asks));
  const [signUp] = useMutation(SignUpDocument);
  const submit = async (values: Values): Promise<void> => {
    const variables = { input: { token, ...inputOf(values, asks) } };
    const isDone = await save(async () => (await signUp({ variables })).data?.signUp.userErrors);
    if (!isDone) return;
    form.resetDirty();
    onDone();
  };
  const toggle = { "aria-label": t("showPassword"), tabIndex: 0 };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate className={classes.form}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <p>{t("for", { email })}</p>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Person form={form} asks={asks} />
      <Place form={form} asks={asks} token={token} />
      <PasswordInput
        label={t("password")}
        description={t("passwordHint", { min: passwordLengthMin, max: passwordLengthMax })}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("password")}
      />
      <PasswordInput
        label={t("passwordAgain")}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("passwordAgain")}
      />
      {asks.termsUrl !== null && (
        <Checkbox
          label={
            <Trans t={t} i18nKey="terms">
              I agree to the <Anchor href={asks.termsUrl} target="_blank" rel="noreferrer" inherit />
            </Trans>
          }
          {...form.getInputProps("acceptsTerms", { type: "checkbox" })}
        />
      )}
      <Button type="submit" fullWidth loading={isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}

interface PartProps {
  readonly form: Form;
  readonly asks: SignUpFormFieldsFragment;
}

function Person({ form, asks }: PartProps) {
  const { t } = useTranslation("sign-up");
  return (
    <>
      <TextInput
        label={t("firstName")}
        autoComplete="given-name"
        required
        autoFocus
        maxLength={nameLengthMax}
        {...form.getInputProps("firstName")}
      />
      <TextInput
        label={t("lastName")}
        autoComplete="family-name"
        required
        maxLength={nameLengthMax}
        {...form.getInputProps("lastName")}
      />
      {asks.company !== "OFF" && (
        <TextInput
          label={t("company")}
          autoComplete="organization"
          required={asks.company === "REQUIRED"}
          maxLength={nameLengthMax}
          {...form.getInputProps("company")}
        />
      )}
      {asks.phone !== "OFF" && (
        <TextInput
          label={t("phone")}
          type="tel"
          autoComplete="tel"
          required={asks.phone === "REQUIRED"}
          {...form.getInputProps("phone")}
        />
      )}
    </>
  );
}

/** The country decides what else is asked for, in which order and by which names. */
function Place({ form, asks, token }: PartProps & { readonly token: string }) {
  const { t } = useTranslation("sign-up");
  const locale = useLocale();
  const { country, address } = form.values;
  const rule = taxNumberRule(country, kindOf(form.values));
  const shape = addressForm(country);
  const { onTyped, outcome } = useFilledAddress(form, token);
  const isBegun = addressFields.some((name) => address[name].trim() !== "");
  const isNeeded = asks.address === "REQUIRED" || isBegun;
  return (
    <>
      <Select
        label={t("country")}
        data={[...countriesIn(locale)]}
        searchable
        allowDeselect={false}
        required
        comboboxProps={{ keepMounted: false }}
        nothingFoundMessage={t("noCountry")}
        {...form.getInputProps("country")}
      />
      {rule !== null && (
        <TextInput
          label={rule.label}
          placeholder={rule.example}
          required={rule.isRequired}
          autoComplete="off"
          {...form.getInputProps("taxNumber")}
        />
      )}
      {asks.address !== "OFF" &&
        country !== "" &&
        shape.fields.map((name) => (
          <TextInput
            key={name}
            label={shape.label(name, locale).local ?? t(`address.${name}`)}
            autoComplete={autoCompleteOf[name]}
            required={isNeeded && shape.required.includes(name)}
            {...form.getInputProps(`address.${name}`)}
            {...(name === "postalCode" && {
              placeholder: shape.example ?? undefined,
              description: outcome === null || outcome === "FOUND" ? undefined : t(`postalCode.${outcome}`),
              inputWrapperOrder: ["label", "input", "description", "error"],
              onChange: (event: ChangeEvent<HTMLInputElement>) => {
                form.getInputProps("address.postalCode").onChange(event);
                void onTyped(event.currentTarget.value);
              },
            })}
          />
        ))}
    </>
  );
}

/** Whoever holds the link may ask where a postal code is; the form goes on without an answer. */
function useFilledAddress(form: Form, token: string) {
  const client = useApolloClient();
  const { country, address } = form.values;
  return usePostalCode({
    country,
    postalCode: address.postalCode,
    at: (name) => form.getInputProps(`address.${name}`),
    ask: async (of) => {
      const variables = { token, ...of };
      const { data } = await client.query({ query: SignUpPostalCodeDocument, variables, fetchPolicy: "no-cache" });
      return data?.signUpPostalCode ?? { outcome: "UNAVAILABLE", place: null };
    },
  });
}

const autoCompleteOf: Readonly<Record<AddressField, string>> = {
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  region: "address-level1",
  postalCode: "postal-code",
};

function kindOf({ company }: Pick<Values, "company">) {
  return company.trim() === "" ? "INDIVIDUAL" : "BUSINESS";
}

/** What is on the page and no more: what was typed for another country, or for a company, is not sent where nobody sees it. */
function inputOf(values: Values, asks: SignUpFormFieldsFragment) {
  const { firstName, lastName, company, phone, country, password, passwordAgain } = values;
  const shown = addressForm(country).fields;
  const part = (name: AddressField): string => (shown.includes(name) ? values.address[name] : "");
  const hasAddress = asks.address !== "OFF" && addressFields.some((name) => part(name).trim() !== "");
  const hasTaxNumber = taxNumberRule(country, kindOf(values)) !== null;
  return {
    firstName,
    lastName,
    country,
    password,
    passwordAgain,
    company: orNull(company),
    phone: orNull(phone),
    taxNumber: hasTaxNumber ? orNull(values.taxNumber) : null,
    address: hasAddress
      ? {
          line1: part("line1"),
          line2: orNull(part("line2")),
          city: part("city"),
          region: orNull(part("region")),
          postalCode: orNull(part("postalCode")),
          country,
        }
      : null,
    acceptsTerms: values.acceptsTerms,
  };
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
