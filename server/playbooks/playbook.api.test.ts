import { expect, test } from "vitest";
import { demoPlaybook, demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();

test("the language names every action with what it takes, and every variable", async () => {
  const answer = await world.graphql(
    "owner@acme.test",
    "{ playbookLanguage { actions { key kind inputSchema outputs hasUndo hasVerify } variables { key isSecret } jsonSchema } }",
  );
  expect(answer.errors).toBeUndefined();
  const { actions, variables, jsonSchema } = answer.data!["playbookLanguage"] as {
    actions: { key: string; inputSchema: string }[];
    variables: { key: string }[];
    jsonSchema: string;
  };
  expect(actions.map(({ key }) => key)).toContain("inventory.assign");
  for (const { inputSchema } of actions) expect(JSON.parse(inputSchema)).toMatchObject({ type: "object" });
  expect(variables.map(({ key }) => key)).toContain("customer.name");
  expect(JSON.parse(jsonSchema)).toMatchObject({ type: "object" });
});

test.each(demoPlaybooks.map(({ key, yaml }) => [key, yaml]))(
  "%s of the demo world speaks the server's language",
  async (_, yaml) => {
    const answer = await world.graphql(
      "ops@tierline.test",
      "mutation ($document: String!) { validatePlaybook(input: { format: YAML, document: $document }) { problems { message path line column } tasks { key kind } } }",
      { document: yaml },
    );
    expect(answer.data!["validatePlaybook"]).toMatchObject({ problems: [] });
  },
);

const save = `mutation ($input: SavePlaybookInput!) {
  savePlaybook(input: $input) {
    playbook { key latestVersion latest { version note createdBy tasks { key } } versions { version } }
    problems { message path line column }
    userErrors { code path }
  }
}`;
const document = demoPlaybook("mobile-20gb").yaml;

test("a playbook is saved in versions, and a save upon an older one is refused", async () => {
  const input = { key: "mobile-20gb", baseVersion: 0, format: "YAML", document, note: "First" };
  const first = await world.graphql("ops@tierline.test", save, { input });
  expect(first.data!["savePlaybook"]).toMatchObject({
    playbook: { latestVersion: 1, latest: { version: 1, note: "First", createdBy: "Olivia Grant" } },
    problems: [],
    userErrors: [],
  });
  const second = await world.graphql("ops@tierline.test", save, { input: { ...input, baseVersion: 1 } });
  expect(second.data!["savePlaybook"]).toMatchObject({ playbook: { versions: [{ version: 2 }, { version: 1 }] } });
  for (const baseVersion of [0, 1]) {
    const late = await world.graphql("ops@tierline.test", save, { input: { ...input, baseVersion } });
    expect(late.data!["savePlaybook"]).toEqual({
      playbook: null,
      problems: [],
      userErrors: [{ code: "STALE", path: ["baseVersion"] }],
    });
  }
  const versions = await world.database.rows<{ number: number }>("select number from playbook_version order by 1");
  expect(versions.map(({ number }) => number)).toEqual([1, 2]);
});

test("a document with mistakes is not saved, and each mistake is shown at its place", async () => {
  const wrong = document
    .replace("action: customer.validate", "action: customer.bless")
    .replace("${items.number.identifier}", "${items.nummer}");
  const input = { key: "mobile-20gb", baseVersion: 2, format: "YAML", document: wrong, note: null };
  const answer = await world.graphql("ops@tierline.test", save, { input });
  const { playbook, problems } = answer.data!["savePlaybook"] as {
    playbook: null;
    problems: { message: string; line: number; path: string }[];
  };
  expect(playbook).toBeNull();
  const [bless] = problems;
  expect(bless).toMatchObject({ path: "tasks.0.action", message: 'There is no action "customer.bless".' });
  expect(wrong.split("\n")[bless!.line - 1]).toContain("customer.bless");
  const broken = await world.graphql("ops@tierline.test", save, { input: { ...input, document: "key: [unclosed" } });
  expect(broken.data!["savePlaybook"]).toMatchObject({ playbook: null, problems: [{ line: 1 }] });
  const json = await world.graphql("ops@tierline.test", save, { input: { ...input, format: "JSON" } });
  expect(json.data!["savePlaybook"]).toMatchObject({
    playbook: null,
    problems: [{ message: expect.stringContaining("not JSON") }],
  });
});

test("only who may edit playbooks saves one, and resellers below read them", async () => {
  const input = { key: "own", baseVersion: 0, format: "YAML", document, note: null };
  const refused = await world.graphql("owner@acme.test", save, { input });
  expect(
    refused.errors?.[0]?.extensions?.["code"] ?? (refused.errors?.[0]?.originalError as { code?: string })?.code,
  ).toBe("FORBIDDEN");
  const seen = await world.graphql(
    "owner@acme.test",
    '{ playbook(key: "mobile-20gb") { latestVersion offeringCount } playbooks(first: 10) { nodes { key } totalCount { value } } }',
  );
  expect(seen.data).toEqual({
    playbook: { latestVersion: 2, offeringCount: 0 },
    playbooks: { nodes: [{ key: "mobile-20gb" }], totalCount: { value: 1 } },
  });
});
