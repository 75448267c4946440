import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { choice } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./Developers.module.css";

const pages = {
  programs: path.developers,
  webhooks: path.webhooks,
  limits: path.apiLimits,
  changes: path.apiChanges,
} as const;

interface DeveloperPageProps {
  readonly page: keyof typeof pages;
  readonly title: string;
  readonly description: string;
  /** Says what a button makes anew, in the dialog `new` of the page's address. */
  readonly deed?: string;
  readonly children: ReactNode;
}

/** A page for who programs against the API, with the way to the others. */
export function DeveloperPage({ page, title, description, deed, children }: DeveloperPageProps) {
  const { t } = useTranslation("developers");
  const { key } = useViewer().reseller;
  return (
    <Permitted by="api_key.view" title={title}>
      <PageHeader
        title={title}
        description={description}
        {...(deed !== undefined && { actions: <NewButton deed={deed} /> })}
      >
        <nav className={classes.pages} aria-label={t("pages.label")}>
          {(Object.keys(pages) as (keyof typeof pages)[]).map((each) => (
            <AppLink key={each} href={pages[each](key)} aria-current={each === page ? "page" : undefined}>
              {t(`pages.${each}`)}
            </AppLink>
          ))}
          <a href="/graphiql" target="_blank" rel="noreferrer">
            {t("pages.explorer")}
          </a>
        </nav>
      </PageHeader>
      <div className={classes.page}>{children}</div>
    </Permitted>
  );
}

const place = z.object({ dialog: choice(["", "new"], "") });

function NewButton({ deed }: { deed: string }) {
  const can = useCan("api_key.manage");
  const [, setPlace] = useUrlState(place);
  return (
    <ReasonedButton
      disabledReason={can.isAllowed ? null : can.reason}
      onClick={() => setPlace({ dialog: "new" }, { push: true })}
    >
      {deed}
    </ReasonedButton>
  );
}
