import type { WebhookWords } from './en.ts'

export const de: WebhookWords = {
  heading: 'An eine eigene Adresse',
  headingIs:
    'Jedes Ereignis, sobald es eintritt: an Ihr Programm oder als Nachricht in einen Kanal von Slack, Discord oder ntfy.',
  address: 'Adresse',
  addressHint:
    'Die Ihres Programms oder die Webhook-Adresse, die der Chatdienst Ihnen gegeben hat.',
  format: 'Geschrieben für',
  formats: {
    standard: 'ein Programm: signiertes JSON',
    slack: 'Slack',
    discord: 'Discord',
    ntfy: 'ntfy',
  },
  toldOf: 'Was gemeldet wird',
  event: {
    moved: 'Das Datum wird gesetzt oder verlegt',
    contested: 'Quellen beginnen sich zu widersprechen',
    milestone: 'Es bleiben 30, 7 oder 3 Tage, 24 Stunden oder eine Stunde',
    due: 'Die Zeit beginnt',
    passed: 'Die Zeit ist um',
    outcome: 'Was daraus geworden ist',
    retracted: 'Eine Meldung wird zurückgenommen',
  },
  ask: 'Diese Adresse anmelden',
  askIs:
    'Die Adresse wird erst gefragt, ob sie einverstanden ist; vorher geht nichts anderes dorthin. Auf der nächsten Seite lässt es sich mit einem Klick beenden.',
  addressFault: {
    notAnAddress: 'muss eine vollständige Adresse sein, etwa https://example.org/hook',
    tooLong: 'darf höchstens 2000 Zeichen haben',
    credentials: 'darf vor dem Servernamen weder Namen noch Passwort haben',
    fragment: 'darf keinen Teil nach # haben',
    notHttps: 'muss mit https:// beginnen',
    port: 'darf keinen Port haben außer 443 oder 8443',
    notPublic: 'muss im öffentlichen Internet liegen: diese ist privat, lokal oder reserviert',
  },
  noEvents: 'Bitte mindestens eines auswählen.',
  tooMany: 'Diese Adresse ist schon {most}-mal angemeldet. Bitte erst eine Anmeldung beenden.',
  slowed:
    'Aus Ihrem Netz kamen viele Adressen, die nicht einverstanden waren. Bitte in {seconds} s noch einmal versuchen.',
  subscribed: 'Angemeldet',
  subscribedIs: '{host} ist einverstanden und bekommt ab jetzt Bescheid.',
  oneStep: 'Ein Schritt fehlt noch',
  oneStepIs:
    'An {host} wurde ein Link geschickt. Sobald ihn dort jemand innerhalb von 24 Stunden öffnet und den Knopf drückt, beginnen die Zustellungen.',
  notReached: 'Er ist offenbar nicht angekommen: {why}.',
  secret: 'Das Geheimnis',
  secretIs:
    'Es wird nur dieses eine Mal gezeigt. Jede Zustellung ist damit signiert: Prüfen Sie das, und nehmen Sie nichts anderes als unseres an.',
  howToCheck: 'Wie man eine Signatur prüft',
  itsPage: 'Die Seite dazu',
  itsPageIs:
    'Heben Sie diese Adresse auf: Dort lässt sich alles ändern und beenden. Jede Zustellung nennt sie auch.',
  webhook: 'Webhook',
  state: { active: 'Aktiv', pending: 'Noch nicht bestätigt', off: 'Abgeschaltet' },
  pendingUntil: 'Es wird nichts gesendet, bevor es jemand bestätigt hat; möglich bis {at}.',
  offSince:
    'Abgeschaltet: Seit {at} ist nichts angekommen ({why}). Was inzwischen geschieht, wird nicht nachgesendet.',
  failingSince: 'Seit {at} ist nichts angekommen ({why}). Drei Tage lang wird es weiter versucht.',
  of: 'Wovon',
  since: 'Seit',
  delivered: 'Zugestellt',
  lastDelivery: 'Letzte Zustellung',
  never: 'noch keine',
  waiting: 'Wartend',
  givenUp: 'Aufgegeben',
  test: 'Test senden',
  tested: 'Der Test ist angekommen.',
  notTested: 'Der Test ist nicht angekommen: {why}.',
  replace: 'Neues Geheimnis erzeugen',
  replaceIs: 'Das alte gilt noch 24 Stunden: Bis dahin tragen Zustellungen beide Signaturen.',
  replaced: 'Das neue Geheimnis',
  replacedIs:
    'Es wird nur dieses eine Mal gezeigt. Bis {at} wird mit ihm und mit dem alten signiert.',
  switchOn: 'Wieder einschalten',
  switchedOn: 'Wieder eingeschaltet.',
  replay: 'Aufgegebenes noch einmal senden',
  replayed: 'Das Aufgegebene wird noch einmal gesendet.',
  end: 'Abmelden',
  ended: 'Abgemeldet',
  endedIs: '{host} bekommt nichts mehr.',
  confirm: 'Soll es hierher kommen?',
  confirmIs:
    'Jemand möchte, dass {host} hiervon Bescheid bekommt. Wenn die Adresse Ihnen gehört und Sie einverstanden sind, drücken Sie den Knopf. Wenn nicht, tun Sie nichts: Die Anfrage verfällt {at}.',
  agree: 'Ja, hierher senden',
  agreed: 'Bestätigt',
}
