import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { DataGrid, type DataGridProps } from "./DataGrid.tsx";
import { phonePlaces, type GridColumn } from "./grid-column.ts";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly balance: string;
}

const people: readonly Person[] = [
  { id: "123", name: "John Smith", balance: "£0.00" },
  { id: "341", name: "Doe & Sons", balance: "−£18.00" },
  { id: "388", name: "Élodie Marchand", balance: "£6.00" },
];

const columns: readonly GridColumn<Person>[] = [
  { key: "name", header: "Name", cell: (person) => person.name, isPrimary: true, sortKey: "NAME" },
  { key: "id", header: "ID", cell: (person) => person.id, hideOnPhone: true },
  { key: "balance", header: "Balance", cell: (person) => person.balance, align: "end" },
];

function draw(props: Partial<DataGridProps<Person>> = {}) {
  return render(
    <MantineProvider>
      <DataGrid
        columns={columns}
        rows={people}
        rowKey={(person) => person.id}
        rowHref={(person) => `/customers/${person.id}`}
        renderLink={(link) => <a {...link} />}
        empty={<p>No customers yet</p>}
        caption="Customers"
        labels={{ more: "Load more", loading: "Loading" }}
        {...props}
      />
    </MantineProvider>,
  );
}

test("every row is a real link, counted for those who can't see the table", () => {
  draw({ total: 38, hasMore: true });
  const table = screen.getByRole("table", { name: "Customers" });
  expect(table).toHaveAttribute("aria-rowcount", "39");
  expect(screen.getByRole("link", { name: "Doe & Sons" })).toHaveAttribute("href", "/customers/341");
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => row.getAttribute("aria-rowindex"))).toEqual(["1", "2", "3", "4"]);
});

test("j and k walk the rows and stop at the ends", async () => {
  const user = userEvent.setup();
  draw();
  await user.tab();
  await user.tab();
  expect(screen.getByRole("link", { name: "Doe & Sons" })).toHaveFocus();
  await user.keyboard("jj");
  expect(screen.getByRole("link", { name: "Élodie Marchand" })).toHaveFocus();
  await user.keyboard("kkk");
  expect(screen.getByRole("link", { name: "John Smith" })).toHaveFocus();
});

test("a click beside the link opens the row once", async () => {
  const user = userEvent.setup();
  const onRowOpen = vi.fn<(person: Person) => void>();
  render(
    <MantineProvider>
      <DataGrid
        columns={columns}
        rows={people}
        rowKey={(person) => person.id}
        onRowOpen={onRowOpen}
        empty={null}
        caption="Customers"
        labels={{ more: "Load more", loading: "Loading" }}
      />
    </MantineProvider>,
  );
  await user.click(screen.getByText("£6.00"));
  expect(onRowOpen.mock.calls).toEqual([[people[2]]]);
  await user.click(screen.getByRole("button", { name: "John Smith" }));
  expect(onRowOpen).toHaveBeenCalledTimes(2);
});

test("an empty list says so; one that is being fetched does not", () => {
  draw({ rows: [] });
  expect(screen.getByText("No customers yet")).toBeVisible();
  draw({ rows: [], isLoading: true });
  expect(screen.getByRole("table")).toHaveAttribute("aria-busy", "true");
});

test("sorting turns round and is told in the header", async () => {
  const user = userEvent.setup();
  const onSort = vi.fn<(sort: object) => void>();
  draw({ sort: { key: "NAME", direction: "ascending" }, onSort });
  expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await user.click(screen.getByRole("button", { name: "Name" }));
  expect(onSort.mock.calls).toEqual([[{ key: "NAME", direction: "descending" }]]);
});

test("x ticks the row with the focus, the header ticks all", async () => {
  const user = userEvent.setup();
  draw({ rows: [] });
  function Ticking() {
    const [selected, onChange] = useState<ReadonlySet<string>>(new Set());
    const labels = { all: "Select all", row: (person: Person) => `Select ${person.name}` };
    return (
      <MantineProvider>
        <DataGrid
          columns={columns}
          rows={people}
          rowKey={(person) => person.id}
          onRowOpen={() => undefined}
          empty={null}
          caption="Ticked"
          labels={{ more: "Load more", loading: "Loading" }}
          selection={{ selected, onChange, labels }}
        />
      </MantineProvider>
    );
  }
  render(<Ticking />);
  screen.getByRole("button", { name: "Doe & Sons" }).focus();
  await user.keyboard("x");
  expect(screen.getByRole("checkbox", { name: "Select Doe & Sons" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Select John Smith" })).not.toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: "Select all" }));
  expect(screen.getByRole("checkbox", { name: "Select John Smith" })).toBeChecked();
});

test("a card has the name, a number beside it and two words below; the rest stays away", () => {
  const places = phonePlaces<Person>([
    ...columns,
    { key: "state", header: "State", cell: () => "Active" },
    { key: "phone", header: "Phone", cell: () => "+44" },
    { key: "extra", header: "Extra", cell: () => "?" },
  ]);
  expect([...places]).toEqual([
    ["name", "title"],
    ["balance", "topEnd"],
    ["state", "start"],
    ["phone", "end"],
  ]);
});
