import { languages } from "@tierline/shared/language.ts";
import { expect, test } from "vitest";
import { mailTemplates, writeMail, type MailValues } from "./mail-template.ts";

const values: MailValues = {
  customerName: "Zoë",
  serviceName: "Mobile - +44 7700 900123",
  offeringName: "Mobile - 20 GB",
  resellerName: "Acme",
};

test("a mail is written in the customer's language, and in English where there is none in it", () => {
  expect(writeMail("welcome", "en", values).subject).toBe("Mobile - +44 7700 900123 is ready");
  expect(writeMail("welcome", "fr", values).subject).toBe("Mobile - +44 7700 900123 est prêt");
  expect(writeMail("goodbye", "fr-CA", values).text).toContain("Bonjour Zoë,");
  expect(writeMail("addon", "is", values)).toEqual(writeMail("addon", "en", values));
});

test("every template names the customer and the seller in every language", () => {
  for (const template of mailTemplates) {
    for (const language of languages) {
      const { subject, text } = writeMail(template, language, values);
      expect(`${subject}${text}`).not.toMatch(/undefined|null|\$\{/);
      expect(text).toContain("Zoë");
      expect(text.trimEnd().endsWith("Acme")).toBe(true);
    }
  }
});

test("a line break in a name does not become a header", () => {
  const { subject } = writeMail("welcome", "en", { ...values, serviceName: "Mobile\r\nBcc: all@acme.test" });
  expect(subject).toBe("Mobile Bcc: all@acme.test is ready");
});
