import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { onePixel } from "./brands-of-tests.ts";
import { input, plain, type SweepFixture } from "./sweep-fixture.ts";

/** Of how resellers look, and where. */
export const brandFixtures: Readonly<Record<string, SweepFixture>> = {
  "Query.brand": plain(),
  "Mutation.saveBrand": input(() => ({ header: "Swept", ...defaultBrandColors, words: [] })),
  "Mutation.setBrandLogo": input(() => ({ scheme: "LIGHT", png: onePixel })),
  "Mutation.publishBrand": input(() => ({ note: "Swept" })),
  "Mutation.revertBrand": input((own) => ({ id: own.brv }), "brv"),
  "Mutation.discardBrandDraft": input(() => ({})),
  "Mutation.addHostname": input(() => ({ host: "swept.example.com" })),
  "Mutation.checkHostname": input((own) => ({ id: own.hst }), "hst"),
  "Mutation.removeHostname": input((own) => ({ id: own.hst }), "hst"),
  "Query.signUpForm": plain(),
  "Query.openSignUpForm": plain(),
  "Query.startedSignUp": plain({ token: "of nobody" }),
  "Query.signUpPostalCode": plain({ token: "of nobody", country: "BR", postalCode: "01001-000" }),
  "Mutation.saveSignUpForm": input(() => ({
    isOpen: true,
    address: "OFF",
    phone: "OPTIONAL",
    company: "OFF",
    termsUrl: "https://swept.example.com/",
    version: 0,
  })),
  "Mutation.startSignUp": plain({ input: { email: "swept@new.test", emailAgain: "swept@new.test" } }),
  "Mutation.signUp": plain({
    input: {
      token: "of nobody",
      firstName: "Sue",
      lastName: "Swept",
      country: "GB",
      password: "a sentence to remember",
      passwordAgain: "a sentence to remember",
    },
  }),
  "Mutation.activateCustomer": input((own) => ({ id: own.cus }), "cus"),
  "Mutation.refuseCustomer": input((own) => ({ id: own.cus, reason: "Swept" }), "cus"),
  "Mutation.setHostnameFee": input(() => ({ amount: "7.00" })),
};
