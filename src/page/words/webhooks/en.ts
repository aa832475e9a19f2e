/** The words around webhooks; other languages have the same shape. */
import type { EventKind } from '../../../deadline/event.ts'

/** What can be wrong with an address to send to. */
export type AddressFault = keyof typeof addressFault

export type WebhookWords = typeof words & { event: Record<EventKind, string> }

/** Predicates: programs are told them with a pointer to the field. */
const addressFault = {
  notAnAddress: 'must be a whole address, such as https://example.org/hook',
  tooLong: 'must have at most 2,000 characters',
  credentials: 'must not have a name or a password before its host',
  fragment: 'must not have a part after #',
  notHttps: 'must begin with https://',
  port: 'must have no port, 443 or 8443',
  notPublic: 'must be on the public internet: this one is private, local or reserved',
}

const words = {
  heading: 'To an address of your own',
  headingIs:
    'Each event as it comes, sent to a program of yours, or as a message to a channel of Slack, Discord or ntfy.',
  address: 'Address',
  addressHint: 'Your program’s own, or the webhook address that the chat service gave you.',
  format: 'Written for',
  formats: {
    standard: 'a program: signed JSON',
    slack: 'Slack',
    discord: 'Discord',
    ntfy: 'ntfy',
  },
  toldOf: 'What to tell',
  event: {
    moved: 'The date is set, or it moves',
    contested: 'Sources begin to disagree',
    milestone: '30, 7 or 3 days, 24 hours or one hour are left',
    due: 'The time begins',
    passed: 'The time is up',
    outcome: 'What came of it',
    retracted: 'A report is taken back',
  },
  ask: 'Subscribe this address',
  askIs:
    'The address is first asked whether it agrees; until then nothing else is sent there. The page that comes next ends it at a press.',
  addressFault,
  noEvents: 'Choose one at least.',
  tooMany: 'This address has {most} subscriptions already. End one of them first.',
  slowed:
    'From your network came many addresses that did not agree. Please try again in {seconds} s.',
  subscribed: 'Subscribed',
  subscribedIs: '{host} has agreed, and is told from now on.',
  oneStep: 'One step is left',
  oneStepIs:
    'A link was sent to {host}. Once somebody opens it there and presses its button, within 24 hours, deliveries begin.',
  notReached: 'It has not arrived, as it seems: {why}.',
  secret: 'The secret',
  secretIs:
    'It is shown this once. Every delivery is signed with it: check that, and take nothing else for ours.',
  howToCheck: 'How to check a signature',
  itsPage: 'Its page',
  itsPageIs: 'Keep this address: there it is changed and ended. Every delivery names it too.',
  webhook: 'Webhook',
  state: { active: 'Active', pending: 'Not confirmed yet', off: 'Switched off' },
  pendingUntil: 'Nothing is sent before somebody has confirmed it. It lapses on {at}.',
  offSince:
    'It is switched off: nothing has arrived since {at} ({why}). What comes to pass meanwhile is not sent later.',
  failingSince: 'Nothing has arrived since {at} ({why}). It is tried again, for three days.',
  of: 'Of what',
  since: 'Since',
  delivered: 'Delivered',
  lastDelivery: 'Last delivery',
  never: 'none yet',
  waiting: 'Waiting',
  givenUp: 'Given up',
  test: 'Send a test',
  tested: 'The test has arrived.',
  notTested: 'The test has not arrived: {why}.',
  replace: 'Make a new secret',
  replaceIs: 'The old one stays valid for 24 hours: until then deliveries bear both signatures.',
  replaced: 'The new secret',
  replacedIs:
    'It is shown this once. Until {at} deliveries are signed with it and with the old one.',
  switchOn: 'Switch on again',
  switchedOn: 'It is switched on again.',
  replay: 'Send again what was given up',
  replayed: 'What was given up is being sent again.',
  end: 'Unsubscribe',
  ended: 'Unsubscribed',
  endedIs: '{host} is told of nothing any more.',
  confirm: 'Is it to come here?',
  confirmIs:
    'Somebody has asked to have {host} told of this. If it is yours and you agree, press the button. If not, do nothing: it lapses on {at}.',
  agree: 'Yes, send it here',
  agreed: 'Confirmed',
}

export const en: WebhookWords = words
