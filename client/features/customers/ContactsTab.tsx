import { addressLines } from "@tierline/shared/address.ts";
import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { DeedButton } from "../../navigation/DeedButton.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ContactDialog } from "./ContactDialog.tsx";
import { countryName } from "../../ui/countries.ts";
import { RemoveContactDocument } from "./customer-changes.generated.ts";
import {
  CustomerContactsDocument,
  type CustomerContactFragment,
  type CustomerSiteFragment,
} from "./customer.generated.ts";
import { CustomerDomains } from "./CustomerDomains.tsx";
import { CustomerPeople } from "./CustomerPeople.tsx";
import classes from "./CustomerPage.module.css";
import { SiteDialog } from "./SiteDialog.tsx";

interface ContactsTabProps {
  readonly customerId: string;
  readonly homeCountry: string;
}

export function ContactsTab({ customerId, homeCountry }: ContactsTabProps) {
  const viewer = useViewer();
  const canSee = useCan("user.view").isAllowed;
  const result = useQuery(CustomerContactsDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  return (
    <QueryState result={result}>
      {({ customer }) =>
        customer === null ? null : (
          <div className={classes.pair}>
            <Contacts customerId={customerId} contacts={customer.contacts} />
            {canSee && <CustomerPeople customerId={customerId} />}
            {viewer.customer === null && <CustomerDomains customerId={customerId} />}
            <Sites customerId={customerId} homeCountry={homeCountry} sites={customer.sites} />
          </div>
        )
      }
    </QueryState>
  );
}

function Contacts({ customerId, contacts }: { customerId: string; contacts: readonly CustomerContactFragment[] }) {
  const { t } = useTranslation(["customers", "words"]);
  const can = useCan("contact.edit");
  const [edited, setEdited] = useState<CustomerContactFragment | "new" | null>(null);
  const [removed, setRemoved] = useState<CustomerContactFragment | null>(null);
  return (
    <Panel
      title={t("contacts.title")}
      count={contacts.length}
      padded={false}
      aside={
        <DeedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setEdited("new")}>
          {t("contacts.add")}
        </DeedButton>
      }
    >
      {contacts.length === 0 && <EmptyState kind="first" title={t("contacts.none")} />}
      <ul className={classes.list}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span className={classes.grow}>
              {contact.name}
              <span className={classes.sub}>
                {[contact.roles.map((role) => t(`words:contactRole.${role}`)).join(", "), contact.email, contact.phone]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <RowButton
              label={t("edit")}
              name={t("editNamed", { name: contact.name })}
              reason={can.reason}
              onClick={() => setEdited(contact)}
            />
            <RowButton
              label={t("remove")}
              name={t("removeNamed", { name: contact.name })}
              reason={can.reason}
              onClick={() => setRemoved(contact)}
            />
          </li>
        ))}
      </ul>
      <ContactDialog customerId={customerId} contact={edited} onClose={() => setEdited(null)} />
      <RemoveDialog contact={removed} onClose={() => setRemoved(null)} />
    </Panel>
  );
}

function Sites({ customerId, homeCountry, sites }: ContactsTabProps & { sites: readonly CustomerSiteFragment[] }) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const can = useCan("contact.edit");
  const [edited, setEdited] = useState<CustomerSiteFragment | "new" | null>(null);
  return (
    <Panel
      title={t("sites.title")}
      count={sites.length}
      padded={false}
      aside={
        <DeedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setEdited("new")}>
          {t("sites.add")}
        </DeedButton>
      }
    >
      {sites.length === 0 && <EmptyState kind="first" title={t("sites.none")} />}
      <ul className={classes.list}>
        {sites.map((site) => (
          <li key={site.id}>
            <span className={classes.grow}>
              {site.name}
              {site.address !== null && (
                <span className={classes.sub}>
                  {[...addressLines(site.address), countryName(site.address.country, locale)].join(", ")}
                </span>
              )}
            </span>
            <RowButton
              label={t("edit")}
              name={t("editNamed", { name: site.name })}
              reason={can.reason}
              onClick={() => setEdited(site)}
            />
          </li>
        ))}
      </ul>
      <SiteDialog customerId={customerId} homeCountry={homeCountry} site={edited} onClose={() => setEdited(null)} />
    </Panel>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly name: string;
  readonly reason: string | null;
  readonly onClick: () => void;
}

function RowButton({ label, name, reason, onClick }: RowButtonProps) {
  return (
    <DeedButton variant="subtle" size="compact-sm" aria-label={name} disabledReason={reason} onClick={onClick}>
      {label}
    </DeedButton>
  );
}

function RemoveDialog({ contact, onClose }: { contact: CustomerContactFragment | null; onClose: () => void }) {
  const { t } = useTranslation("customers");
  const [remove, { loading }] = useMutation(RemoveContactDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  async function confirm(id: string): Promise<void> {
    try {
      const { data } = await remove({ variables: { input: { id } } });
      const errors = data?.removeContact.userErrors ?? [];
      if (errors.length === 0) close();
      else setProblem(errors.map(({ message }) => message).join(" "));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return (
    <Dialog
      isOpen={contact !== null}
      onClose={close}
      title={t("contacts.remove", { name: contact?.name })}
      closeLabel={t("close")}
    >
      {t("contacts.removeText")}
      {problem !== null && <ErrorNotice title={t("notSaved")} what={problem} />}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
        <Button color="red" loading={loading} onClick={() => contact !== null && void confirm(contact.id)}>
          {t("remove")}
        </Button>
      </Group>
    </Dialog>
  );
}
