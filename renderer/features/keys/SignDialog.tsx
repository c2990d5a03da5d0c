import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { type PointerEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { FieldGroup, TextInput } from '../../components/FormField'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { useHandoffAct } from './EndDialogs'
import { begun, drawnOn, fieldSize, isDrawn, pathOf, pointIn, type Strokes } from './strokes'

const ways = ['screen', 'paper'] as const

interface SignDialogProps {
  readonly handoff: HandoffPage
  readonly onClose: () => void
}

/** Who signs the receipt: on the screen with a finger, a pen or the mouse, or on the printed paper. */
export function SignDialog({ handoff, onClose }: SignDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [how, setHow] = useState<(typeof ways)[number]>('screen')
  const [name, setName] = useState(handoff.bringer.name)
  const [strokes, setStrokes] = useState<Strokes>([])
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:sign.said'), onClose)
  const sign = useMutation({ ...api.keys.signReceipt.mutationOptions(), gcTime: 0 })
  const empty = how === 'screen' && !isDrawn(strokes)
  const nameless = name.trim() === ''
  const save = () => {
    setTried(true)
    if (empty || nameless) {
      document.getElementById(nameless ? `${id}-name` : `${id}-clear`)?.focus()
      return
    }
    sign.mutate(
      {
        id: handoff.id,
        version: handoff.version,
        signerName: name.trim(),
        strokes:
          how === 'screen' ? strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [x, y])) : null,
      },
      act,
    )
  }
  return (
    <FormDialog
      title={t('keys:sign.title')}
      save={t('keys:sign.save')}
      dirty={isDrawn(strokes)}
      busy={sign.isPending}
      onSave={save}
      onClose={onClose}
    >
      <ErrorText error={sign.error} />
      <DigitChoice
        id={`${id}-how`}
        label={t('keys:sign.where')}
        values={ways}
        value={how}
        nameOf={(each) => t(`keys:sign.how.${each}`)}
        onChoose={setHow}
      />
      <TextInput
        id={`${id}-name`}
        label={t('keys:sign.name')}
        error={tried && nameless ? t('common:fieldProblem.required') : undefined}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {how === 'screen' ? (
        <FieldGroup
          label={t('keys:sign.field')}
          hint={t('keys:sign.hint')}
          error={tried && empty ? t('refusals:signatureEmpty') : undefined}
        >
          <SignatureField strokes={strokes} onDraw={setStrokes} label={t('keys:sign.field')} />
          <Button
            id={`${id}-clear`}
            size="small"
            sx={{ alignSelf: 'flex-start', mt: 1 }}
            onClick={() => setStrokes([])}
          >
            {t('keys:sign.clear')}
          </Button>
        </FieldGroup>
      ) : (
        <Box sx={{ mb: 2 }}>{t('keys:sign.paperHint')}</Box>
      )}
    </FormDialog>
  )
}

interface SignatureFieldProps {
  readonly strokes: Strokes
  readonly label: string
  readonly onDraw: (change: (before: Strokes) => Strokes) => void
}

/** Where the signature is drawn. Who has no pointer signs on paper. */
function SignatureField({ strokes, label, onDraw }: SignatureFieldProps) {
  const drawing = useRef(false)
  const at = (event: PointerEvent<SVGSVGElement>) =>
    pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY)
  return (
    <Box
      sx={{
        border: 2,
        borderColor: 'text.secondary',
        bgcolor: '#ffffff',
        '& svg': { display: 'block', touchAction: 'none' },
      }}
    >
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${fieldSize.join(' ')}`}
        width="100%"
        style={{ aspectRatio: fieldSize.join(' / ') }}
        onPointerDown={(event) => {
          drawing.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
          const point = at(event)
          onDraw((before) => begun(before, point))
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return
          const point = at(event)
          onDraw((before) => drawnOn(before, point))
        }}
        onPointerUp={() => {
          drawing.current = false
        }}
        onPointerCancel={() => {
          drawing.current = false
        }}
      >
        {strokes.map((stroke, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, or all taken away
            key={index}
            d={pathOf(stroke)}
            fill="none"
            stroke="#00005e"
            strokeWidth={2.5}
            strokeLinecap="round"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </Box>
  )
}
