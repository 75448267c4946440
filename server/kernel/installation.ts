import { bulkDaysDefault } from "@tierline/shared/limits.ts";

/** Where the demo network listens; sent by its process as soon as it is ready. */
export interface LabEndpoints {
  readonly ocs: string;
  readonly register: string;
  readonly http: string;
  /** PayPal below `/paypal`, Stripe below `/stripe`. */
  readonly payments: string;
  /** The double of Webex Wholesale, up to the version. */
  readonly webex: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly sipDatabaseUrl: string;
  readonly radiusDatabaseUrl: string;
  /** Where sessions are ended, over UDP. */
  readonly accessServer: { readonly host: string; readonly port: number; readonly secret: string };
  /** A PBX over TCP and UDP. */
  readonly pbx: { readonly host: string; readonly port: number };
  /** Loopback only; every request but the mailbox page carries `Authorization: Bearer <controlToken>`. */
  readonly controlUrl: string;
  readonly controlToken: string;
  readonly mailboxUrl: string;
}

/** What kind of installation this process belongs to. */
export interface Installation {
  /** The demo world was planted, and its password is known to everyone. */
  readonly demo: boolean;
  /** The demo network, where it runs. */
  readonly lab: LabEndpoints | null;
  /** The address people type, without a slash at its end. Links in mails begin with it, whatever a request says of its host. */
  readonly publicUrl: string;
  /** `host:port`, separated by commas: where webhooks may go into a private network, or without TLS. */
  readonly webhookHosts: string;
  /** The same: where a PBX may be asked in a private network. */
  readonly sipHosts: string;
  /** `address:port`; none: those of the machine. */
  readonly nameServers: readonly string[];
  /** Where Brazil's postal codes are looked up; null: in the lab, where it runs. */
  readonly postalUrl: string | null;
  /** For how many days after its end it is kept what the rows of an import said. */
  readonly bulkDays: number;
}

let current: Installation = {
  demo: false,
  lab: null,
  publicUrl: "http://localhost:4000",
  webhookHosts: "",
  sipHosts: "",
  nameServers: [],
  postalUrl: null,
  bulkDays: bulkDaysDefault,
};

/** Said at boot by whoever starts the process, and again when the lab was started anew on other ports. */
export function setInstallation(changed: Partial<Installation>): void {
  current = { ...current, ...changed };
}

export function installation(): Installation {
  return current;
}
