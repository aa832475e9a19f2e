/** Makes the service worker one file, with all that it has to know of this version in it. */
import { build } from 'esbuild'
import type { Built } from '../src/page/client/service-worker/built.ts'
import { CATALOGUES } from '../src/page/words/catalogues.ts'
import { fromRoot } from './project.ts'

export async function buildServiceWorker(built: Omit<Built, 'words'>): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot('src/page/client/service-worker/service-worker.ts')],
    define: { HANDED_OVER: JSON.stringify({ ...built, words: wordsInstead() }) },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: 'es2022',
    logLevel: 'error',
  })
  return outputFiles[0].contents
}

/** For the page that is shown in the place of one that was not kept. */
function wordsInstead(): Built['words'] {
  return Object.fromEntries(
    Object.entries(CATALOGUES).map(([key, { dir, phrase }]) => [
      key,
      { dir, title: phrase.offlineTitle, is: phrase.offlineIs, none: phrase.offlineNone },
    ]),
  )
}

/** What a page says while there is no connection, by the language that it says it is in. */
export function offlineWords() {
  return Object.fromEntries(
    Object.values(CATALOGUES).map(({ lang, reader: { locale }, phrase: { offline, online } }) => [
      lang,
      { locale, offline, online },
    ]),
  )
}
