import { rmSync } from "node:fs";

export default function teardown(): void {
  const folder = process.env["E2E_DATA"];
  if (folder !== undefined && folder.includes("tierline-e2e-")) rmSync(folder, { recursive: true, force: true });
}
