import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingOf } from "./elements.ts";
import { pbxCertificate, pbxKey } from "./pbx-certificate.ts";
import { filled, freePorts, keep } from "./process.ts";

const tlsModules = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"].map(
  (folder) => `${folder}/kamailio/modules/tls.so`,
);

/** Why no real PBX can be asked on this machine; null where it can. */
export function whyNoPbx(): string | null {
  const [missing] = missingOf(["kamailio"]);
  if (missing !== undefined) return `not installed: ${missing}`;
  return tlsModules.some((file) => existsSync(file)) ? null : "not installed: kamailio-tls-modules";
}

export interface RealPbx {
  readonly sipPort: number;
  readonly tlsPort: number;
  readonly password: string;
  stop(): Promise<void>;
}

/** Kamailio as a PBX, on free ports. It may not listen yet. */
export async function startPbx(): Promise<RealPbx> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-pbx-"));
  const [sipPort = 0, tlsPort = 0] = await freePorts(2);
  const password = "Opened for nobody else";
  writeFileSync(join(folder, "certificate.pem"), pbxCertificate);
  writeFileSync(join(folder, "key.pem"), pbxKey);
  const tls = ["method = TLSv1.2+", "verify_certificate = no", "require_certificate = no"];
  const files = [`private_key = ${folder}/key.pem`, `certificate = ${folder}/certificate.pem`];
  writeFileSync(join(folder, "tls.cfg"), `${["[server:default]", ...tls, ...files].join("\n")}\n`);
  writeFileSync(join(folder, "pbx.cfg"), filled("pbx.cfg", { sipPort, tlsPort, folder, password }));
  const flags = ["-f", join(folder, "pbx.cfg"), "-DD", "-E", "-m", "32", "-M", "4", "-Y", folder];
  const kept = keep("kamailio", [...flags, "-P", join(folder, "kamailio.pid")], folder);
  return {
    sipPort,
    tlsPort,
    password,
    async stop() {
      await kept.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
