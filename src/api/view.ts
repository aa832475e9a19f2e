import type { Context } from 'hono'
import assets from '../../dist/assets.json' with { type: 'json' }
import type { Status } from '../deadline/status.ts'
import { absolute, deadlinePath, NOTHING_ASKED } from '../href.ts'
import { readHead } from '../ledger/head.ts'
import type { View } from '../page/page.ts'
import { KNOWN, type Language, loadWords } from '../page/words/words.ts'
import type { AppEnv } from './context.ts'
import { chooseLanguage } from './language.ts'
import { type Asked, readLanguage } from './query.ts'

/** What every page is shown with, and words to write it in; its language is said in the headers too. */
export async function viewOf(
  c: Context<AppEnv>,
  asked: Pick<Asked, 'now' | 'asking'>,
  head: number | null = null,
): Promise<View> {
  const lang = chooseLanguage(asked.asking.lang, c.req.header('accept-language'))
  await loadWords(lang)
  return viewIn(c, lang, asked, head)
}

/** The same in a language whose words are there. */
export function viewIn(
  c: Context<AppEnv>,
  lang: Language,
  { now, asking }: Pick<Asked, 'now' | 'asking'>,
  head: number | null = null,
): View {
  c.header('content-language', KNOWN[lang].lang)
  c.header('vary', 'Accept-Language', { append: true })
  return { site: c.var.site, assets, now, asking, head, lang }
}

/** What a page is shown with that is of no instant but the present. */
export function presentView(c: Context<AppEnv>): Promise<View> {
  const asking = { ...NOTHING_ASKED, lang: readLanguage(c.req.url) }
  return viewOf(c, { now: c.var.clock, asking })
}

/** A status as the JSON gives it: with the address of its page. */
export function withUrl(status: Status, site: { url: string }): Status & { url: string } {
  return { ...status, url: absolute(site.url, deadlinePath(status.slug)) }
}

/**
 * The head that a page of the present follows, null for one of an earlier instant. To be read before
 * what the page shows: then a page that misses the last report knows no more than that either.
 */
export function headOf(c: Context<AppEnv>, { asking }: Pick<Asked, 'asking'>) {
  return asking.at === null ? readHead(c.env.DB) : null
}
