import type { WebhookWords } from './en.ts'

export const fr: WebhookWords = {
  heading: 'À une adresse à vous',
  headingIs:
    'Chaque événement dès qu’il survient, envoyé à votre programme ou en message dans un canal Slack, Discord ou ntfy.',
  address: 'Adresse',
  addressHint:
    'Celle de votre programme, ou l’adresse de webhook donnée par le service de discussion.',
  format: 'Écrit pour',
  formats: {
    standard: 'un programme : JSON signé',
    slack: 'Slack',
    discord: 'Discord',
    ntfy: 'ntfy',
  },
  toldOf: 'Ce qui est annoncé',
  event: {
    moved: 'La date est fixée ou change',
    contested: 'Des sources commencent à se contredire',
    milestone: 'Il reste 30, 7 ou 3 jours, 24 heures ou une heure',
    due: 'Le moment commence',
    passed: 'Le temps est écoulé',
    outcome: 'L’issue',
    retracted: 'Une déclaration est retirée',
  },
  ask: 'Abonner cette adresse',
  askIs:
    'On demande d’abord à l’adresse si elle est d’accord ; rien d’autre n’y est envoyé avant. La page qui suit permet d’arrêter d’un clic.',
  addressFault: {
    notAnAddress: 'doit être une adresse complète, comme https://example.org/hook',
    tooLong: 'doit avoir au plus 2 000 caractères',
    credentials: 'ne doit avoir ni nom ni mot de passe avant le serveur',
    fragment: 'ne doit rien avoir après #',
    notHttps: 'doit commencer par https://',
    port: 'ne doit avoir aucun port, sinon 443 ou 8443',
    notPublic: 'doit être sur l’internet public : celle-ci est privée, locale ou réservée',
  },
  noEvents: 'Choisissez-en au moins un.',
  tooMany: 'Cette adresse a déjà {most} abonnements. Mettez d’abord fin à l’un d’eux.',
  slowed:
    'Beaucoup d’adresses qui n’ont pas donné leur accord sont venues de votre réseau. Réessayez dans {seconds} s.',
  subscribed: 'Abonnement enregistré',
  subscribedIs: '{host} est d’accord et sera prévenu désormais.',
  oneStep: 'Encore une étape',
  oneStepIs:
    'Un lien a été envoyé à {host}. Dès que quelqu’un l’y ouvre, dans les 24 heures, et appuie sur son bouton, les envois commencent.',
  notReached: 'Il semble ne pas être arrivé : {why}.',
  secret: 'Le secret',
  secretIs:
    'Il n’est montré que cette fois. Chaque envoi est signé avec lui : vérifiez-le, et ne tenez rien d’autre pour nôtre.',
  howToCheck: 'Comment vérifier une signature',
  itsPage: 'Sa page',
  itsPageIs:
    'Gardez cette adresse : c’est là que l’abonnement se modifie et se termine. Chaque envoi la rappelle.',
  webhook: 'Webhook',
  state: { active: 'Actif', pending: 'Pas encore confirmé', off: 'Désactivé' },
  pendingUntil: 'Rien n’est envoyé avant que quelqu’un ait confirmé, au plus tard {at}.',
  offSince:
    'Désactivé : rien n’est arrivé depuis {at} ({why}). Ce qui survient entre-temps ne sera pas envoyé plus tard.',
  failingSince:
    'Rien n’est arrivé depuis {at} ({why}). Les essais continuent, pendant trois jours.',
  of: 'Sujet',
  since: 'Depuis',
  delivered: 'Envois arrivés',
  lastDelivery: 'Dernier envoi',
  never: 'aucun pour l’instant',
  waiting: 'En attente',
  givenUp: 'Abandonnés',
  test: 'Envoyer un essai',
  tested: 'L’essai est arrivé.',
  notTested: 'L’essai n’est pas arrivé : {why}.',
  replace: 'Créer un nouveau secret',
  replaceIs: 'L’ancien reste valable 24 heures : d’ici là, les envois portent les deux signatures.',
  replaced: 'Le nouveau secret',
  replacedIs:
    'Il n’est montré que cette fois. Jusqu’au {at}, les envois sont signés avec lui et avec l’ancien.',
  switchOn: 'Réactiver',
  switchedOn: 'Il est de nouveau actif.',
  replay: 'Renvoyer ce qui a été abandonné',
  replayed: 'Ce qui avait été abandonné est renvoyé.',
  end: 'Se désabonner',
  ended: 'Désabonné',
  endedIs: '{host} n’est plus prévenu de rien.',
  confirm: 'Faut-il l’envoyer ici ?',
  confirmIs:
    'Quelqu’un a demandé que {host} soit prévenu de ceci. Si l’adresse est à vous et que vous êtes d’accord, appuyez sur le bouton. Sinon, ne faites rien : la demande expire le {at}.',
  agree: 'Oui, l’envoyer ici',
  agreed: 'Confirmé',
}
