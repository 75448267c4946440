import { afterAll, describe, expect, test } from "vitest";
import { askByOptions, type SipElement } from "../connectors/sip/ask-by-options.ts";
import { Secret } from "../kernel/secret.ts";
import { pbxCertificate } from "./network/pbx-certificate.ts";
import { startPbx, whyNoPbx, type RealPbx } from "./network/pbx.ts";
import { until } from "./network/process.ts";

const whyNot = whyNoPbx();
const pbx = whyNot === null ? await startPbx() : null;
if (whyNot !== null) console.log(`No real PBX is asked here: ${whyNot}.`);
afterAll(() => pbx?.stop());

describe.skipIf(pbx === null)(
  `a real Kamailio is asked whether it is there${whyNot === null ? "" : ` (${whyNot})`}`,
  () => {
    const { sipPort, tlsPort, password } = pbx ?? ({} as RealPbx); // nothing below runs without it
    const ask = (changes: Partial<SipElement>, ca?: string, timeoutMs = 10_000) => {
      const element: SipElement = {
        host: "127.0.0.1",
        port: sipPort,
        transport: "TCP",
        user: "",
        password: new Secret(""),
      };
      const asked = { ...element, ...changes };
      return askByOptions(asked, { timeoutMs, allowedHosts: `${asked.host}:${asked.port}`, ca });
    };

    test("over UDP, TCP and TLS it answers, and says what it is", { timeout: 60_000 }, async () => {
      await until("Kamailio listens", async () => (await ask({})).state === "REACHED");
      for (const [transport, port] of [
        ["UDP", sipPort],
        ["TCP", sipPort],
        ["TLS", tlsPort],
      ] as const) {
        const answer = await ask({ transport, port }, pbxCertificate);
        expect({ transport, ...answer }).toMatchObject({ transport, state: "REACHED", statusCode: 200 });
        expect(answer.detail).toMatch(/^Here · kamailio/i);
        expect(answer.roundTripMs).toBeGreaterThanOrEqual(0);
      }
      expect(await ask({ transport: "TLS", port: tlsPort })).toMatchObject({ state: "TLS_UNTRUSTED" });
      expect(await ask({ transport: "TLS" }, pbxCertificate, 500)).toMatchObject({ state: "TLS_FAILED" });
    });

    test("who has to sign in does with the right password, and is told with a wrong one", async () => {
      const guarded = (text: string) => ask({ transport: "UDP", user: "guarded", password: new Secret(text) });
      expect(await guarded(password)).toMatchObject({ state: "REACHED", statusCode: 200 });
      expect(await guarded("guess")).toMatchObject({ state: "REFUSED_SIGN_IN", statusCode: 401 });
    });
  },
);
