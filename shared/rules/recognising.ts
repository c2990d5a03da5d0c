import type { LocalDay } from './localDay'
import { type callerQuestions, fewestQuestions } from './requestKinds'

/** Who calls: the resident; somebody for a resident; somebody who is no resident, such as an applicant; or nobody knows yet. */
export const callerKinds = ['unknown', 'resident', 'onBehalf', 'other'] as const
export type CallerKind = (typeof callerKinds)[number]

export type CallerQuestion = (typeof callerQuestions)[number]

/** Whether the caller knew what they were asked. What they said is kept nowhere. */
export const askedOutcomes = ['right', 'wrong', 'notKnown'] as const
export interface AskedQuestion {
  readonly question: CallerQuestion
  readonly outcome: (typeof askedOutcomes)[number]
}

/** `notYet`: more questions may be asked. `failed`: no more in this call. */
export const recognitions = ['recognised', 'notYet', 'failed'] as const
export type Recognition = (typeof recognitions)[number]

/** `right`: so many answers that are right recognise a caller; `wrong`: so many that are wrong, and nobody is recognised in this call. */
export interface RecognitionNeeds {
  readonly right: number
  readonly wrong: number
}

/** As shipped. Unsourced, and the lead's to set; never fewer than two right ones. */
export const shippedNeeds: RecognitionNeeds = { right: fewestQuestions, wrong: 2 }
/** More than this nobody can be asked for: of most residents no more is known. */
export const mostQuestions = 4

/**
 * Whether a caller is the resident: so many questions answered right that only the resident can answer, and one more for a
 * wrong answer. A name and a personal identity code are none of the questions (rules.md: the ombudsman, 2020). Each question
 * counts once, by what came of it last.
 */
export function recognition(asked: readonly AskedQuestion[], needs: RecognitionNeeds): Recognition {
  const last = new Map(asked.map(({ question, outcome }) => [question, outcome]))
  const howMany = (of: AskedQuestion['outcome']) => [...last.values()].filter((each) => each === of).length
  const wrong = howMany('wrong')
  if (wrong >= needs.wrong) return 'failed'
  return howMany('right') >= needs.right + wrong ? 'recognised' : 'notYet'
}

/** What the register and the desk know of a resident that can be asked for. Absent: null. */
export interface KnownOfResident {
  readonly ibanEnding: string | null
  /** What was last done with them before today, and when. */
  readonly latestContact: { readonly day: LocalDay; readonly kind: string } | null
  readonly moveInDay: LocalDay | null
  /** The names of the others who live there. */
  readonly household: readonly string[]
  readonly rooms: number | null
}

/** A question with what is right. `text` for names and digits; a day is `YYYY-MM-DD`; `kind` is the name of a kind in the timeline. */
export interface QuestionToAsk {
  readonly question: CallerQuestion
  readonly right: {
    readonly text: string | null
    readonly day: LocalDay | null
    readonly kind: string | null
  }
}

const nothing = { text: null, day: null, kind: null }

/**
 * The questions that can be put to whoever says that they are this resident, what a visitor to the home knows last. The rent is
 * not asked: the register does not have it. What is not known is not asked for.
 */
export function questionsToAsk(known: KnownOfResident): QuestionToAsk[] {
  const { ibanEnding, latestContact, moveInDay, household, rooms } = known
  const questions: QuestionToAsk[] = []
  const add = (question: CallerQuestion, right: Partial<QuestionToAsk['right']>) =>
    questions.push({ question, right: { ...nothing, ...right } })
  if (ibanEnding !== null) add('ibanEnding', { text: ibanEnding })
  if (latestContact !== null) add('latestContact', { ...latestContact })
  if (moveInDay !== null) add('moveInDay', { day: moveInDay })
  if (household.length > 0) add('household', { text: household.join(', ') })
  if (rooms !== null) add('rooms', { text: String(rooms) })
  return questions
}

/** What a caller may want to hear or have done. */
export const toldThings = [
  'generalAnswers',
  'defectReport',
  'doorOpening',
  'ownVisits',
  'ownDefects',
  'ownRequests',
  'keyInstructions',
  'portalHelp',
  'ownContacts',
  'otherPeople',
  'leaseAndPayments',
  'identityCode',
] as const
export type ToldThing = (typeof toldThings)[number]

/** Why something stays untold by phone. */
export const whyUntold = [
  'notFound',
  'notRecognised',
  'nonDisclosure',
  'documentNeeded',
  'mandateNeeded',
  'aboutOthers',
  'never',
] as const
export type WhyUntold = (typeof whyUntold)[number]

export interface CallerToTell {
  readonly kind: CallerKind
  /** A resident was found. */
  readonly found: boolean
  readonly recognised: boolean
  readonly hidden: 'nothing' | 'address' | 'all'
}

const forAnyone: readonly ToldThing[] = ['generalAnswers']
/** Nothing is told by these: a defect is written down, and a door is opened for whoever shows photo ID at it. */
const forAnyResident: readonly ToldThing[] = ['defectReport', 'doorOpening']

function whyNot(thing: ToldThing, { kind, found, recognised, hidden }: CallerToTell): WhyUntold | null {
  if (forAnyone.includes(thing)) return null
  if (thing === 'identityCode') return 'never'
  if (thing === 'otherPeople') return 'aboutOthers'
  if (!found || kind === 'unknown' || kind === 'other') return 'notFound'
  if (thing === 'ownContacts' && hidden !== 'nothing') return 'nonDisclosure'
  if (forAnyResident.includes(thing)) return null
  if (kind === 'onBehalf') return 'mandateNeeded'
  // What ends, transfers or tells needs a document, as of requests (requestKinds.ts).
  if (thing === 'leaseAndPayments') return 'documentNeeded'
  return recognised ? null : 'notRecognised'
}

/** What a caller may be told or have done now, and of the rest why not. */
export function mayBeTold(caller: CallerToTell): {
  readonly may: readonly ToldThing[]
  readonly mayNot: readonly { readonly thing: ToldThing; readonly why: WhyUntold }[]
} {
  const judged = toldThings.map((thing) => ({ thing, why: whyNot(thing, caller) }))
  return {
    may: judged.filter(({ why }) => why === null).map(({ thing }) => thing),
    mayNot: judged.flatMap(({ thing, why }) => (why === null ? [] : [{ thing, why }])),
  }
}
