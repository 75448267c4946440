export const meetings = {
  "meetings.operatorOnly": "Só o operador muda as regiões de acesso.",
  "meetings.region": "Região de acesso {region}",
  "meetings.stale": "A região mudou desde que você a leu. Leia-a de novo antes de mudá-la.",
  "meetings.siteStale": "O site de reuniões mudou desde que você o leu. Leia-o de novo antes de mudá-lo.",
  "meetings.countryLeft":
    "Todo país entra por algum lugar: acrescente {countries} a outra região em vez de deixar fora daqui.",
  "meetings.numbers": "Uma região tem no máximo {max} números.",
  "meetings.phone": "Este não é um número que se possa discar no seu país.",
  "meetings.phoneTwice": "Este número já está aqui.",
  "meetings.url": "Dê o nome de host do site, como acme.webex.com, sem https:// nem caminho.",
};
