import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { termsUrlLengthMax, type SignUpAsk } from "@tierline/shared/sign-up.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { SignUpFormEntity, type SignUpFormRow } from "./sign-up.entity.ts";

export interface SignUpForm {
  readonly isOpen: boolean;
  readonly address: SignUpAsk;
  readonly phone: SignUpAsk;
  readonly company: SignUpAsk;
  readonly termsUrl: string | null;
  /** 0 where nothing was ever said. */
  readonly version: number;
}

export interface SaveSignUpForm extends Omit<SignUpForm, "version" | "termsUrl"> {
  readonly termsUrl?: string | null | undefined;
  /** Of the form that was read. */
  readonly version: number;
}

const fresh = { disableIdentityMap: true } as const;
const unsaid: SignUpForm = {
  isOpen: false,
  address: "REQUIRED",
  phone: "REQUIRED",
  company: "OPTIONAL",
  termsUrl: null,
  version: 0,
};

/** Of the viewer's own reseller. */
export async function readSignUpForm({ em, viewer }: Context): Promise<SignUpForm> {
  const row = await em.findOne(SignUpFormEntity, { path: resellerPathOf(viewer.path) }, fresh);
  return row === null ? unsaid : formOf(row);
}

/**
 * Says whether people may sign up at the viewer's own reseller, under its own host names, and what they are asked.
 * @throws Rejection INVALID, TOO_LONG, STALE
 */
export function saveSignUpForm(context: Context, input: SaveSignUpForm): Promise<void> {
  return transaction(context, async (tx) => {
    const refusals = new Refusals();
    const termsUrl = checkTermsUrl(refusals, input.termsUrl);
    refusals.settle();
    const { id, path, name } = await lockOwnReseller(tx);
    const before = await readSignUpForm(tx);
    if (before.version !== input.version)
      throw new Rejection({ code: "STALE", message: say("brand.stale"), path: ["version"] });
    const { isOpen, address, phone, company } = input;
    const after = { isOpen, address, phone, company, termsUrl };
    const { version, ...factsBefore } = before;
    const changes = changesBetween(factsBefore, after);
    if (changes.length === 0) return;
    if (version === 0)
      await tx.em.insert(SignUpFormEntity, { id: newId(tx.clock.now().getTime()), path, ...after, version: 1 });
    else await tx.em.nativeUpdate(SignUpFormEntity, { path }, { ...after, version: version + 1 });
    await recordAudit(tx, {
      operation: "signUp.form",
      subjectKind: "reseller",
      subjectId: id,
      subject: name,
      changes,
      path,
    });
  });
}

/** An address that a browser opens, and that cannot be listened to. */
function checkTermsUrl(refusals: Refusals, text: string | null | undefined): string | null {
  const url = checkText(refusals, text, { noun: "noun.termsUrl", max: termsUrlLengthMax }, "termsUrl");
  if (url === null) return null;
  if (!URL.canParse(url) || new URL(url).protocol !== "https:")
    refusals.add("INVALID", say("signUp.termsUrl"), "termsUrl");
  return url;
}

export interface OpenForm {
  readonly resellerId: string;
  readonly path: string;
  readonly resellerName: string;
  readonly form: SignUpForm;
}

interface OpenRow {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly form: SignUpForm;
}

/**
 * Of the reseller whose host name was asked under, while it takes people and may: null for any other, and under the installation's
 * own name. Asked as the system, before anybody is known.
 */
export async function openFormAt(
  { em }: Pick<Context, "em">,
  resellerKey: string | null | undefined,
): Promise<OpenForm | null> {
  if (resellerKey == null) return null;
  const [row] = await em.execute<OpenRow[]>(
    `select r.id, r.path, r.name, jsonb_build_object('isOpen', f.is_open, 'address', f.address, 'phone', f.phone, 'company', f.company,
       'termsUrl', f.terms_url, 'version', f.version) as form
     from reseller r join sign_up_form f on f.path = r.path
     where r.key = ? and f.is_open and not exists (select from reseller a where starts_with(r.path, a.path) and a.state <> 'ACTIVE')`,
    [resellerKey],
  );
  return row === undefined ? null : { resellerId: row.id, path: row.path, resellerName: row.name, form: row.form };
}

function formOf({ isOpen, address, phone, company, termsUrl, version }: SignUpFormRow): SignUpForm {
  return { isOpen, address, phone, company, termsUrl: termsUrl ?? null, version };
}
