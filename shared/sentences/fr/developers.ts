export const developers = {
  "apiClient.noScope": "Donnez au programme au moins une portée.",
  "apiClient.scope":
    "Vous ne pouvez pas donner « {scope} » : vous n’en avez pas tous les droits, ou elle n’existe pas.",
  "apiClient.ipListLength": "On peut nommer au plus {max} adresses et réseaux.",
  "apiClient.address": "Ceci n’est ni une adresse ni un réseau ; écrivez-le comme 192.0.2.7 ou 2001:db8::/32.",
  "apiClient.pace": "Un programme peut faire entre 1 et {max} requêtes par minute.",
  "apiClient.tooMany": "Ce revendeur a déjà {max} programmes, et ne peut pas en avoir plus.",
  "apiClient.stale": "Quelqu’un a modifié ce programme entre-temps. Rechargez-le et refaites votre modification.",
  "apiKey.days": "Une clé fonctionne entre 1 et {max} jours.",
  "apiKey.lacking":
    "Vous n’avez pas tous les droits que donnent les portées de ce programme ; vous ne pouvez donc pas lui faire de clé. Retirez d’abord ces portées.",
} as const;
