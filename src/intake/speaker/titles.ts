/** Words that stand before a name, or describe who bears it. */

/** Capitalized before a name, and no part of it. */
export const TITLES = new Set(
  `President Prime Minister Foreign Defence Defense Interior Finance Economy Trade Treasury Commerce
  Justice Energy Home Secretary State Chancellor King Queen Prince Princess Crown Emir Sultan Sheikh
  Emperor Empress Kaiser Tsar Czar Shah Archduke Duke Count Baron Lord Lady Sir Dame Mr Mr. Mrs Mrs.
  Ms Ms. Dr Dr. Prof Prof. Professor General Gen Gen. Lieutenant Lt Lt. Colonel Col Col. Major Maj
  Maj. Captain Capt Capt. Brigadier Brig Brig. Admiral Adm Adm. Vice Rear Marshal Field Commander
  Sergeant Senator Sen Sen. Representative Rep Rep. Congressman Governor Gov Gov. Mayor Ambassador
  Premier Deputy Chief Special Envoy Commissioner Speaker Chairman Chairwoman Director Secretary-General
  Supreme Leader Ayatollah Pope Cardinal Archbishop Bishop Reverend Comrade Herr Frau Monsieur Signor
  Taoiseach Under Undersecretary Assistant Permanent High National Security Adviser Advisor First
  Staff Joint Lead Negotiator Spokesman Spokeswoman Spokesperson Acting Former Press Affairs External
  Chairperson Lieutenant-General Colonel-General Lieutenant-Colonel Vice-Admiral Rear-Admiral Major-General Brigadier-General Attorney Union Right Honourable Count
  Viscount Earl Judge Justice`.split(/\s+/),
)

/** Lower-case words that say what somebody is. */
export const ROLES = new Set(
  `president minister premier chancellor secretary spokesman spokeswoman spokesperson envoy ambassador
  negotiator co-chairman co-chair vice-chairman vice-president secretary-general director-general chief leader head commander general admiral colonel adviser advisor aide counterpart
  mediator diplomat commissioner director governor mayor senator lawmaker king queen emir chairman
  chairwoman chairperson chair representative official delegate analyst expert professor researcher
  economist historian lawyer speaker strongman ruler coordinator facilitator monarch`.split(/\s+/),
)

/** Lower-case words that go with them. */
export const ROLE_ADJECTIVES = new Set(
  `prime foreign deputy vice press special top senior defence defense finance trade interior national
  security policy presidential army military rebel opposition government state nuclear peace human
  rights former acting first permanent high general chief lead junior home economy energy justice
  veteran long-time longtime caretaker interim new outgoing separatist guerrilla political affairs
  exiled right-wing left-wing conservative liberal communist parliamentary federal ceasefire party
  executive hardline rights joint external ministry department army parliament cabinet embassy delegation council
  commission`.split(/\s+/),
)

/** They make a capitalized name that of a body. */
export const BODIES =
  /\b(?:Ministry|Department|Office|Council|Commission|Command|House|Union|Army|Party|Front|Group|Agency|Court|Parliament|Nations|Forces|Force|Street|Committee|Congress|Senate|Government|Movement|League|Alliance|Bank|Organi[sz]ation|Authority|Cabinet|Assembly|Navy|Fund|Institute|University|Bureau|Bloc|Palace|Embassy|Guards?|Brigades?|Corps|Administration|Board|Federation|Republic|Kingdom|Centre|Center|Secretariat|Duma|Knesset|Bundestag|Rada|Majlis|Kremlin|Pentagon|Porte|Association|Foundation|Coalition|Powers|Service|Mission|Delegation|Presidency|Directorate|Junta|Cross|Crescent|Taliban|Hamas|Hezbollah|Tribunal|Chamber)\b/

/** Of those, names that only one body bears. */
export const OWN_NAMES = /^(?:Taliban|Hamas|Hezbollah)$/

/** People without a name. */
export const NAMELESS =
  /\b(?:sources?|officials?|diplomats?|aides?|insiders?|people|persons?|residents|witnesses|negotiators?|envoys?|lawmakers|ministers|commanders?|officers?|advisers|advisors|delegates?|members?|mediators?|analysts?|experts?|sailors|soldiers|doctors|medics|relatives|activists|generals|observers|traders|others|those|man|woman|one|participants?|some|many|correspondents?|ambassadors?|figures?|representatives?|lawyers|economists|courtiers|intermediar(?:y|ies))\b/i
