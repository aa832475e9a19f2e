/** Filled in by the script, which alone knows where the reader is. Where no zone is said, it is nowhere. */
export function ReaderLine({ zone }: { zone: string | null }) {
  return zone === null ? null : <span class="reader" data-reader hidden />
}
