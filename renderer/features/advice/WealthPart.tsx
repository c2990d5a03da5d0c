import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AssetKind,
  assetGround,
  assetKinds,
  disposalsCountFrom,
  farHomeKilometres,
} from '#shared/rules/wealth'
import { useFormat } from '../../app/format'
import { FieldGroup, TextInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { AmountField } from './AmountField'
import { Source } from './Source'
import { type AdviceForm, idOf } from './useAdvice'

/** What the household owns and owes, kind by kind, each with its rule. */
export function WealthPart({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const { values, set } = form
  return (
    <Section title={t('advice:part.wealth')}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(90px, 150px) minmax(90px, 150px)',
          columnGap: 2,
          rowGap: 1,
          alignItems: 'start',
          mb: 2,
        }}
      >
        <span />
        <Head text={t('advice:wealth.value')} />
        <Head text={t('advice:wealth.debt')} />
        {assetKinds.map((kind) => (
          <Fragment key={kind}>
            <Rule form={form} kind={kind} />
            <AmountField
              form={form}
              field={`value-${kind}`}
              value={values.values[kind] ?? ''}
              rule={`asset-${kind}`}
              onType={(text) => set({ values: { ...values.values, [kind]: text } })}
            />
            <AmountField
              form={form}
              field={`debt-${kind}`}
              value={values.debts[kind] ?? ''}
              onType={(text) => set({ debts: { ...values.debts, [kind]: text } })}
            />
            {kind === 'ownHome' && <OwnHome form={form} />}
          </Fragment>
        ))}
      </Box>
      <Source>{t('advice:wealth.earned')}</Source>
    </Section>
  )
}

const Head = ({ text }: { readonly text: string }) => (
  <Typography variant="body2" aria-hidden sx={{ textAlign: 'right', fontWeight: 600 }}>
    {text}
  </Typography>
)

function Rule({ form, kind }: { readonly form: AdviceForm; readonly kind: AssetKind }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ground = assetGround(kind, form.figures.home)
  return (
    <Box>
      <div>{t(`advice:asset.${kind}`)}</div>
      <Typography variant="body2" color="textSecondary" id={`asset-${kind}`}>
        {t(`advice:assetRule.${ground}`, {
          from: format.day(disposalsCountFrom(form.figures.day)),
          kilometres: farHomeKilometres,
        })}
      </Typography>
    </Box>
  )
}

/** The three conditions under which a home of one's own is left out; asked once there is such a home. */
function OwnHome({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const { values, set } = form
  const has = [values.values.ownHome, values.debts.ownHome].some((text) => (text ?? '').trim() !== '')
  if (!has) return null
  return (
    <Box sx={{ gridColumn: '1 / -1', pl: 2, borderLeft: 4, borderColor: 'divider' }}>
      <FieldGroup label={t('advice:home.label')}>
        {(['movesForWork', 'livesThere'] as const).map((condition) => (
          <FormControlLabel
            key={condition}
            control={
              <Checkbox
                size="small"
                checked={values[condition]}
                onChange={(_, on) => set({ [condition]: on })}
              />
            }
            label={t(`advice:home.${condition}`)}
          />
        ))}
      </FieldGroup>
      <TextInput
        id={idOf('kilometres')}
        label={form.label('kilometres')}
        hint={t('advice:hint.kilometres', { kilometres: farHomeKilometres })}
        error={form.problem('kilometres')}
        optional
        value={values.kilometres}
        width={120}
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        onBlur={() => form.leave('kilometres')}
        onChange={(event) => set({ kilometres: event.target.value })}
      />
    </Box>
  )
}
