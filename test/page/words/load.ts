/** The words of every language, as they are before a page is written in it. */
import { LANGUAGES, loadWords } from '../../../src/page/words/words.ts'

await Promise.all(LANGUAGES.map(loadWords))
