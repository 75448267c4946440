export const connectors = {
  "connector.stale":
    "Quelqu’un d’autre a modifié ce connecteur depuis que vous l’avez lu. Relisez-le, puis refaites votre modification.",
  "connector.noSetting": "{connector} n’a pas de réglage « {key} ».",
  "connector.settingLength": "Un réglage compte {max, number} caractères au plus.",
  "lab.none": "Cette installation n’a pas de labo.",
  "lab.silent": "Le labo ne répond pas. Il redémarre de lui-même ; réessayez dans un instant.",
  "connector.valueNeeded": "{setting} : une valeur est nécessaire.",
  "connector.valueWrong": "{setting} : {reason}",
};
