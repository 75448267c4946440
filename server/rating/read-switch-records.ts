import { ConnectorFailure } from "../kernel/connector.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { definition as sipDefinition } from "../connectors/sip/definition.ts";
import { databaseOf, type SipSettings } from "../connectors/sip/settings.ts";
import { settingsOf } from "../connectors/settings.ts";
import { runStatement } from "../connectors/sql-client.ts";
import { settleSwitchRecords, switchSource, type SwitchRecord } from "./settle-switch-records.ts";

const recordsAtOnce = 500;
const askingMs = 10_000;

/** What was written so long ago is there, whatever else was being written then. */
const settledSeconds = 60;

interface ReadRecord extends SwitchRecord {
  readonly isOld: boolean;
}

/**
 * Reads what the switch has written down of its calls from where it was read to the last time, as a sweep; where that is forgotten it is
 * read from the beginning, which changes nothing. Answers how many calls were missing. Nothing where no table is set up.
 */
export async function readSwitchRecords(context: Context): Promise<number> {
  const settings = await settingsHere(context);
  if (settings === null || settings.cdrTable === "") return 0;
  let position = await readTo(context);
  let from = position;
  let isWithoutGap = true;
  let recovered = 0;
  for (;;) {
    const records = await recordsAfter(settings, from);
    const last = records.at(-1);
    if (last === undefined) return recovered;
    const to: number = isWithoutGap ? positionAfter(records, position) : position;
    const page = await transaction(context, async (tx) => {
      const settled = await settleSwitchRecords(tx, records);
      await tx.em.execute("select keep_records_read(?, ?)", [switchSource, to]);
      return settled;
    });
    for (const key of page.unknown) context.log.warn({ key }, "the switch tells of a call of a line that nobody has");
    recovered += page.recovered;
    isWithoutGap &&= to === last.id;
    position = to;
    from = last.id;
  }
}

/**
 * How far nothing is missing. Two calls that end at once are written down in any order, so what lies after a missing number is read once
 * more, until it is so old that the missing one will not come.
 */
export function positionAfter(records: readonly Pick<ReadRecord, "id" | "isOld">[], position: number): number {
  let at = position;
  for (const { id, isOld } of records) {
    if (id !== at + 1 && !isOld) return at;
    at = id;
  }
  return at;
}

async function settingsHere(context: Context): Promise<SipSettings | null> {
  try {
    return await settingsOf(context, sipDefinition);
  } catch (error) {
    if (error instanceof ConnectorFailure && error.code === "CONNECTOR_NOT_SET_UP") return null;
    throw error;
  }
}

async function readTo({ em }: Context): Promise<number> {
  const [row] = await em.execute<{ records_read: string }[]>("select records_read from call_switch where source = ?", [
    switchSource,
  ]);
  return Number(row?.records_read ?? 0);
}

async function recordsAfter(settings: SipSettings, position: number): Promise<readonly ReadRecord[]> {
  const { rows } = await runStatement(
    databaseOf(settings),
    {
      table: settings.cdrTable,
      text:
        `select id, call_key, caller, called, answered, round(duration)::int as seconds, ` +
        `answered::float8 + duration < extract(epoch from clock_timestamp()) - ${settledSeconds} as is_old ` +
        `from ${settings.cdrTable} where id > $1 and call_key <> '' order by id limit ${recordsAtOnce}`,
      values: [String(position)],
    },
    AbortSignal.timeout(askingMs),
  );
  return rows.map((row) => ({
    id: Number(row["id"]),
    key: String(row["call_key"]),
    caller: String(row["caller"]),
    called: String(row["called"]),
    answeredAt: new Date(Number(row["answered"]) * 1_000),
    seconds: Number(row["seconds"]),
    isOld: row["is_old"] === true,
  }));
}
