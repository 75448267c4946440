import { Button, TextInput } from "@mantine/core";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useViewer, type ViewerValue } from "../../api/viewer.tsx";
import { useShortcut } from "../../navigation/shortcuts.tsx";
import { useActing } from "../../navigation/use-acting.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { ReservationCountdown } from "../../ui/ReservationCountdown.tsx";
import classes from "./ActingBanner.module.css";

export type Acting = NonNullable<ViewerValue["onBehalfOf"]>;

interface ActingBannerProps {
  readonly acting: Acting;
  /** Its time is over. */
  readonly onOver: () => void;
}

/** On every page of the portal while staff are in a person's place: who as whom, whether they may change anything, and for how long. */
export function ActingBanner({ acting, onOver }: ActingBannerProps) {
  const { t } = useTranslation("portal");
  const { user } = useViewer();
  const [isAsking, setAsking] = useState(false);
  const { leave, isBusy, problem } = useActing();
  const { name, isReadOnly, until } = acting;
  useShortcut("Escape Escape", t("acting.leave"), () => void leave());
  return (
    <aside className={classes.banner} aria-label={t("acting.label")}>
      <strong>{t(isReadOnly ? "acting.reads" : "acting.acts", { user: user.name, name })}</strong>
      {until !== null && (
        <ReservationCountdown
          expiresAt={until}
          serverOffsetMs={serverClock.offsetMs}
          onExpired={onOver}
          labels={{
            left: (clock) => t("acting.left", { clock }),
            fiveMinutes: t("acting.fiveMinutes"),
            oneMinute: t("acting.oneMinute"),
            expired: t("acting.over"),
          }}
        />
      )}
      <span className={classes.ways}>
        {isReadOnly && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t("acting.widen")}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          loading={isBusy}
          rightSection={<KeyHint keys="Esc Esc" />}
          onClick={() => void leave()}
        >
          {t("acting.leave")}
        </Button>
      </span>
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} />}
      {isAsking && <ReasonDialog acting={acting} onClose={() => setAsking(false)} />}
    </aside>
  );
}

function ReasonDialog({ acting: { id, name }, onClose }: { acting: Acting; onClose: () => void }) {
  const { t } = useTranslation(["portal", "shell"]);
  const [reason, setReason] = useState("");
  const { act, isBusy, problem } = useActing();
  return (
    <FormDialog
      title={t("acting.widenTitle", { name })}
      onClose={onClose}
      deed={t("acting.act")}
      disabledReason={reason.trim() === "" ? t("acting.needsReason") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void act(id, reason.trim())}
      labels={{
        close: t("close"),
        cancel: t("cancel"),
        notDone: t("notDone"),
        request: t("shell:failed.requestId"),
      }}
    >
      <p>{t("acting.widenText")}</p>
      <TextInput
        label={t("acting.reason")}
        description={t("acting.reasonHint")}
        maxLength={textLengthMax}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
