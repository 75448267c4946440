import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import { outsideElement } from "../element.ts";
import { exchange } from "../http-client.ts";
import type { PostalPlace, PostalSource } from "./postal-source.ts";

const element = outsideElement("HTTP", say("element.viaCep"));
const timeoutMs = 3_000;
const answerBytesMax = 20_000;

// A code of a whole town has no street and no quarter; one that nobody has answers with `erro` alone.
const answer = z.object({
  erro: z.union([z.boolean(), z.string()]).optional(),
  logradouro: z.string().max(200).default(""),
  bairro: z.string().max(200).default(""),
  localidade: z.string().max(200).default(""),
  uf: z.string().max(200).default(""),
});

/** Brazil's postal codes as ViaCEP tells them: `GET <base>/ws/<eight digits>/json/`. */
export function viaCep(base: string): PostalSource {
  return {
    async find(digits: string): Promise<PostalPlace | null> {
      const { status, text } = await exchange(element, {
        method: "GET",
        url: new URL(`${base.replace(/\/$/, "")}/ws/${digits}/json/`),
        headers: { accept: "application/json" },
        timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
        answerBytesMax,
      });
      if (status !== 200) throw new Error(`ViaCEP answered with ${status}`);
      const { erro, logradouro, bairro, localidade, uf } = answer.parse(JSON.parse(text));
      if (erro !== undefined || localidade === "") return null;
      return { line1: logradouro || null, line2: bairro || null, city: localidade, region: uf || null };
    },
  };
}
