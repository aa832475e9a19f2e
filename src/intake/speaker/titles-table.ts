/** Words that stand before a name, or describe who bears it: titles.ts says of each list what it is. */

export const TITLES_WORDS = `President Prime Minister Foreign Defence Defense Interior Finance Economy Trade Treasury Commerce
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
  Viscount Earl Judge Justice`

export const ROLES_WORDS = `president minister premier chancellor secretary spokesman spokeswoman spokesperson envoy ambassador
  negotiator co-chairman co-chair vice-chairman vice-president secretary-general director-general chief leader head commander general admiral colonel adviser advisor aide counterpart
  mediator diplomat commissioner director governor mayor senator lawmaker king queen emir chairman
  chairwoman chairperson chair representative official delegate analyst expert professor researcher
  economist historian lawyer speaker strongman ruler coordinator facilitator monarch`

export const ROLE_ADJECTIVES_WORDS = `prime foreign deputy vice press special top senior defence defense finance trade interior national
  security policy presidential army military rebel opposition government state nuclear peace human
  rights former acting first permanent high general chief lead junior home economy energy justice
  veteran long-time longtime caretaker interim new outgoing separatist guerrilla political affairs
  exiled right-wing left-wing conservative liberal communist parliamentary federal ceasefire party
  executive hardline rights joint external ministry department army parliament cabinet embassy delegation council
  commission`
