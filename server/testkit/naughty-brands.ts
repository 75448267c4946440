import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { resellersOfTests } from "./tree.ts";
import { onePixel, plantBrand } from "./brands-of-tests.ts";
import type { Shop } from "./shop.ts";

const actor = "owner@acme.test";

/** What goes through of the verbs about a reseller's looks. */
export async function brandFixtures({ world }: Shop) {
  const { brv } = await plantBrand(world, "acme");
  const { path } = resellersOfTests.acme;
  const colors = "accent titleBackground titleText contentBackground contentText";
  const words = [{ language: "EN", key: "portal:nav.home", text: "Start" }];
  /** Each string is tried on a draft that is there. */
  const withDraft = async () => {
    await world.database.rows(
      `insert into brand_version select * from jsonb_populate_record(null::brand_version,
         (select to_jsonb(b) || jsonb_build_object('id', gen_random_uuid(), 'state', 'DRAFT', 'number',
            (select max(number) + 1 from brand_version where path = $1)) from brand_version b where path = $1 limit 1))
       on conflict do nothing`,
      [path],
    );
  };
  const withPast = async () => {
    await world.database.rows(
      `update brand_version set state = 'PUBLISHED' where path = $1 and number = (select max(number) from brand_version where path = $1 and state = 'PAST' and number <> 1)
         and not exists (select from brand_version where path = $1 and state = 'PUBLISHED')`,
      [path],
    );
    await world.database.rows("update brand_version set state = 'PAST' where path = $1 and number = 1", [path]);
  };
  return {
    saveBrand: {
      actor,
      input: async () => ({ header: "Swept", ...defaultBrandColors, words }),
      read: `brand { draft { header ${colors} words { key text } } }`,
    },
    setBrandLogo: { actor, input: async () => ({ scheme: "LIGHT", png: onePixel }), read: null },
    publishBrand: {
      actor,
      input: async () => {
        await withDraft();
        return { note: "Swept" };
      },
      read: "brand { published { note } }",
    },
    revertBrand: {
      actor,
      input: async () => {
        await withPast();
        return { id: brv, note: "Swept" };
      },
      read: "brand { published { note } }",
    },
    saveSignUpForm: {
      actor,
      input: async () => {
        await world.database.rows("delete from sign_up_form where path = $1", [path]);
        const asks = { address: "OFF", phone: "OFF", company: "OFF" };
        return { isOpen: false, ...asks, termsUrl: "https://swept.example.com/", version: 0 };
      },
      read: "form { termsUrl }",
    },
    startSignUp: {
      actor,
      input: async () => ({ email: "swept@new.test", emailAgain: "swept@new.test" }),
      read: null,
    },
    signUp: {
      actor,
      input: async () => {
        const words = "a sentence to remember";
        const texts = { firstName: "Sue", lastName: "Swept", company: "Swept Ltd", phone: "+44 20 7946 0018" };
        const address = { line1: "1 High Street", line2: "", city: "Leeds", region: "", postalCode: "LS1 4AP" };
        const rest = { country: "GB", taxNumber: "", address: { ...address, country: "GB" } };
        return { token: "of nobody", ...texts, ...rest, password: words, passwordAgain: words };
      },
      read: null,
    },
    refuseCustomer: {
      actor,
      input: async () => {
        const [row] = await world.database.rows<{ id: string }>(
          "select id from customer where starts_with(path, $1) and state = 'ACTIVE' limit 1",
          [path],
        );
        return { id: encodeId("cus", row!.id), reason: "Swept" };
      },
      read: null,
    },
    addHostname: {
      actor,
      input: async () => {
        await world.database.rows("delete from hostname where path = $1", [path]);
        return { host: "swept.example.com" };
      },
      read: null,
    },
  };
}
