import { Observable, type ApolloLink } from "@apollo/client";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { Palette } from "./Palette.tsx";

beforeEach(() => localStorage.clear());

function Opened({ onClose = () => undefined }: { onClose?: () => void }) {
  const [text, setText] = useState("");
  return <Palette text={text} onText={setText} onClose={onClose} />;
}

type Found = readonly (readonly [kind: string, id: string, title: string, below?: readonly string[]])[];

function answerOf(found: Found) {
  return {
    search: {
      __typename: "SearchConnection",
      nodes: found.map(([kind, id, title, below = []]) => ({
        __typename: "SearchHit",
        title,
        detail: "",
        matched: null,
        node: {
          __typename: kind,
          id,
          tierPath: ["acme", ...below].map((key) => ({ __typename: "TierNode", id: `rsl_${key}`, key, name: key })),
        },
      })),
    },
  };
}

/** Answers that come when the test says so. */
function heldAnswers() {
  const waiting = new Map<string, (found: Found) => void>();
  const search = ({ text }: Record<string, unknown>) =>
    new Observable<ApolloLink.Result>((observer) => {
      waiting.set(String(text), (found) => {
        observer.next({ data: answerOf(found) });
        observer.complete();
      });
    });
  return {
    search,
    async asked(text: string): Promise<void> {
      await vi.waitFor(() => expect([...waiting.keys()]).toContain(text));
    },
    async answer(text: string, found: Found): Promise<void> {
      await act(async () => waiting.get(text)?.(found));
    },
  };
}

const options = (): string[] => screen.queryAllByRole("option").map((each) => each.textContent ?? "");

test("an answer that was overtaken is not shown", async () => {
  const { search, asked, answer } = heldAnswers();
  await renderPage(<Opened />, { operations: { PaletteSearch: search } });
  const field = await screen.findByRole("combobox", { name: "Search" });
  await userEvent.type(field, "sm");
  await asked("sm");
  await userEvent.type(field, "ith");
  await asked("smith");
  await answer("smith", [["Customer", "cus_1", "John Smith"]]);
  await answer("sm", [["Customer", "cus_2", "Smilla Olsen"]]);
  expect(options()).toEqual(["John Smith"]);
});

test("Enter typed before the answer opens the first of what was meant, not what is still listed", async () => {
  const { search, asked, answer } = heldAnswers();
  const onClose = vi.fn<() => void>();
  const page = await renderPage(<Opened onClose={onClose} />, { operations: { PaletteSearch: search } });
  const field = await screen.findByRole("combobox", { name: "Search" });
  await userEvent.type(field, "900");
  await asked("900");
  await answer("900", [["Customer", "cus_9", "Somebody else"]]);
  await userEvent.type(field, "123{Enter}");
  expect(onClose).not.toHaveBeenCalled();
  await asked("900123");
  await answer("900123", [["Customer", "cus_1", "John Smith"]]);
  expect(page.address()).toBe("/r/acme/customers/cus_1");
  expect(onClose).toHaveBeenCalledOnce();
});

test("U23: what is found below says whose it is, one's own does not", async () => {
  await renderPage(<Opened />, {
    operations: {
      PaletteSearch: answerOf([
        ["Customer", "cus_1", "John Smith", ["north", "leaf"]],
        ["Customer", "cus_2", "John Brown"],
      ]),
    },
  });
  await userEvent.type(await screen.findByRole("combobox", { name: "Search" }), "john");
  await screen.findByRole("option", { name: /John Smith/ });
  expect(options()).toEqual(["John Smithnorth › leaf", "John Brown"]);
});

test("kinds stand together under one heading, the best hit's kind first", async () => {
  await renderPage(<Opened />, {
    operations: {
      PaletteSearch: answerOf([
        ["Service", "svc_1", "Mobile +44 7700 900123"],
        ["Customer", "cus_1", "John Smith"],
        ["Service", "svc_2", "Fibre 100"],
      ]),
    },
  });
  await userEvent.type(await screen.findByRole("combobox", { name: "Search" }), "900123");
  await screen.findByRole("option", { name: "John Smith" });
  const list = screen.getByRole("listbox");
  expect(
    within(list)
      .getAllByRole("presentation")
      .map((each) => each.textContent),
  ).toEqual(["Services", "Customers"]);
  expect(options()).toEqual(["Mobile +44 7700 900123", "Fibre 100", "John Smith"]);
});

test("arrows and Enter are enough, and where one went comes first the next time", async () => {
  const page = await renderPage(<Opened />, {});
  const field = await screen.findByRole("combobox", { name: "Search" });
  expect(options().slice(0, 3)).toEqual(["Add service", "New customer", "Home"]);
  await userEvent.type(field, "{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
  expect(page.address()).toBe("/r/acme/customers/new");
  page.unmount();
  await renderPage(<Opened />, {});
  await screen.findByRole("combobox", { name: "Search" });
  expect(options()[0]).toBe("New customer");
});

test("whoever holds nothing is offered neither actions nor pages that are not theirs, and nothing is asked for them", async () => {
  const page = await renderPage(<Opened />, { role: "MEMBER" });
  await userEvent.type(await screen.findByRole("combobox", { name: "Search" }), "a");
  expect(options()).toEqual(["My account"]);
  expect(page.sent).toEqual([]);
});

test.each([
  ["assin", ["New customer", "Customers"]],
  ["franquia", ["Included minutes"]],
  ["pré-pago", ["New customer", "Customers"]],
  ["forfait", ["Catalog", "Rates", "Included minutes"]],
  ["abonné", ["New customer", "Customers"]],
  ["NUMEROS", ["Numbers"]],
])("B4: whoever types %s, as other systems say, is offered the page that does it", async (typed, titles) => {
  const held = heldAnswers();
  await renderPage(<Opened />, { role: "RESELLER_OWNER", operations: { PaletteSearch: held.search } });
  await userEvent.type(await screen.findByRole("combobox", { name: "Search" }), typed);
  await vi.waitFor(() => expect(options()).toEqual(titles));
});
