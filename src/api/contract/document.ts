/**
 * The OpenAPI description, made of the operations and of the schemas that check their inputs. That is
 * done when the Worker is built (scripts/data-modules.ts): what is deployed has the text alone.
 */
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import about from '../../../package.json' with { type: 'json' }
import { describeOperation, type Operation } from './operation.ts'
import { boardOperations } from './operations/board.ts'
import { calendarOperations } from './operations/calendars.ts'
import { deadlineOperations } from './operations/deadline.ts'
import { deliveryOperations } from './operations/deliveries.ts'
import { feedOperations } from './operations/feeds.ts'
import { hubOperations } from './operations/hub.ts'
import { intakeOperations } from './operations/intake.ts'
import { ledgerOperations } from './operations/ledger.ts'
import { liveOperations } from './operations/live.ts'
import { pictureOperations } from './operations/pictures.ts'
import { pushOperations } from './operations/push.ts'
import { recordingOperations } from './operations/recording.ts'
import { trackerOperations } from './operations/tracker.ts'
import { SENT, webhookOperations } from './operations/webhooks.ts'
import { EDITORS_ONLY } from './problems.ts'

/** In the order in which their examples are recorded: how the tracker is, before anything is asked of it. */
const OPERATIONS: Operation[] = [
  ...boardOperations,
  ...deadlineOperations,
  ...feedOperations,
  ...calendarOperations,
  ...webhookOperations,
  ...pictureOperations,
  ...pushOperations,
  ...trackerOperations,
  ...liveOperations,
  ...hubOperations,
  ...recordingOperations,
  ...ledgerOperations,
  ...intakeOperations,
  ...deliveryOperations,
]

const TAGS = {
  Board: 'Many deadlines at a time.',
  Deadlines: 'One deadline, with all that is known of it.',
  Feeds: 'What happens, as it happens: reports, moves, milestones, outcomes.',
  Calendars: 'Deadlines as events, in any calendar.',
  Webhooks: 'Each event as it comes, sent to an address of yours.',
  Pictures: 'One deadline, to be shown elsewhere.',
  Notifications: 'In a reader’s browser, by Web Push.',
  'This tracker': 'How it is, and this description.',
  Recording: 'What editors record. Nobody edits a date: the status follows from the reports.',
  Ledger: 'All that is recorded, in and out.',
  Intake: 'From an article to drafts.',
  Deliveries: 'What has not arrived at those who are told.',
}

/** The site that the examples were recorded on. */
export const EXAMPLE_SITE = 'https://eleventh-hour.example'

/** Of that site, as JSON. */
export const DOCUMENT = JSON.stringify(
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Eleventh Hour',
      version: about.version,
      summary: about.description,
      description:
        'A deadline has no date of its own: sources make reports, and its status follows from them. Reading is open to everybody; recording takes an editor’s token. Whatever is not known is null, never left out.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: EXAMPLE_SITE }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(OPERATIONS),
    webhooks: SENT,
    components: {
      securitySchemes: {
        [EDITORS_ONLY]: {
          ...{ type: 'http', scheme: 'bearer' },
          description: 'An editor’s own token, sent as Authorization: Bearer and the token.',
        },
      },
    },
  }),
)

function pathsOf(operations: Operation[]): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  return Object.fromEntries(
    [...byPath].map(([path, here]) => [
      path,
      Object.fromEntries(here.map((each) => [each.method, describeOperation(each)])),
    ]),
  )
}
