import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ArrangedOtherwise,
  arrangedOtherwise,
  type VisitReason,
  visitReasons,
} from '#shared/rules/visitReasons'
import { FieldGroup } from '../../components/FormField'

const choices = [...visitReasons, ...arrangedOtherwise]

interface ReasonChoiceProps {
  readonly id: string
  readonly reason: VisitReason | ArrangedOtherwise | ''
  readonly error: string | undefined
  /** Takes the focus on arrival, for there is nothing before it to fill in. */
  readonly first: boolean
  readonly onChoose: (reason: VisitReason | ArrangedOtherwise) => void
}

/** What a visit is about; also the two that are not booked, so that the page can say how they are arranged. */
export function ReasonChoice({ id, reason, error, first, onChoose }: ReasonChoiceProps) {
  const { t } = useTranslation()
  useEffect(() => {
    if (!first) return
    // After the heading, which takes the focus on arrival.
    const timer = setTimeout(() =>
      document
        .querySelector<HTMLElement>(`#${CSS.escape(id)} input:checked, #${CSS.escape(id)} input`)
        ?.focus(),
    )
    return () => clearTimeout(timer)
  }, [first, id])
  return (
    <FieldGroup id={id} label={t('appointments:book.reason')} error={error}>
      <RadioGroup
        value={reason}
        onChange={(event) => onChoose(event.target.value as VisitReason | ArrangedOtherwise)}
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
          gridAutoFlow: { sm: 'column' },
          gridTemplateRows: { sm: 'repeat(5, auto)' },
        }}
      >
        {choices.map((each) => (
          <FormControlLabel
            key={each}
            value={each}
            control={<Radio size="small" sx={{ py: 0.5 }} />}
            label={t(`appointments:reason.${each}`)}
          />
        ))}
      </RadioGroup>
    </FieldGroup>
  )
}
