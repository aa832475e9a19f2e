/** Outlets, by their names and by what they are. */

/** Agencies, broadcasters and papers; more of them than a name is told by its kind, below. */
const NAMES = `
Reuters, AP, Associated Press, AFP, Agence France-Presse, UPI, United Press, Bloomberg, Havas, Stefani, DPA, dpa, ANSA,
EFE, PAP, Tanjug, TASS, Tass, Interfax, RIA, RIA Novosti, Xinhua, Yonhap, Kyodo, KCNA, Antara, Bernama, PTI, APA,
Ukrinform, Anadolu, Anadolu Agency, IRNA, Fars, Tasnim, Mehr, SANA, WAFA, KUNA, WAM, Telam, Prensa Latina, BBC, CNN, NBC,
CBS, ABC, Fox News, Sky News, NPR, NHK, ZDF, ARD, RFI, France 24, Deutsche Welle, Voice of America, Al Jazeera,
Al-Jazeera, Al Arabiya, Axios, Politico, Semafor, Haaretz, Ynet, Pravda, Izvestia, Kommersant, Le Monde, Figaro,
Der Spiegel, Bild, The Times, Guardian, Economist, Globo, Nikkei, Asahi`

const KINDS = [
  String.raw`\p{Lu}[\p{L}-]+ (?:Times|Post|Herald|Tribune|Chronicle|Gazette|Journal|Telegraph|Courier|News|Mail|Observer|Sentinel)`,
  String.raw`(?:\p{Lu}\p{L}+ )?(?:Press|News) Agency`,
  String.raw`Radio \p{Lu}\p{L}+|\p{Lu}\p{L}+ Radio`,
  'state (?:television|TV|media|radio|news agency|broadcaster)|state-run (?:television|media|news agency)',
  'television|broadcast|newspapers?|news agency|broadcaster|radio|magazine|local media|media|press',
]

const BY_LENGTH = NAMES.trim()
  .split(/,\s+/)
  .sort((a, b) => b.length - a.length)

/** Words of outlets. */
export const OUTLETS = new RegExp(
  `\\b(?:${[...KINDS.slice(0, 3), ...BY_LENGTH, ...KINDS.slice(3)].join('|')})\\b`,
  'u',
)
