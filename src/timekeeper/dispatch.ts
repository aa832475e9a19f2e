import type { QueueMessage } from '../env.ts'

/** Whoever answers at all has answered by then, or is no longer waited for. */
const WAITED_FOR_MS = 1000

/**
 * Hands messages to the courier, and waits for it only a moment: an address that does not answer
 * keeps its own delivery waiting, and no other. What fails here is found again in the database.
 */
export async function dispatch(
  messages: readonly { body: QueueMessage }[],
  deliver: (message: QueueMessage) => Promise<void>,
): Promise<void> {
  await Promise.all(
    messages.map(({ body }) => Promise.race([reported(deliver(body)), pause(WAITED_FOR_MS)])),
  )
}

async function reported(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) =>
    console.error(JSON.stringify({ event: 'delivery-broke-off', error: String(error) })),
  )
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
