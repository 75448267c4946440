import { useEffect, type ReactNode } from "react";
import { pageBrand, pageName } from "../../theme/brand.ts";
import { BrandMark } from "../../ui/BrandMark.tsx";
import { Logo } from "../../ui/Logo.tsx";
import classes from "./SignInPage.module.css";

/** What a page looks like before anybody is signed in. */
export function Door({ title, children, below }: { title: string; children: ReactNode; below?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${pageName}`;
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        {pageBrand === null ? <Logo /> : <BrandMark brand={pageBrand} />}
        <span>{pageName}</span>
      </div>
      <section className={classes.panel}>
        <h1>{title}</h1>
        {children}
      </section>
      {below}
    </main>
  );
}
