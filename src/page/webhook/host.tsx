/** The host of an address, that reads from left to right whatever the page does. */
export function Host({ name }: { name: string }) {
  return (
    <b class="host" dir="ltr">
      {name}
    </b>
  )
}

/** Why something has not arrived: it was written down in English. */
export function Reason({ words }: { words: string }) {
  return (
    <bdi lang="en" dir="ltr">
      {words}
    </bdi>
  )
}
