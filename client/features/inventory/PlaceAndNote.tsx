import { useMutation } from "@apollo/client/react";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { UpdateItemDocument, type ItemViewFragment } from "./item.generated.ts";
import classes from "./ItemPage.module.css";
import { useSend } from "../../api/use-send.ts";

/** Where it lies and what one should know of it (OX10); fields for those who may change them. */
export function PlaceAndNote({ item }: { item: ItemViewFragment }) {
  const { t } = useTranslation("inventory");
  const canEdit = useCan("inventory.edit").isAllowed;
  return (
    <Panel title={t("placeAndNote")}>
      {canEdit ? (
        // Begins anew when somebody else has changed it, so that nothing is saved over what was never read.
        <Fields key={`${item.location} ${item.note}`} item={item} />
      ) : (
        <Facts
          items={[
            { key: "location", label: t("location"), value: item.location ?? "–" },
            { key: "note", label: t("note"), value: item.note ?? "–" },
          ]}
        />
      )}
    </Panel>
  );
}

function Fields({ item }: { item: ItemViewFragment }) {
  const { t } = useTranslation("inventory");
  const [location, setLocation] = useState(item.location ?? "");
  const [note, setNote] = useState(item.note ?? "");
  const { send, isBusy, problem } = useSend();
  const [update] = useMutation(UpdateItemDocument);
  const isChanged = location !== (item.location ?? "") || note !== (item.note ?? "");

  function save(event: FormEvent): void {
    event.preventDefault();
    const input = {
      id: item.id,
      version: item.version,
      location: location.trim() || null,
      note: note.trim() || null,
    };
    void send(async () => (await update({ variables: { input } })).data?.updateInventoryItem.userErrors);
  }

  return (
    <form className={classes.fields} onSubmit={save}>
      <TextInput
        label={t("location")}
        autoComplete="off"
        value={location}
        onChange={(event) => setLocation(event.currentTarget.value)}
      />
      <Textarea
        label={t("note")}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      {isChanged && (
        <div className={classes.end}>
          <Button type="submit" size="xs" loading={isBusy}>
            {t("save")}
          </Button>
        </div>
      )}
    </form>
  );
}
