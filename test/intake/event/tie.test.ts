import { describe, expect, test } from 'vitest'
import { readSentence } from '../../../src/intake/event/clause.ts'
import { tiesOf } from '../../../src/intake/event/tie.ts'

/** Of each date: `said`, `issued`, nothing, or the kind of its event, with `past` and `?`. */
function told(sentence: string): (string | null)[] {
  const reading = readSentence(sentence)
  if (!reading) return []
  return tiesOf(reading).map((tie) => {
    if (tie?.role !== 'event') return tie?.role ?? null
    return [tie.kind, tie.past ? 'past' : '', tie.doubtful ? '?' : ''].filter(Boolean).join(' ')
  })
}

describe('a date belongs', () => {
  test.for<[string, (string | null)[]]>([
    // To talks
    ['The two will meet in Geneva on Friday.', ['talks']],
    ['On Friday the two will meet in Geneva.', ['talks']],
    ['The next round of talks will be held in Turkey from Monday to Wednesday.', ['talks']],
    ['The two met on Tuesday and Wednesday.', ['talks past']],
    ['Rounds of talks were held on 16 May and 2 June.', ['talks past', 'talks past']],
    ['The ministers are expected to meet on Friday.', ['talks ?']],
    ['The summit could take place in August.', ['talks ?']],
    ['Friday’s talks will go on without him.', ['talks']],
    ['He will speak by telephone with the president tomorrow.', ['talks']],
    ['Envoys will sit down on Tuesday.', ['talks']],
    ['They will take place on Thursday.', ['same']],
    ['The talks will not resume before 1 September.', ['talks']],
    ['The meeting, originally planned for June, will be held in August.', [null, 'talks']],
    ['The league will discuss it at its summit in Riyadh on Friday.', ['talks']],
    ['He arrives in Baghdad today and will meet the president on Sunday.', [null, 'talks']],
    ['NATO leaders gathered in The Hague on Tuesday.', ['talks past']],
    ['The emir will receive both delegations on Tuesday.', ['talks']],
    ['The two men had a telephone call on Thursday.', ['talks past']],
    ['They wound up a two-day meeting in Durban on Friday.', [null, 'talks past']],
    ['The accord was reached at talks in Washington on Friday.', ['talks past']],
    ['At their last meeting, in Baku on 10 July, they agreed on a map.', ['talks past']],
    ['After a meeting in Muscat on Saturday he said no.', ['talks past']],
    ['The talks with Spain, France and Italy would be held in Rome on Friday.', ['talks']],
    ['It will take part in six-party talks in Beijing on Friday.', ['talks']],
    ['Sunak will speak to Joe Biden this afternoon.', ['talks']],
    ['The joint committee will meet on Friday.', ['talks']],
    ['On 1 May talks will resume.', ['talks']],
    ['The call would take place on Wednesday.', ['talks']],
    ['He will meet the delegate, Jon Vale, tomorrow to speak of it.', ['talks']],
    // To ultimatums
    [
      'The ultimatum that they issued on Tuesday expired this morning.',
      ['issued', 'ultimatum past'],
    ],
    [
      'On Sunday the bloc gave the soldiers who seized power one week to step down.',
      ['issued', 'ultimatum'],
    ],
    ['Iraq has until 15 January to leave Kuwait.', ['ultimatum']],
    ['He has 48 hours to answer.', ['ultimatum']],
    ['Serbia was given until Saturday to accept.', ['ultimatum']],
    ['Troops must leave by 1 May or face attack.', ['ultimatum']],
    ['Unless they withdraw by Thursday, it will close the border.', ['ultimatum']],
    ['She demanded that the rebels leave within ten days.', ['ultimatum']],
    ['The ultimatum expires at noon on Saturday.', ['ultimatum']],
    ['It gave the separatists a Monday morning deadline to disarm.', ['ultimatum']],
    ['It has set Brennia a deadline of 15 September to withdraw.', ['ultimatum']],
    ['It would expel them on 5 January unless two ships were returned, it said.', ['ultimatum']],
    ['A week ago it gave Serbia 50 days to take them down.', ['issued', 'ultimatum']],
    [
      'The ultimatum that it issued on Tuesday, demanding much, expired on Friday.',
      ['issued', 'ultimatum past'],
    ],
    [
      'He shortened the deadline that he had given it from 50 days to 10 days.',
      [null, 'ultimatum'],
    ],
    // To other deadlines
    ['The court will give its ruling on the border next month.', ['deadline']],
    ['The exchange would take place on Saturday.', ['deadline']],
    ['They will release 20 captured soldiers on Friday.', ['deadline']],
    ['It will start fining drivers on Thursday.', ['deadline']],
    ['Norland will close its border with Sudmark on Thursday.', ['deadline']],
    ['The truce expires on Monday evening.', ['deadline']],
    ['The truce expired on Sunday.', ['deadline past']],
    ['Tariffs of 25% will take effect on 1 August.', ['deadline']],
    ['The accord has been extended until 7 July.', ['deadline']],
    ['MPs will vote tonight on the plan.', ['deadline']],
    ['Prisoners will be exchanged tomorrow.', ['deadline']],
    ['The forces will leave the district no later than 1 December.', ['deadline']],
    ['Britain must ask for it before 1 July.', ['deadline']],
    ['The deadline passed on Friday.', ['same past']],
    ['Voters will decide in a referendum on 5 July.', ['deadline']],
    [
      'Britain is due to leave the European Union on 31 October unless it is delayed.',
      ['deadline'],
    ],
    ['Tariffs on steel will rise to 25 per cent on Friday.', ['deadline']],
    ['The airspace will remain closed until 24 May.', ['deadline']],
    ['It has extended its licence to operate there until 24 May.', ['deadline']],
    ['Its judgment will be given on Friday.', ['deadline']],
    ['The chairman has set a deadline of Friday for an agreement.', ['deadline']],
    ['The court gave the company until Friday to file its reply.', ['deadline']],
    ['The rebels have until Friday to withdraw under the accord.', ['deadline']],
    ['The deadline of 24 May for ending the crisis has passed.', ['same past']],
    // To what was said
    ['He said on Monday that the two would meet on Friday.', ['said', 'talks']],
    ['The two will meet on Friday, he said on Monday.', ['talks', 'said']],
    ['He told reporters in Geneva on Monday that it was late.', ['said']],
    // To nothing
    ['Troops took the town on Monday.', [null]],
    ['The inspectors began to leave the town on Monday.', [null]],
    ['The war, which began in February 2022, goes on.', [null]],
    ['Since the talks on Monday nothing has moved.', [null]],
    ['He arrived for talks on Friday.', [null]],
    ['A report published on Monday put it at ten.', [null]],
    ['They have no plans to meet this week.', [null]],
    ['The forces pulled out of the town on 17 February.', [null]],
    ['The guns exchanged fire on Friday.', [null]],
    ['A new round of sanctions was adopted on Friday.', [null]],
    ['He gave a news conference on Friday.', ['issued']],
    ['A cease-fire took effect on Thursday.', [null]],
    ['He explained it at a conference which lasted two hours.', [null]],
    ['It will shorten the deadline he set two weeks ago.', [null]],
    ['They must go back to their April positions.', [null]],
    ['The bank holds its own meeting on Monday.', [null]],
    ['Six people were killed at a meeting of farmers on Friday.', [null]],
    ['He resigned after a call with the president on Thursday.', [null]],
    ['Speaking at a conference in Munich on Saturday, he blamed them.', [null]],
    ['He was elected in the second round on 2 June.', [null]],
    ['The board of the fund will meet on Wednesday.', [null]],
    ['The president met farmers on Monday.', [null]],
    ['Parliament is to hold an emergency session on Tuesday.', [null]],
  ])('%s', ([sentence, expected]) => {
    expect(told(sentence)).toEqual(expected)
  })
})
