/** The words by which news tells of ultimatums, talks and deadlines, as patterns of whole words. */

function anyOf(words: string): RegExp {
  return new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})$`)
}

export const TALKS_NOUNS = anyOf(`
  talks negotiations? summits? meetings? rounds? sessions? consultations? conferences? conversations?
  discussions? dialogue gatherings? call calls video-conference videoconference parley encounter tête-à-tête
  face-to-face mini-summit pre-talks teleconference`)

export const TALKS_VERBS = anyOf(
  `meet meets met meeting confer confers conferred negotiate negotiates negotiated reconvene reconvenes reconvened
   gather gathers gathered assemble assembles assembled receive receives received host hosts hosted discuss discusses discussed
   speak speaks spoke spoken sit sits sat talk talked consult consulted see sees`,
)

/** They name a deadline by themselves: "the vote on Friday". */
export const DATED_NOUNS = anyOf(`
  deadlines? limit cut-off vote votes ballot referendum plebiscite hearings? rulings? verdict judgment judgement
  exchanges? releases? swaps? withdrawals? pull-out pullout handover hand-over evacuation inauguration repatriation`)

/** They have a deadline where the sentence says that they begin or end. */
export const LASTING_NOUNS = anyOf(`
  truces? ceasefires? cease-fires? armistice agreements? accords? treaty treaties pacts? deals? mandates?
  exemptions? waivers? licences? licenses? tariffs? sanctions embargo bans? duties duty levy levies period
  offers? extensions? moratorium suspension pauses? leases? permits? blockade curfew emergency measures?
  memberships? contracts? programmes? programs? tenure closures? airspace
  restrictions? rules? law regime arrangement arrangements concession protocol amnesty window lull
  hostilities quarantine guarantee guarantees passage visas? transition reprieve stay halt freeze price-cap
  cap quotas? fees? surcharges? controls? export-controls decree order`)

export const ULTIMATUM_NOUNS = anyOf('ultimatum ultimatums ultimata')

/** Of prisoners, hostages, the dead; an exchange of fire or of views is none. */
export const EXCHANGED =
  /\b(?:prisoners?|hostages?|captives?|detainees?|inmates|bodies|remains|POWs|soldiers|dead)\b/i

/** Whose leaving is a deadline. */
export const FORCES =
  /\b(?:troops?|forces?|soldiers|army|observers|monitors|peacekeepers|personnel|garrison|units|tanks|fleet|inspectors|contingent|warships|fighters|militants|guerrillas|rebels|insurgents)\b/i

export const EXPIRING_VERBS = anyOf(`
  expire expires expired expiring lapse lapses lapsed elapse elapses elapsed`)
export const ENDING_VERBS = anyOf(
  `pass passes passed end ends ended terminate terminates terminated`,
)
/** With what follows: "runs out", "takes effect", "comes into force". */
export const EXPIRING_PHRASES =
  /\b(?:runs?|ran|running) out\b|\b(?:takes?|took|taking|taken) effect\b|\b(?:comes?|came|go|goes|went|put|enters?|entered|brought) into (?:force|effect)\b|\b(?:apply|applies) (?=from|on|as of)|\bkicks? in\b|\bkicked in\b|\bbe(?:comes|came|come) effective\b/g

export const LIGHT_VERBS = anyOf(`
  hold holds held take takes took taken begin begins began begun start starts started resume resumes resumed
  open opens opened continue continues continued convene convenes convened gather gathers gathered
  conclude concludes concluded schedule scheduled set plan plans planned fix fixed due expect expected
  expects host hosts hosted attend attends attended follow follows followed arrange arranged postpone
  postponed delay delayed announce happen happened occur occurs occurred be is are was were been complete
  completed close closes closed adjourn adjourned chair chairs chaired join joins joined launch launched
  come comes came go goes tabled slated pencilled penciled called invite invited invites propose proposed
  proposes agree agreed agrees reschedule rescheduled moved brought put pushed suggest suggested have has
  had offer offered offers seek sought reopen reopened restart restarts restarted relaunch relaunched finish finished wrapped wound booked
  requests requested welcome receive receives return returns returned
  conduct conducts conducted organise organised organize organized lead leads stage staged`)

/** They tell how long something lasts, and so its end only with "until". */
export const LASTING_VERBS = anyOf('run runs last lasts stand stands remain remains stay stays')

/** They say what is ahead, whatever their tense. */
export const PLANNING = anyOf(`
  scheduled set planned fixed due expected arranged postponed delayed slated pencilled penciled called
  invited proposed agreed rescheduled moved pushed suggested tabled brought put announced offered extended
  prolonged invites proposes plans expects hopes prolong extend plan expect schedule sought requested`)

export const GIVING_VERBS = anyOf(`
  gave give gives given giving allowed allows granted grants handed delivered issued issues issue presented`)

export const DEMANDING_VERBS = anyOf(`
  demanded demands demand ordered orders order told urged insisted called required requires warned
  instructed summoned`)

export const ACTING_VERBS = anyOf(`
  withdraw withdraws leave leaves pull vote votes rule rules decide decides exchanged swapped exchange swap impose
  imposed imposes lift lifted lifts levy hand handed release released repatriated evacuate evacuated evacuates
  free freed reimpose reimposed raise cut suspend suspended extended prolonged extend renewed prolong
  rise increase double climb jump fall drop sign signed
  abolish scrap quit vacate handing surrender inaugurated rejoin ban banned deliver`)

export const IRREGULAR_PAST = anyOf(`
  went flew fled left arrived came became got won lost shot hit struck fought fell rose drove sank broke
  built bought brought caught cut dealt drew fed felt found froze grew hung heard kept knew laid led let
  lay meant paid put quit read rode ran rang sang sat saw seen sold sent shook shone shut slept slid spent
  stood stole swept swore threw thrown understood woke wore wrote taught told made said died killed did done
  broken broke gone known shown written driven fallen risen flown struck stricken born tore burst cast spread sought wound`)

/** Of travel and the like in the present, which news uses of what is ahead. */
export const PRESENT_VERBS = anyOf(
  'arrives flies travels visits departs lands heads tours addresses goes comes sails marks turns',
)

/** Before a word, they make it a verb: "will end", "must vote"; with a capital, May is a month. */
export const MODALS = anyOf('will would must can could may might should shall cannot')

/** With "to" before them these are verbs; as a rule they are nouns. */
export const VERBS_AFTER_TO = anyOf(
  'vote ban pause end call exchange swap halt freeze cap offer order stay permit lease rule meet',
)

/** Before a word, they make it a noun: "the end of", "a set of". */
export const DETERMINERS = anyOf(
  'the a an this that its their his her no any of prisoner at by until behind year month week',
)

/** They end as verbs in the past do, and are none. */
export const ENDING_IN_ED = anyOf(`
  united hundred armed unnamed indeed need speed red bed seed breed sacred naked wicked kindred masked
  allied so-called combined advanced talented wounded wanted unprecedented limited continued increased
  extended alleged repeated failed proposed planned occupied divided besieged embattled disputed annexed
  exiled jailed detained expected`)

/** They end as participles do, and tell of no act that a date could belong to. */
export const ENDING_IN_ING = anyOf(`
  meeting hearing ruling evening morning during including following according king ring thing nothing
  anything something everything spring string wing warring building being outgoing incoming neighbouring
  neighboring standing fighting bombing shelling shipping killing beginning meaning remaining coming
  ongoing existing opening closing accounting crossing housing warning understanding gathering sitting
  sing bring`)

/** After a modal they are no verbs of their own. */
export const ADVERBS = anyOf(
  'not be have also now soon likely probably possibly then only never again still first instead begin',
)

/** After "to" they are no verbs. */
export const NO_INFINITIVES = anyOf(`
  the a an its his her their be have which this that whom all both any each some talks two three one end`)

export const DOUBTING = anyOf(`
  may might could likely probably possibly perhaps tentatively provisionally expected expects expect`)

/** Words that stand between an auxiliary and its verb, or are one. */
export const VERB_GROUP = anyOf(`
  will would 'll shall should must may might could can to be is are was were been being has have had not
  also now still again then first last finally due scheduled expected expects expect planned set likely
  probably possibly perhaps tentatively provisionally soon both only formally officially previously already
  just never next later hold holds held take takes took begin begins began start started jointly directly`)
