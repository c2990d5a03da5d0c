import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import { deskNow } from '../../app/useNow'
import { useLeft } from '../../components/useLeft'
import { typedDay } from '../timetable/times'
import { type HolderField, type HolderValues, holderOf, holderProblems } from './holderForm'

/** Today in Helsinki. */
export const todayHere = () => helsinkiDay(deskNow())

/** The part of a form that says who has a key then, since when and on whose word. */
export function useHolderForm(
  idOf: (field: HolderField | 'word') => string,
  initial: Partial<HolderValues> = {},
  wordRequired = false,
) {
  const { t } = useTranslation()
  const [today] = useState(todayHere)
  const [opened] = useState<HolderValues>(() => ({
    kind: '',
    residentId: null,
    residentName: '',
    granteeName: '',
    happenedOn: typedDay(today),
    word: 'heka',
    wordText: '',
    ...initial,
  }))
  const [values, setValues] = useState(opened)
  const found = holderProblems(values, today, wordRequired).map(({ field, problem }) => ({
    id: idOf(field),
    text: t(`keys:problem.${problem}`),
  }))
  const left = useLeft(found)
  return {
    values,
    wordRequired,
    idOf,
    dirty: values !== opened,
    set: (part: Partial<HolderValues>) => setValues((before) => ({ ...before, ...part })),
    problem: (field: HolderField) =>
      left.isLeft(idOf(field)) ? found.find(({ id }) => id === idOf(field))?.text : undefined,
    leave: (field: HolderField) => left.leave(idOf(field)),
    /** Notes a try; the first field that is wrong takes the focus. */
    tried: () => {
      const right = left.tried()
      const first = found[0]
      if (first) document.getElementById(first.id)?.focus()
      return right
    },
    /** As the desk takes it. */
    input: () => ({
      to: holderOf(values),
      happenedOn: parseFinnishDay(values.happenedOn) ?? today,
      word: values.word,
      wordText: values.wordText.trim(),
    }),
  }
}
export type HolderFormState = ReturnType<typeof useHolderForm>
