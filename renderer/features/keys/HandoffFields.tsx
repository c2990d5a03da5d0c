import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { FieldGroup, SelectInput, TextInput } from '../../components/FormField'
import { languageNames, languages } from '../../i18n/index'
import { type HandoffFormState, idOf } from './useHandoffForm'
import { useKeyWords } from './useKeyWords'

const ways = ['email', 'paper'] as const

/** Which keys, by when, and how whoever brings or collects them is told. */
export function HandoffFields({ form }: { readonly form: HandoffFormState }) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const { direction, chosen } = form
  const { data } = form.read
  if (!data) return null
  const others = data.keys.filter(({ id }) => !form.able.some((each) => each.id === id))
  return (
    <>
      {data.protected && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('keys:make.protected')}
        </Alert>
      )}
      {direction === 'return' && data.staying.length > 0 && (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {t('keys:make.staying', { names: data.staying.map(({ name }) => name).join(', ') })}
        </Alert>
      )}
      <FieldGroup
        id={idOf('keys')}
        label={t('keys:make.keys')}
        hint={data.keys.length === 0 ? t('keys:section.none') : undefined}
        error={form.problem('keys')}
      >
        {form.able.map((each) => (
          <FormControlLabel
            key={each.id}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.5 }}
                checked={chosen.includes(each.id)}
                onChange={() => form.toggle(each.id)}
              />
            }
            label={[
              t('keys:make.keyOf', { key: words.key(each), who: words.holder(each.holder) }),
              each.setName,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        {others.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {t(`keys:make.notAble.${direction}`, {
              keys: others
                .map((each) => t('keys:make.keyOf', { key: words.key(each), who: words.holder(each.holder) }))
                .join(', '),
            })}
          </Typography>
        )}
      </FieldGroup>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-start',
          columnGap: 4,
          '& > *': { width: 'auto' },
        }}
      >
        <TextInput
          id={idOf('dueOn')}
          label={t(`keys:make.dueOn.${direction}`)}
          error={form.problem('dueOn')}
          value={form.dueOn}
          width={160}
          maxLength={10}
          autoComplete="off"
          onBlur={() => form.dueOn !== '' && form.leave('dueOn')}
          onChange={(event) => form.set({ dueOn: event.target.value })}
        />
        <FieldGroup id={idOf('send')} label={t('keys:make.send')} error={form.problem('send')}>
          <RadioGroup
            row
            value={form.send}
            onChange={(_, way) => form.set({ send: ways.find((each) => each === way) ?? 'paper' })}
          >
            {ways.map((way) => (
              <FormControlLabel
                key={way}
                value={way}
                control={<Radio size="small" />}
                label={t(`keys:make.way.${way}`)}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
        <SelectInput
          id={idOf('language')}
          label={t('keys:make.language')}
          value={form.language}
          width={240}
          onChange={(event) =>
            form.set({ language: languages.find((each) => each === event.target.value) ?? null })
          }
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
        />
      </Box>
      <TextInput
        id={idOf('note')}
        label={t('keys:make.note')}
        hint={t('keys:make.noteHint')}
        optional
        multiline
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={form.values.note}
        onChange={(event) => form.set({ note: event.target.value })}
      />
    </>
  )
}
