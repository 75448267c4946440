import { useQuery } from "@apollo/client/react";
import { Autocomplete } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { PeopleToContactDocument } from "./customer-people.generated.ts";

interface EmailFieldProps {
  readonly field: GetInputPropsReturnType;
  readonly name: GetInputPropsReturnType;
}

const lettersMin = 2;
const offeredMax = 8;
/** Enough to tell an address from a word that is searched for; the server decides. */
const address = /^([^\s@]+)@[^\s@]+[.][^\s@]+$/;

/** Any e-mail; typing finds the reseller's own people, and Enter takes an address as it is (MX4). */
export function EmailField({ field, name }: EmailFieldProps) {
  const { t } = useTranslation("customers");
  const typed = String(field.value ?? "");
  const [search] = useDebouncedValue(typed.trim(), searchDebounceMs);
  const { id: resellerId } = useViewer().reseller;
  const isFindable = useCan("user.view").isAllowed && search.length >= lettersMin;
  const { data } = useQuery(PeopleToContactDocument, {
    variables: { search, resellerId, first: offeredMax },
    skip: !isFindable,
  });
  const people = isFindable ? (data?.users.nodes ?? []) : [];
  const fillName = (text: string): void => {
    if (String(name.value ?? "").trim() === "") name.onChange(text);
  };
  const takeAddress = ({ key }: KeyboardEvent): void => {
    const [, person] = (key === "Enter" && address.exec(typed.trim())) || [];
    if (person !== undefined) fillName(person);
  };
  return (
    <Autocomplete
      label={t("field.email")}
      type="email"
      autoComplete="off"
      data={people.map(({ email }) => email)}
      filter={({ options }) => options}
      renderOption={({ option }) => labelOf(people, option.value)}
      onOptionSubmit={(email) => fillName(people.find((person) => person.email === email)?.name ?? "")}
      onKeyDown={takeAddress}
      comboboxProps={{ keepMounted: false }}
      {...field}
    />
  );
}

function labelOf(people: readonly { readonly name: string; readonly email: string }[], email: string): string {
  const person = people.find((each) => each.email === email);
  return person === undefined ? email : `${person.name} · ${email}`;
}
