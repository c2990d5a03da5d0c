import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { isBookable } from '#shared/rules/visitReasons'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { type BookingField, type BookingValues, bookingFields } from './booking'
import { ContactFields } from './ContactFields'
import { PersonFields } from './PersonFields'
import { ReasonChoice } from './ReasonChoice'
import { SlotTakenNotice } from './SlotTakenNotice'
import { ChosenTime, TimeChooser } from './TimeChooser'
import { useBookingForm } from './useBookingForm'
import { ArrangedByOthers } from './WhomToContact'

interface BookingFormProps {
  /** Null for somebody who is not in the register. */
  readonly residentId: string | null
  readonly contactsHidden: boolean
  /** The teams that may be booked here: one for a resident, whose home decides. */
  readonly teams: readonly VisitTeam[]
  readonly initial: BookingValues
  readonly onBooked: (visit: VisitView) => void
  readonly onLeave: () => void
}

/** Books a visit. Ctrl+Enter saves, Esc asks before typed work is thrown away, 1–6 take the next free times. */
export function BookingForm(props: BookingFormProps) {
  const { residentId, contactsHidden, teams, initial, onBooked, onLeave } = props
  const { t } = useTranslation()
  const id = useId()
  const form = useBookingForm(residentId, initial, onBooked)
  const { values } = form
  const mail = useQuery(api.outbox.list.queryOptions({ input: { show: 'attention', page: 0 } })).data
  const discard = useDiscard(form.typed, () => {
    form.throwAway()
    onLeave()
  })
  const otherwise = values.reason !== '' && !isBookable(values.reason) ? values.reason : null
  useShortcut('ctrl+enter', form.submit, { enabled: otherwise === null })
  useShortcut('escape', discard.request)

  const problem = (field: BookingField) => {
    const name = form.problems[field]
    if (name === undefined) return undefined
    return name === 'phoneInvalid' || name === 'emailInvalid' || name === 'nameRequired'
      ? t(`refusals:${name}`)
      : t(`appointments:book.${name}`)
  }
  const label = (field: BookingField) =>
    field === 'startsAt' ? t('appointments:chooser.title') : t(`appointments:book.${field}`)
  const items = bookingFields.flatMap((field) => {
    const wrong = problem(field)
    return wrong === undefined ? [] : [{ id: `${id}-${field}`, text: `${label(field)}: ${wrong}` }]
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  const chosen = values.startsAt === null ? null : new Date(values.startsAt)
  const chooseTime = (startsAt: Date) => form.set({ startsAt: startsAt.toISOString(), lane: null })
  const emailHint =
    values.email.trim() === ''
      ? t('appointments:book.slipInstead')
      : mail?.configured === false
        ? t('appointments:book.confirmationWaits')
        : t('appointments:book.confirmationGoes')
  return (
    <form onSubmit={submit} noValidate aria-label={t('appointments:book.form')}>
      {form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />}
      {form.taken && (
        <SlotTakenNotice taken={form.taken} chooserId={`${id}-startsAt`} onChoose={chooseTime} />
      )}
      {residentId === null && <PersonFields id={id} form={form} teams={teams} problem={problem} />}
      <ReasonChoice
        id={`${id}-reason`}
        reason={values.reason}
        error={problem('reason')}
        first={residentId !== null}
        onChoose={(reason) => form.set({ reason })}
      />
      {otherwise === null ? (
        <>
          {values.reason === '' || !isBookable(values.reason) ? (
            <FieldGroup
              id={`${id}-startsAt`}
              label={t('appointments:chooser.title')}
              hint={t('appointments:book.reasonFirst')}
              error={problem('startsAt')}
            >
              <ChosenTime chosen={chosen} lane={values.lane} />
            </FieldGroup>
          ) : (
            <TimeChooser
              id={`${id}-startsAt`}
              reason={values.reason}
              team={values.team}
              chosen={chosen}
              lane={values.lane}
              keys={form.taken === null}
              error={problem('startsAt')}
              onChoose={chooseTime}
            />
          )}
          <ContactFields
            id={id}
            values={values}
            problems={{ phone: problem('phone'), email: problem('email') }}
            hint={contactsHidden ? t('appointments:book.askWhether') : undefined}
            emailHint={emailHint}
            onSet={form.set}
            onLeave={form.check}
          />
        </>
      ) : (
        <ArrangedByOthers reason={otherwise} />
      )}
      <Stack direction="row" sx={{ gap: 1 }}>
        {otherwise === null && (
          <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
            {t('appointments:book.submit')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        )}
        <Button onClick={discard.request} aria-keyshortcuts="Escape">
          {t('common:action.cancel')}
          <KeyHint keys="Esc" />
        </Button>
      </Stack>
      {discard.dialog}
    </form>
  )
}
