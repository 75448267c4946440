import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { logoBytesMax } from "@tierline/shared/brand.ts";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BrandScheme } from "../../api/generated/schema.ts";
import { useSend } from "../../api/use-send.ts";
import { SetBrandLogoDocument } from "./brand.generated.ts";
import classes from "./Brand.module.css";

interface LogoFieldProps {
  readonly scheme: BrandScheme;
  /** A data URL. */
  readonly logo: string | null;
  readonly onChanged: () => Promise<unknown>;
}

/** A logo is kept in the draft as soon as it is chosen. */
export function LogoField({ scheme, logo, onChanged }: LogoFieldProps) {
  const { t } = useTranslation("brand");
  const { send, isBusy, problem } = useSend();
  const [setLogo] = useMutation(SetBrandLogoDocument);
  const file = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const keep = async (png: string | null): Promise<void> => {
    const input = { scheme, png };
    const isDone = await send(async () => (await setLogo({ variables: { input } })).data?.setBrandLogo.userErrors);
    if (isDone) await onChanged();
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const isLong = chosen.size > logoBytesMax;
    if (isLong) {
      await send(async () => [
        { code: "TOO_LONG", message: t("logo.tooLong", { max: logoBytesMax / 1_000 }), path: null },
      ]);
      return;
    }
    await keep(await base64Of(chosen));
  };
  return (
    <div role="group" aria-labelledby={labelId} className={classes.logo}>
      <span id={labelId} className={classes.label}>
        {t(`logo.${scheme}`)}
      </span>
      <div className={classes.logoBox} data-scheme={scheme}>
        {logo === null ? <span>{t("logo.none")}</span> : <img src={logo} alt={t(`logo.${scheme}`)} />}
      </div>
      <div className={classes.logoDeeds}>
        <input
          ref={file}
          type="file"
          accept="image/png"
          hidden
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        <Button variant="default" size="xs" loading={isBusy} onClick={() => file.current?.click()}>
          {t("logo.choose")}
        </Button>
        {logo !== null && (
          <Button variant="subtle" size="xs" onClick={() => void keep(null)}>
            {t("logo.remove")}
          </Button>
        )}
      </div>
      <p
        className={classes.hint}
        role={problem === null ? undefined : "alert"}
        data-bad={problem !== null || undefined}
      >
        {problem?.message ?? t("logo.hint", { max: logoBytesMax / 1_000 })}
      </p>
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
