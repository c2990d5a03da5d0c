/** Whose words stay where two have changed the same field. */
export type Side = 'mine' | 'theirs'

type FieldOf<Values> = keyof Values & string

/** How what stands in a form is compared. */
export interface Comparing<Values, Field extends FieldOf<Values> = FieldOf<Values>> {
  /** What is compared, in the order in which it is shown. Of the rest, what is there now holds. */
  readonly fields: readonly Field[]
  /** Whether a field says the same in both, however it is written. Default: the very same value. */
  readonly same?: (field: Field, a: Values, b: Values) => boolean
}

interface Choice<Values> {
  readonly side: Side
  /** What was there when it was chosen: a later change is chosen about anew. */
  readonly over: Values
}

/** What is kept of a form while somebody types in it. */
export interface Kept<Values> {
  /** What was there when it was opened; null when it was not there yet. */
  readonly base: Values | null
  /** What stands in the fields by this form alone. */
  readonly values: Values
  readonly chosen: Readonly<Partial<Record<string, Choice<Values>>>>
  /** The choice about something that was taken away meanwhile. */
  readonly gone?: Side
}

/** A field that somebody else changed while the form was open. */
export interface Meanwhile<Values, Field extends FieldOf<Values> = FieldOf<Values>> {
  readonly field: Field
  /** Null when there was nothing yet. */
  readonly was: Values | null
  /** Null when this form leaves the field as it is, so that what is there now is simply taken over. */
  readonly mine: Values | null
  readonly now: Values
  /** What was chosen where both changed it; null until it is. */
  readonly side: Side | null
}

export interface ThreeWay<Values, Field extends FieldOf<Values> = FieldOf<Values>> {
  /** What the form is now: on top of what is there, what was typed in it. */
  readonly values: Values
  readonly changed: readonly Meanwhile<Values, Field>[]
  /** What the form was opened on has been taken away. */
  readonly gone: boolean
  /** How many choices are still to be made. */
  readonly open: number
  /** Whether anything was typed. */
  readonly typed: boolean
}

const verySame = <Values>(field: keyof Values, a: Values, b: Values) =>
  JSON.stringify(a[field]) === JSON.stringify(b[field])

/**
 * What was typed in a form, compared with what was there when it was opened and with what is there now (null: nothing any
 * more). A field that only they changed is taken over, one that only this form changed stays as typed, and one that both
 * changed is to be chosen: until then it shows what was typed.
 */
export function threeWay<Values extends object, Field extends FieldOf<Values>>(
  { base, values, chosen, gone }: Kept<Values>,
  now: Values | null,
  { fields, same = verySame }: Comparing<Values, Field>,
): ThreeWay<Values, Field> {
  const isTyped = (field: Field) => base === null || !same(field, base, values)
  const typed = fields.some(isTyped)
  if (now === null) {
    const wasThere = base !== null
    return { values, changed: [], gone: wasThere, open: wasThere && gone === undefined ? 1 : 0, typed }
  }
  const changed = fields.flatMap((field): Meanwhile<Values, Field>[] => {
    if (base !== null && same(field, base, now)) return []
    if (!isTyped(field)) return [{ field, was: base, mine: null, now, side: null }]
    if (same(field, values, now)) return []
    const choice = chosen[field]
    const side = choice !== undefined && same(field, choice.over, now) ? choice.side : null
    return [{ field, was: base, mine: values, now, side }]
  })
  const theirs = (field: Field) =>
    !isTyped(field) || changed.some((each) => each.field === field && each.side === 'theirs')
  const stay = fields.filter((field) => !theirs(field)).map((field) => [field, values[field]])
  return {
    values: { ...now, ...(Object.fromEntries(stay) as Partial<Values>) },
    changed,
    gone: false,
    open: changed.filter(({ mine, side }) => mine !== null && side === null).length,
    typed,
  }
}

/** The form after something more was typed in it. */
export function withTyped<Values extends object, Field extends FieldOf<Values>>(
  kept: Kept<Values>,
  now: Values | null,
  how: Comparing<Values, Field>,
  part: Partial<Values>,
): Kept<Values> {
  const { changed } = threeWay(kept, now, how)
  // What is typed over the new text is chosen with it; what is typed before anything was chosen is not.
  const over = changed.filter(
    ({ field, mine, side }) => field in part && (mine === null || side === 'theirs'),
  )
  return {
    ...kept,
    values: { ...kept.values, ...part },
    chosen: { ...kept.chosen, ...choices(over, 'mine') },
  }
}

/** The form after a side was chosen for some of what `changed`. */
export const withChosen = <Values extends object>(
  kept: Kept<Values>,
  changed: readonly Meanwhile<Values>[],
  side: Side,
): Kept<Values> => ({
  ...kept,
  chosen: {
    ...kept.chosen,
    ...choices(
      changed.filter(({ mine }) => mine !== null),
      side,
    ),
  },
})

const choices = <Values>(changed: readonly Meanwhile<Values>[], side: Side) =>
  Object.fromEntries(changed.map(({ field, now }) => [field, { side, over: now }]))
