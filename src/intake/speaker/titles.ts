/** Words that stand before a name, or describe who bears it. */
import { ROLE_ADJECTIVES_WORDS, ROLES_WORDS, TITLES_WORDS } from './titles-table.ts'

/** Capitalized before a name, and no part of it. */
export const TITLES = new Set(TITLES_WORDS.split(/\s+/))

/** Lower-case words that say what somebody is. */
export const ROLES = new Set(ROLES_WORDS.split(/\s+/))

/** Lower-case words that go with them. */
export const ROLE_ADJECTIVES = new Set(ROLE_ADJECTIVES_WORDS.split(/\s+/))

/** They make a capitalized name that of a body. */
export const BODIES =
  /\b(?:Ministry|Department|Office|Council|Commission|Command|House|Union|Army|Party|Front|Group|Agency|Court|Parliament|Nations|Forces|Force|Street|Committee|Congress|Senate|Government|Movement|League|Alliance|Bank|Organi[sz]ation|Authority|Cabinet|Assembly|Navy|Fund|Institute|University|Bureau|Bloc|Palace|Embassy|Guards?|Brigades?|Corps|Administration|Board|Federation|Republic|Kingdom|Centre|Center|Secretariat|Duma|Knesset|Bundestag|Rada|Majlis|Kremlin|Pentagon|Porte|Association|Foundation|Coalition|Powers|Service|Mission|Delegation|Presidency|Directorate|Junta|Cross|Crescent|Taliban|Hamas|Hezbollah|Tribunal|Chamber)\b/

/** Of those, names that only one body bears. */
export const OWN_NAMES = /^(?:Taliban|Hamas|Hezbollah)$/

/** People without a name. */
export const NAMELESS =
  /\b(?:sources?|officials?|diplomats?|aides?|insiders?|people|persons?|residents|witnesses|negotiators?|envoys?|lawmakers|ministers|commanders?|officers?|advisers|advisors|delegates?|members?|mediators?|analysts?|experts?|sailors|soldiers|doctors|medics|relatives|activists|generals|observers|traders|others|those|man|woman|one|participants?|some|many|correspondents?|ambassadors?|figures?|representatives?|lawyers|economists|courtiers|intermediar(?:y|ies))\b/i
