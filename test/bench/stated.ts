/** What the sources of a made ledger are called, and how they put things. */
export const STATES = [
  ...['Arvania', 'Belmora', 'Cassovia', 'Dravonia', 'Estmark', 'Fenwald', 'Galvia', 'Hestria'],
  ...['Ilmaria', 'Jorvania', 'Kestonia', 'Lysmark', 'Morvia', 'Nordavia', 'Ostria', 'Pelonia'],
]

export const OUTLETS = ['The Morning Wire', 'Harbour Post', 'Radio Meridian', 'The Continental']

export const ZONES = [
  ...['Europe/Kyiv', 'Europe/Istanbul', 'America/New_York', 'Asia/Tehran', 'Europe/Brussels'],
  ...['Asia/Jerusalem', 'Asia/Shanghai', 'Africa/Cairo', 'UTC', null],
]

export const TOPICS = Array.from({ length: 40 }, (_, index) => {
  const [one, other] = [STATES[index % 16], STATES[(index * 5 + 3) % 16]]
  return `${one}-${other}-${['war', 'strait', 'border', 'sanctions'][index % 4]}`.toLowerCase()
})

export const DEMANDS = [
  'Withdraw all forces behind the line of 1994',
  'Reopen the strait to all shipping',
  'Release the prisoners of the spring campaign',
  'Let the inspectors into the northern sites',
  'Lift the tariffs on grain and steel',
  'Sign the text that the mediators have put forward',
]

export const THREATS = [
  'A new round of sanctions',
  'The ports will be closed',
  'The truce ends at midnight',
  'All further talks are off',
]

export const QUOTES = [
  [
    'en',
    '“There will be no further extension. They know the date, and they know what follows it.”',
  ],
  [
    'en',
    '“We have heard such dates before; our delegation will come when there is a text to sign.”',
  ],
  ['de', '„Bis dahin erwarten wir eine klare Antwort, sonst treten die Maßnahmen in Kraft.“'],
  ['fr', '« Nous avons donné dix jours, pas un de plus, et la réponse doit être écrite. »'],
  ['uk', '«Зустріч відбудеться, якщо друга сторона підтвердить дату до кінця тижня».'],
  ['tr', '“Taraflar tarih üzerinde anlaştı; saat henüz kesinleşmedi.”'],
] as const

export const NOTES = [
  'The hour is not stated; the day is taken as a whole in the zone of who said it.',
  'Carried by two agencies with different words; the fuller one is quoted here.',
  'Said in answer to a question, and not repeated in the written statement.',
]
