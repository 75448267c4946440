import { afterAll, expect, test } from "vitest";
import { openDatabases } from "./databases.ts";
import { readConfig } from "./kernel/config.ts";
import { testDatabase } from "./testkit/database.ts";

const database = await testDatabase();
afterAll(() => database.drop());

const { url, ownerUrl } = database;
const open = (settings: Readonly<Record<string, string>>) => openDatabases(readConfig(settings), "/nowhere");

function changed(address: string, change: (url: URL) => void): string {
  const url = new URL(address);
  change(url);
  return url.href;
}

test("a PostgreSQL of one's own is migrated as its owner and opened as the application", async () => {
  const databases = await open({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl });
  expect(databases).toMatchObject({ url, directUrl: url, labUrl: null, isEmbedded: false });
  await databases.stop();
});

test.each([
  ["the owner's address is not given", { DATABASE_URL: url }, "DATABASE_OWNER_URL is not set"],
  [
    "the owner is not there, or has another password",
    { DATABASE_URL: url, DATABASE_OWNER_URL: changed(ownerUrl, (each) => (each.password = "hush-hush")) },
    /^DATABASE_OWNER_URL \(tierline_owner@127\.0\.0\.1:\d+\/test_\w+\) is not usable: password authentication failed/,
  ],
  [
    "the database is not there",
    { DATABASE_URL: changed(url, (each) => (each.pathname = "/nothing")), DATABASE_OWNER_URL: ownerUrl },
    /^DATABASE_URL \(.*\/nothing\) is not usable: .*does not exist/,
  ],
])("%s: it is said with the setting, and with the SQL that mends it", async (_, settings, message) => {
  const error = (await open(settings).catch((thrown: unknown) => thrown)) as Error; // it does not open
  expect(error.message).toMatch(message);
  expect(error.message).toContain("create role tierline_app login password '…' nosuperuser nobypassrls;");
  expect(error.message).not.toContain("hush-hush");
});

test("where nobody listens, the setting and the address are named, and no SQL would help", async () => {
  const DATABASE_DIRECT_URL = changed(url, (each) => (each.port = "1"));
  const opening = open({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL });
  await expect(opening).rejects.toThrow(
    /^DATABASE_DIRECT_URL \(tierline_app@127\.0\.0\.1:1\/\w+\) is not usable: connect ECONNREFUSED 127\.0\.0\.1:1$/,
  );
});
