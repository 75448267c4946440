import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Resellers.module.css";
import { ResellerParentsDocument, type ParentResellerFragment } from "./resellers.generated.ts";

interface ParentFieldProps {
  readonly chosen: ParentResellerFragment | null;
  readonly choices: readonly ParentResellerFragment[];
  readonly label: string;
  readonly error?: ReactNode;
  readonly onChoose: (parent: ParentResellerFragment) => void;
}

/** Only the active ones: nothing new comes below another. A tree of thousands is searched by the server. */
export function ParentField({ chosen, choices, label, error, onChoose }: ParentFieldProps) {
  const { t } = useTranslation("resellers");
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), searchDebounceMs);
  const isSearched = wanted !== "" && wanted !== chosen?.name;
  const { data, previousData } = useQuery(ResellerParentsDocument, {
    variables: { search: wanted, parentId: chosen?.id ?? null },
    skip: !isSearched,
  });
  const found = isSearched ? ((data ?? previousData)?.resellers.nodes ?? []) : choices;
  const listed = chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  return (
    <Select
      className={classes.wide ?? ""}
      label={label}
      description={t("field.parentHint")}
      required
      searchable
      allowDeselect={false}
      comboboxProps={{ keepMounted: false }}
      nothingFoundMessage={t("field.none")}
      filter={({ options }) => options}
      data={listed.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option }) => {
        const above = listed.find(({ id }) => id === option.value);
        return above === undefined ? option.label : above.tierPath.map(({ name }) => name).join(" › ");
      }}
      value={chosen?.id ?? null}
      error={error}
      onSearchChange={setSearch}
      onChange={(id) => {
        const above = listed.find((each) => each.id === id);
        if (above !== undefined) onChoose(above);
      }}
    />
  );
}
