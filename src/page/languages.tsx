import type { Asking } from '../href.ts'
import type { View } from './page.ts'
import { KNOWN, LANGUAGES, wordsFor } from './words/words.ts'

interface Props {
  view: View
  /** This page's address, for whatever is asked. */
  path: (asking: Asking) => string
}

/** The same page in each language, by the language's own name. */
export function Languages({ view, path }: Props) {
  return (
    <nav class="languages" aria-label={wordsFor(view).phrase.languages}>
      <ul>
        {LANGUAGES.map((language) => {
          const { lang, dir } = KNOWN[language]
          return (
            <li>
              <a
                class="form-link"
                href={path({ ...view.asking, lang: language })}
                lang={lang}
                dir={dir}
                aria-current={language === view.lang ? 'true' : undefined}
              >
                {nameOf(lang)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** As the language writes its own name: deutsch is Deutsch, but français stays. */
function nameOf(lang: string): string {
  const language = new Intl.Locale(lang).language
  return new Intl.DisplayNames(lang, { type: 'language' }).of(language) ?? lang
}
