export const playbooks = {
  "playbook.staleVersion":
    "Das Playbook „{key}“ hat eine neuere Version als die, mit der Sie begonnen haben. Sehen Sie sie sich an und speichern Sie dann noch einmal.",
  "playbook.keyFixed":
    "Das Dokument trägt den Schlüssel „{found}“ und nicht „{key}“. Ein Playbook behält seinen Schlüssel für immer.",
  "playbook.tooLarge": "Ein Playbook hat höchstens {size} kB und {depth} Ebenen.",
  "playbook.tooLong": "Ein Playbook hat höchstens {size, number} kB.",
  "playbook.notFormat": "Das ist kein {format}: {reason}",
  "playbook.fault": "{format}: {reason}",
  "playbook.noField": "Hier gibt es kein Feld „{field}“.",
  "playbook.taskTwice": "Eine andere Aufgabe hat den Schlüssel „{key}“.",
  "playbook.noTask": "Es gibt keine Aufgabe „{task}“.",
  "playbook.circle": "„{task}“ wartet auf sich selbst oder auf Aufgaben, die das tun.",
  "playbook.noAction": "Es gibt keine Aktion „{action}“.",
  "playbook.inputMissing": "{action} braucht die Eingabe „{input}“.",
  "playbook.inputUnknown": "{action} nimmt keine Eingabe „{input}“.",
  "playbook.bracket": "Eine Variable wird wie {example} geschrieben; hier fehlt eine Klammer.",
  "playbook.noVariable": "Es gibt keine Variable „{variable}“.",
  "playbook.notBefore": "Die Aufgabe „{task}“ kommt nicht vor dieser.",
  "playbook.mayFail": "Die Aufgabe „{task}“ darf fehlschlagen und ignoriert werden, daher können ihre Ausgaben fehlen.",
  "playbook.noOutput": "Die Aufgabe „{task}“ hat keine Ausgabe „{output}“.",
  "subject.playbook": "{title} ({key})",
};
