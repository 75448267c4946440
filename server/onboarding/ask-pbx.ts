import { decodeId } from "@tierline/shared/id.ts";
import { labPbxName } from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { Secret } from "../kernel/secret.ts";
import { askByOptions } from "../connectors/sip/ask-by-options.ts";
import { customerLabelled, lockedTrunk, trunkPlace } from "./trunk.ts";
import { PbxTrunkEntity, type PbxTrunkRow } from "./trunk.entity.ts";

/** Of SIP's own timers none runs longer than 32 s (RFC 3261, 17.1.2.2); a person who waits gives up before. */
const timeoutMs = 8_000;

/**
 * Asks a PBX whether it is there, with no transaction open meanwhile, and keeps what it says. Answers the trunk's UUID.
 * @throws AccessError NOT_FOUND; Rejection STALE when the trunk was changed while it was asked
 */
export async function askPbx(context: Context, input: { readonly id: string }): Promise<string> {
  const id = decodeId("pbx", input.id);
  const asked = id === null ? null : await context.em.findOne(PbxTrunkEntity, { id }, { disableIdentityMap: true });
  if (asked === null) throw notFound();
  const answer = await askByOptions(
    {
      ...placeOf(asked),
      transport: asked.transport,
      user: asked.pbxUser,
      password: passwordOf(context, asked),
    },
    { timeoutMs, allowedHosts: allowedHosts() },
  );
  return transaction(context, async (tx) => {
    const row = await lockedTrunk(tx, input.id);
    if (row.version !== asked.version) {
      throw new Rejection({ code: "STALE", message: say("trunk.stale"), path: ["id"] });
    }
    // The version stays: what is known of a trunk is no other trunk, and whoever has the form open types on.
    await tx.em.nativeUpdate(PbxTrunkEntity, { id: row.id }, { answer, askedAt: tx.clock.now() });
    await recordAudit(tx, {
      operation: "pbx_trunk.ask",
      subjectKind: "pbxTrunk",
      subjectId: row.id,
      subject: await customerLabelled(tx, row.customer),
      changes: changesBetween({ answer: row.answer?.state ?? null }, { answer: answer.state }),
      path: row.path,
    });
    return row.id;
  });
}

function passwordOf({ vault }: Pick<Context, "vault">, { id, sealedPbxPassword }: PbxTrunkRow): Secret {
  return new Secret(sealedPbxPassword == null ? "" : vault.open(sealedPbxPassword, trunkPlace(id, "pbxPassword")));
}

/** The demo network's PBX goes by a name, since its port is another one on each machine. */
function placeOf({ ipAddress, sipPort }: PbxTrunkRow): { readonly host: string; readonly port: number } {
  const { lab } = installation();
  return lab !== null && ipAddress === labPbxName ? lab.pbx : { host: ipAddress, port: sipPort };
}

function allowedHosts(): string {
  const { lab, sipHosts } = installation();
  return lab === null ? sipHosts : `${sipHosts},${lab.pbx.host}:${lab.pbx.port}`;
}
