export const playbooks = {
  "playbook.staleVersion":
    "O playbook “{key}” tem uma versão mais nova que aquela com que você começou. Veja-a e salve de novo.",
  "playbook.keyFixed":
    "O documento traz a chave “{found}”, e não “{key}”. Um playbook mantém sua chave para sempre.",
  "playbook.tooLarge": "Um playbook tem no máximo {size} kB e {depth} níveis.",
  "playbook.tooLong": "Um playbook tem no máximo {size, number} kB.",
  "playbook.notFormat": "Isto não é {format}: {reason}",
  "playbook.fault": "{format}: {reason}",
  "playbook.noField": "Não existe o campo “{field}” aqui.",
  "playbook.taskTwice": "Outra tarefa tem a chave “{key}”.",
  "playbook.noTask": "Não existe a tarefa “{task}”.",
  "playbook.circle": "“{task}” espera por si mesma ou por tarefas que esperam por ela.",
  "playbook.noAction": "Não existe a ação “{action}”.",
  "playbook.inputMissing": "{action} precisa da entrada “{input}”.",
  "playbook.inputUnknown": "{action} não aceita a entrada “{input}”.",
  "playbook.bracket": "Uma variável se escreve como {example}; falta uma chave aqui.",
  "playbook.noVariable": "Não existe a variável “{variable}”.",
  "playbook.notBefore": "A tarefa “{task}” não vem antes desta.",
  "playbook.mayFail": "A tarefa “{task}” pode falhar e ser ignorada, e então suas saídas podem faltar.",
  "playbook.noOutput": "A tarefa “{task}” não tem a saída “{output}”.",
  "subject.playbook": "{title} ({key})",
};
