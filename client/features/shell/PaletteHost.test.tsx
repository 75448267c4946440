import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { useShortcut } from "../../navigation/shortcuts.tsx";
import { renderPage } from "../../testkit/render-page.tsx";
import { openPalette, PaletteHost } from "./PaletteHost.tsx";

test("what is typed while the palette is being fetched is the palette's, not the page's single keys", async () => {
  const addService = vi.fn<() => void>();
  function Page() {
    useShortcut("a", "Add service", addService);
    useShortcut("mod+k", "Search", openPalette);
    return (
      <>
        <h1>Page</h1>
        <PaletteHost />
      </>
    );
  }
  await renderPage(<Page />, { operations: { PaletteSearch: { search: { nodes: [] } } } });
  await screen.findByRole("heading", { name: "Page" });
  await userEvent.keyboard("{Control>}k{/Control}ann{Backspace}na");
  expect(await screen.findByRole("combobox", { name: "Search" })).toHaveValue("anna");
  expect(addService).not.toHaveBeenCalled();
});
