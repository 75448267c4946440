import type { Page } from "@playwright/test";

export interface Spent {
  readonly clicks: number;
  readonly entries: number;
  readonly screens: number;
}

/**
 * Counts what a person does: a click is a pointer activation, an entry a typed or scanned value (a burst of keys into one
 * field), a screen a change to another page. Counted in the page itself, so that no step of a test can be forgotten.
 */
export async function countEffort(page: Page): Promise<{ spent(): Promise<Spent> }> {
  await page.addInitScript(() => {
    const key = "effort";
    const read = (): { clicks: number; entries: number; screens: number } =>
      JSON.parse(sessionStorage.getItem(key) ?? '{"clicks":0,"entries":0,"screens":0}');
    const add = (what: "clicks" | "entries" | "screens"): void => {
      const spent = read();
      spent[what] += 1;
      sessionStorage.setItem(key, JSON.stringify(spent));
    };
    let field: EventTarget | null = null;
    window.addEventListener("pointerdown", (event) => event.isTrusted && add("clicks"), true);
    window.addEventListener(
      "input",
      (event) => {
        if (!event.isTrusted || event.target === field) return;
        // A choice is a click, or a key; nothing is typed into it.
        if (event.target instanceof HTMLInputElement && ["radio", "checkbox"].includes(event.target.type)) return;
        field = event.target;
        add("entries");
      },
      true,
    );
    window.addEventListener("focusin", (event) => {
      if (event.target !== field) field = null;
    });
    const noteScreen = (before: string): void => {
      if (new URL(before, location.href).pathname !== location.pathname) add("screens");
    };
    for (const name of ["pushState", "replaceState"] as const) {
      const original = history[name].bind(history);
      history[name] = (...parameters) => {
        const before = location.href;
        original(...parameters);
        // The run takes the place of the page that confirmed it: the same screen goes on.
        if (name === "pushState") noteScreen(before);
      };
    }
  });
  return {
    spent: () =>
      page.evaluate(() => JSON.parse(sessionStorage.getItem("effort") ?? '{"clicks":0,"entries":0,"screens":0}')),
  };
}
