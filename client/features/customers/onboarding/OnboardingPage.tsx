import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NotFound } from "../../../navigation/NotFound.tsx";
import { path } from "../../../navigation/path.ts";
import { Permitted } from "../../../navigation/Permitted.tsx";
import { QueryState } from "../../../navigation/QueryState.tsx";
import { useGo, useParam, useReseller } from "../../../navigation/use-place.ts";
import { OnboardingDocument } from "./onboarding.generated.ts";
import { Wizard } from "./Wizard.tsx";

/** `/onboarding/new/customer` begins one; its address is its own as soon as anything was typed. */
export function OnboardingPage() {
  const { t } = useTranslation("onboarding");
  return (
    <Permitted by="customer.create" title={t("title")}>
      <Place />
    </Permitted>
  );
}

function Place() {
  const id = useParam("onboarding");
  const step = useParam("step");
  const [made, setMade] = useState<string | null>(null);
  const go = useGo();
  const reseller = useReseller();
  if (id !== "new" && id !== made) return <Kept key={id} id={id} />;
  const begun = (of: string): void => {
    setMade(of);
    go(path.onboarding(reseller, of, step), { replace: true });
  };
  return <Wizard initial={null} onMade={begun} />;
}

function Kept({ id }: { readonly id: string }) {
  const result = useQuery(OnboardingDocument, { variables: { id }, fetchPolicy: "network-only" });
  return (
    <QueryState result={result}>
      {({ onboarding }) =>
        onboarding === null ? <NotFound /> : <Wizard initial={onboarding} onMade={() => undefined} />
      }
    </QueryState>
  );
}
