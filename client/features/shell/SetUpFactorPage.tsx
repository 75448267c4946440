import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ViewerDocument } from "../../api/viewer.generated.ts";
import { useViewer } from "../../api/viewer.tsx";
import { OwnFactors } from "../../navigation/OwnFactors.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import classes from "./SetUpFactorPage.module.css";

/** In the place of every page until who must have a second factor has one. */
export function SetUpFactorPage() {
  const { t } = useTranslation(["shell", "words"]);
  const { user } = useViewer();
  const client = useApolloClient();
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("setUpFactor.title")}
        description={t("setUpFactor.text", { role: t(`words:role.${user.role}`) })}
      />
      <OwnFactors onChanged={() => void client.refetchQueries({ include: [ViewerDocument] })} />
    </div>
  );
}
