/**
 * What a page is called by people who come from other systems, in the languages of their manuals: they type that word and find it.
 * Not shown, so not translated; compared without accents.
 */
const words = {
  home: "inicio accueil dashboard start",
  customers:
    "assinantes, modalidade, pré-pago, pós-pago, gerenciar assinantes, clientes, clients, abonnés, subscribers, subscriptions, Kunden, Teilnehmer",
  templates: "modelos, modèles, provisioning ID, onboarding templates, Vorlagen",
  onboarding: "implantação, ativação, accueil, mise en service, wizard, assistant, drafts, Einrichtung, Assistent",
  newCustomer:
    "adicionar assinante, pré-pago, pós-pago, novo assinante, add client, nouveau client, nouvel abonné, subscriber, Kunde anlegen",
  services: "linhas, linhas IP, ramais, sous-comptes, sub-accounts, lignes, lines, Anschlüsse, Dienste",
  catalog: "produtos, planos, forfaits, packages, plans, produits, products, Produkte, Tarife",
  rates:
    "tarifas, plano de venda, planos de venda, plano de custo, tarifs, forfaits, buy rates, sell rates, rate deck, Preise",
  allowances: "franquia, franquias de minutos, forfait de minutes, minutes incluses, free minutes, bundle, Freiminuten",
  payments: "pagamentos, paiements, PayPal, Stripe, top-up, recarga, rechargement, Zahlungen",
  reports: "relatórios, rapports, CDR, faturamento, marges, revenue, Berichte",
  inventory: "SIM, estoque, stock, Lager",
  numbers: "números, DID, DIDs, DID numbers, numéros, numéros SDA, numéros de téléphone, Rufnummern",
  runs: "ativações, provisioning, activations, logs, Bereitstellung",
  calls: "chamadas, extrato de chamadas, relevé d’appels, CDR, call records, usage, Anrufe",
  liveCalls: "chamadas em tempo real, ligações, active calls, calls in real time, laufende Anrufe",
  screening: "sanctions, compliance, conformité, RPL, denied parties, Sanktionsprüfung, verificação",
  callIn: "números de acesso, numéros d’appel, global call-in numbers, meetings, réunions, Einwahlnummern",
  imports: "bulk, CSV, importação em massa, import en masse, upload, dry run, migration, Massenimport, Sammelimport",
  problems: "chamados, tickets, suporte, assistance, issues, Störungen",
  resellers: "revendas, revendedores, revendeurs, partners, partenaires, Wiederverkäufer, Partner",
  brand: "marca, domínio, personalização, marque, nom d’hôte, branding, hostname, white label, logo, Marke, Domain",
  newReseller: "adicionar revenda, nouveau revendeur, add partner, Partner anlegen",
  people: "usuários, utilisateurs, users, staff, Benutzer",
  roles: "permissões, permissions, droits, rights, Rechte",
  presets: "permissões de acesso, permissions, droits des clients, access presets",
  audit: "histórico, auditoria, historique, journal, audit log, Protokoll",
  account: "minha conta, mon compte, my account, password, senha, mot de passe, Passwort",
  playbooks: "automações, automation, Ansible, workflows, Abläufe",
  connectors: "integrações, integrations, intégrations, elements, Schnittstellen",
  developers: "API, dados de acesso API, chaves, clés, keys, webhooks, Entwickler",
  addService: "vender, vendre, sell, assign, atribuir plano, ajouter un service, Tarif zuweisen",
} as const;

export type KnownAs = keyof typeof words;

/** Whether its name or what others call it contains what was typed. */
export function isKnownAs(key: KnownAs, title: string, typed: string): boolean {
  return folded(`${title}, ${words[key]}`).includes(folded(typed.trim()));
}

function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
