/**
 * Gives what does something whenever it is asked to, one time after the other: whoever asks while it
 * is being done has it done once more, however many ask.
 */
export function whileAsked(act: () => Promise<void>): () => Promise<void> {
  let isAsked = false
  let acting: Promise<void> | null = null
  const actWhileAsked = async () => {
    try {
      while (isAsked) {
        isAsked = false
        await act()
      }
    } finally {
      acting = null
    }
  }
  return () => {
    isAsked = true
    acting ??= actWhileAsked()
    return acting
  }
}
