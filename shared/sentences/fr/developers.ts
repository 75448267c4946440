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
  "webhook.urlLength": "Une adresse a au plus {max} caractères.",
  "webhook.noEvent": "Choisissez au moins un événement.",
  "webhook.tooMany": "Ce revendeur a déjà {max} points de réception, et ne peut pas en avoir plus.",
  "webhook.stale":
    "Quelqu’un a modifié ce point de réception entre-temps. Rechargez-le et refaites votre modification.",
  "webhook.isOff": "Ce point de réception est désactivé. Activez-le d’abord.",
  "webhook.noRange": "Nommez des envois, ou le moment à partir duquel les refaire.",
  "webhook.replayLength": "On peut nommer au plus {max} envois à la fois.",
  "webhook.mail.warning": "Un point de réception de webhooks ne répond pas",
  "webhook.mail.failing":
    "Rien n’a atteint le point de réception {url} depuis un jour. Si cela dure, il sera désactivé dans environ {hours} heures ; ce qui l’attend est gardé jusque-là. Voyez ce qu’il a répondu, et réparez-le ou changez-le ici :",
  "webhook.mail.off": "Un point de réception de webhooks a été désactivé",
  "webhook.mail.failed":
    "Rien n’a atteint le point de réception {url} depuis trois jours ; il a donc été désactivé. Ce qui l’attend sera envoyé quand il sera réactivé :",
  "webhook.mail.gone":
    "Le point de réception {url} a répondu qu’il n’existe plus (410) ; il a donc été désactivé. Ce qui l’attend sera envoyé quand il sera réactivé :",
} as const;
