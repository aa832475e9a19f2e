/** Cutting words so that a message of them has no more bytes than are taken. Pure. */

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** Cuts the body, and where it must be the title, at a word's end where there is one near. */
export function cutToFit<Message extends { title: string; body: string }>(
  message: Message,
  mostBytes: number,
): Message {
  const withBody = (body: string) => ({ ...message, body })
  if (bytesOf(message) <= mostBytes) return message
  if (bytesOf(withBody('')) > mostBytes / 2) {
    const title = longest(
      message.title,
      (cut) => bytesOf({ ...message, title: cut, body: '' }) <= mostBytes / 2,
    )
    return cutToFit({ ...message, title }, mostBytes)
  }
  return withBody(longest(message.body, (body) => bytesOf(withBody(body)) <= mostBytes))
}

/** The longest beginning that fits, whole letters of it, with an ellipsis for what is gone. */
function longest(text: string, fits: (cut: string) => boolean): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  let [least, most] = [0, letters.length]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(endedPolitely(letters.slice(0, middle).join('')))) least = middle
    else most = middle - 1
  }
  return endedPolitely(letters.slice(0, least).join(''))
}

const LONGEST_WORD = 30

function endedPolitely(text: string): string {
  const end = text.lastIndexOf(' ')
  const whole = end > text.length - LONGEST_WORD && end > 0 ? text.slice(0, end) : text
  return `${whole.trimEnd()} …`
}
