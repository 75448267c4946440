import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../ui/SearchField.tsx";
import classes from "./Resellers.module.css";
import { useRemark } from "./use-remark.ts";
import { byServiceType, type Sellable } from "./use-sellable.ts";

interface SellableFieldsProps {
  readonly sellable: readonly Sellable[];
  /** Ids of what it may sell. */
  readonly ticked: readonly string[];
  readonly onChange: (ticked: readonly string[]) => void;
}

/** What is sold above, by kind of service, to be ticked; a search shows less of it and forgets no tick. */
export function SellableFields({ sellable, ticked, onChange }: SellableFieldsProps) {
  const { t } = useTranslation(["resellers", "words"]);
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const shown = sellable.filter(
    ({ offering: { name, slug } }) => name.toLowerCase().includes(wanted) || slug.includes(wanted),
  );
  const isTicked = new Set(ticked);
  const set = (ids: readonly string[], isOn: boolean): void =>
    onChange(isOn ? [...new Set([...ticked, ...ids])] : ticked.filter((each) => !ids.includes(each)));
  const shownIds = shown.map(({ offering }) => offering.id);
  return (
    <>
      <div className={classes.belowHead}>
        <SearchField
          className={classes.search ?? ""}
          label={t("sells.search")}
          placeholder={t("sells.placeholder")}
          clearLabel={t("list.clear")}
          value={search}
          onChange={setSearch}
        />
        <span className={classes.dim}>{t("sells.ticked", { count: ticked.length, total: sellable.length })}</span>
        <Button.Group>
          <Button variant="default" size="xs" onClick={() => set(shownIds, true)}>
            {t("sells.tickAll")}
          </Button>
          <Button variant="default" size="xs" onClick={() => set(shownIds, false)}>
            {t("sells.tickNone")}
          </Button>
        </Button.Group>
      </div>
      {shown.length === 0 && <p className={classes.dim}>{t("sells.noMatch")}</p>}
      <div className={classes.groups}>
        {byServiceType(shown).map(({ type, of }) => (
          <fieldset key={type} className={classes.group}>
            <legend>{t(`words:serviceType.${type}`)}</legend>
            {of.map(({ offering }) => (
              <Tick
                key={offering.id}
                offering={offering}
                isTicked={isTicked.has(offering.id)}
                onChange={(isOn) => set([offering.id], isOn)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

interface TickProps {
  readonly offering: Sellable["offering"];
  readonly isTicked: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ offering, isTicked, onChange }: TickProps) {
  const remark = useRemark(offering);
  return (
    <Checkbox
      mt={6}
      size="xs"
      label={offering.name}
      checked={isTicked}
      {...(remark !== null && { description: remark })}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
