/** What is kept for when there is no connection, and what is not. Pure. */

const KEPT = /^\/((archive|record)?|(topics|deadlines)\/[a-z0-9-]+)$/

/** Pages that tell how things stand; their other forms, and all that is not to be read, are not kept. */
export function isKeptPage(path: string): boolean {
  return KEPT.test(path)
}

/** Pages that are of no use without a connection: in their place it is said that there is none. */
export function isOtherPage(path: string): boolean {
  return path === '/subscribe' || path === '/docs'
}

export function isFile(path: string): boolean {
  return path.startsWith('/assets/')
}

/** Whether an answer is a page as it is, and may be kept. */
export function isKeepable({ status, redirected, headers }: Response): boolean {
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  const isSecret = /no-store|private/.test(headers.get('cache-control') ?? '')
  return status === 200 && !redirected && isPage && !isSecret
}

/** A file, and what it says of others. */
export interface Named {
  name: string
  text: string
}

/** Which files some texts need: those that they name, and those that these name in turn. */
export function neededBy(texts: string[], files: Named[]): Set<string> {
  const needed = new Set<string>()
  const unread = [...texts]
  for (let text = unread.pop(); text !== undefined; text = unread.pop()) {
    for (const file of files) {
      if (needed.has(file.name) || !text.includes(file.name)) continue
      needed.add(file.name)
      unread.push(file.text)
    }
  }
  return needed
}
