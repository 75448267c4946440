import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { PlaybookPage } from "./PlaybookPage.tsx";

const route = "/r/$reseller/playbooks/$key";
const at = "/r/acme/playbooks/mobile-20gb";

const documents = ["key: mobile-20gb\ntitle: Mobile\ntasks: []", "key: mobile-20gb\ntitle: Mobile, 20 GB\ntasks: []"];
const task = {
  key: "ocs",
  title: "Configure OCS account",
  detail: null,
  kind: "EXTERNAL",
  needs: [],
  ignoresErrors: false,
  deadlineSeconds: 300,
};
const withType = { __typename: "PlannedTask", ...task };

function version(number: number, document: string, createdBy = "Olivia Grant") {
  return {
    __typename: "PlaybookVersion",
    id: `pbv_${number}`,
    version: number,
    document,
    format: "YAML",
    createdAt: "2026-11-20T12:00:00.000Z",
    createdBy,
    note: null,
    tasks: [withType],
  };
}

function playbook(versions: readonly ReturnType<typeof version>[]) {
  return {
    __typename: "Playbook",
    id: "pbk_1",
    key: "mobile-20gb",
    title: "Mobile, 20 GB",
    description: "",
    latestVersion: versions.length,
    offeringCount: 1,
    versions,
  };
}

const two = playbook([version(1, documents[0]!), version(2, documents[1]!)]);
const problem = { message: "There is no action ocs.create.", path: "tasks.0.action", line: 3, column: 1 };

async function shown(options: RenderOptions = {}) {
  const page = await renderPage(<PlaybookPage />, {
    route,
    at,
    role: "OPERATOR",
    ...options,
    operations: {
      PlaybookPage: { playbook: two },
      PlaybookLanguage: { playbookLanguage: { actions: [], variables: [], jsonSchema: "{}" } },
      ValidatePlaybook: { validatePlaybook: { problems: [], tasks: [withType], userErrors: [] } },
      ...options.operations,
    },
  });
  const editor = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Document" });
  const write = (value: string) => fireEvent.change(editor, { target: { value } });
  return { page, editor, write, user: userEvent.setup() };
}

test("what is written is checked after a pause; each problem leads to its line", async () => {
  const { page, editor, write, user } = await shown({
    operations: { ValidatePlaybook: { validatePlaybook: { problems: [problem], tasks: [], userErrors: [] } } },
  });
  write(`${documents[1]!}\n`);
  const problems = await screen.findByRole("list", { name: "Problems" });
  expect(within(problems).getByText(/There is no action ocs.create/)).toBeInTheDocument();
  expect(page.sent.filter(({ name }) => name === "ValidatePlaybook")).toHaveLength(1);
  await user.click(within(problems).getByRole("button", { name: "Line 3" }));
  expect(editor).toHaveFocus();
  expect(editor.value.slice(0, editor.selectionStart).split("\n")).toHaveLength(3);
  const save = screen.getByRole("button", { name: "Save version 3" });
  expect(save).toHaveAccessibleDescription("Solve the problem first.");
});

test("a valid text becomes the next version, on top of the one it was made from", async () => {
  const third = playbook([...two.versions, version(3, `${documents[1]!}\n`)]);
  const { page, write, user } = await shown({
    operations: { SavePlaybook: { savePlaybook: { playbook: third, problems: [], userErrors: [] } } },
  });
  write(`${documents[1]!}\n`);
  await screen.findByText("Valid");
  await user.type(screen.getByLabelText("What was changed and why (optional)"), "A line");
  await user.click(screen.getByRole("button", { name: "Save version 3" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Save version/ })).not.toBeInTheDocument());
  expect(page.sent.find(({ name }) => name === "SavePlaybook")?.variables).toEqual({
    input: { key: "mobile-20gb", baseVersion: 2, format: "YAML", document: `${documents[1]!}\n`, note: "A line" },
  });
  expect(screen.getByRole("link", { name: "Version 3" })).toHaveAttribute("aria-current", "true");
});

test("a version that somebody saved meanwhile is shown, and what was written stays", async () => {
  let current = two;
  const mine = "key: mobile-20gb\ntitle: Mine\ntasks: []";
  const { page, editor, write, user } = await shown({
    operations: {
      PlaybookPage: () => ({ playbook: current }),
      SavePlaybook: () => {
        current = playbook([...two.versions, version(3, "key: mobile-20gb\ntitle: Theirs\ntasks: []", "Otto Other")]);
        const userErrors = [{ __typename: "RuleError", code: "STALE", message: "Changed since.", path: null }];
        return { savePlaybook: { playbook: null, problems: [], userErrors } };
      },
    },
  });
  write(mine);
  await screen.findByText("Valid");
  await user.click(screen.getByRole("button", { name: "Save version 3" }));
  expect(await screen.findByText("Otto Other saved version 3 meanwhile")).toBeInTheDocument();
  expect(editor.value).toBe(mine);
  const difference = screen.getByRole("region", { name: "From version 2 to 3" });
  expect(difference).toHaveTextContent("Added: title: Theirs");
  await user.click(screen.getByRole("button", { name: "Go on with mine, to become version 4" }));
  await user.click(await screen.findByRole("button", { name: "Save version 4" }));
  await waitFor(() =>
    expect(page.sent.findLast(({ name }) => name === "SavePlaybook")?.variables).toMatchObject({
      input: { baseVersion: 3, document: mine },
    }),
  );
});

test("Ctrl Enter saves from within the text, and the text is not left behind without a question", async () => {
  const third = playbook([...two.versions, version(3, `${documents[1]!}\n`)]);
  const { page, editor, write, user } = await shown({
    operations: { SavePlaybook: { savePlaybook: { playbook: third, problems: [], userErrors: [] } } },
  });
  write(`${documents[1]!}\n`);
  await screen.findByText("Valid");
  await user.click(screen.getByRole("link", { name: "Its runs" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave without saving?" });
  await user.click(within(dialog).getByRole("button", { name: "Stay" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(page.address()).toBe("/r/acme/playbooks/mobile-20gb");
  act(() => editor.focus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(page.sent.map(({ name }) => name)).toContain("SavePlaybook"));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Save version/ })).not.toBeInTheDocument());
  await user.click(screen.getByRole("link", { name: "Its runs" }));
  await waitFor(() => expect(page.address()).toBe("/r/acme/runs?playbook=mobile-20gb"));
});

test("an answer to an older text is not put over that to a newer one", async () => {
  const { write, page } = await shown({
    operations: {
      ValidatePlaybook: ({ input }: Record<string, unknown>) => {
        const isBad = (input as { document: string }).document.endsWith("bad");
        return { validatePlaybook: { problems: isBad ? [problem] : [], tasks: [withType], userErrors: [] } };
      },
    },
  });
  write(`${documents[1]!}bad`);
  write(`${documents[1]!}good`);
  expect(await screen.findByText("Valid")).toBeInTheDocument();
  expect(page.sent.filter(({ name }) => name === "ValidatePlaybook")).toHaveLength(1);
});

test("who may not edit can read, and is told why", async () => {
  const { editor } = await shown({ role: "RESELLER_OWNER" });
  expect(editor).toHaveAttribute("readonly");
  expect(screen.getByText(/You need the permission “Edit playbooks”/)).toBeInTheDocument();
});

test("an older version stands in the address, with what it changed", async () => {
  await renderPage(<PlaybookPage />, {
    route,
    at: "/r/acme/playbooks/mobile-20gb?version=2",
    role: "OPERATOR",
    operations: {
      PlaybookPage: { playbook: playbook([...two.versions, version(3, "x")]) },
      PlaybookLanguage: { playbookLanguage: { actions: [], variables: [], jsonSchema: "{}" } },
    },
  });
  const difference = await screen.findByRole("region", { name: "From version 1 to 2" });
  expect(difference).toHaveTextContent("Removed: title: Mobile");
  expect(difference).toHaveTextContent("Added: title: Mobile, 20 GB");
  expect(screen.getByRole("textbox", { name: "Document" })).toHaveAttribute("readonly");
});

test("Tab indents, and after Escape it leads out of the field", async () => {
  const { editor, user } = await shown();
  act(() => editor.focus());
  editor.setSelectionRange(0, 0);
  await user.keyboard("{Tab}");
  expect(editor.value.startsWith("  key:")).toBe(true);
  expect(editor).toHaveFocus();
  await user.keyboard("{Escape}{Tab}");
  expect(editor).not.toHaveFocus();
});
