import AddIcon from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/answers'
import { useMay } from '../../app/session'
import { Page } from '../../components/Page'
import { AnswerForm } from './AnswerForm'
import { EveryAnswer } from './EveryAnswer'
import { FindAnswers } from './FindAnswers'

/** Answers: found and read by everybody, edited by the lead. */
export function AnswersPage() {
  const { t } = useTranslation()
  const may = useMay()
  const leads = may('lead', 'administrator')
  const [editing, setEditing] = useState<Answer | 'new' | null>(null)
  const [all, setAll] = useState(false)
  const title = t('answers:title')
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={<Typography>{t('answers:lead')}</Typography>}
      actions={
        leads &&
        editing === null && (
          <>
            <Button variant="outlined" aria-pressed={all} onClick={() => setAll(!all)}>
              {all ? t('answers:showValid') : t('answers:showAll')}
            </Button>
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEditing('new')}>
              {t('answers:add')}
            </Button>
          </>
        )
      }
    >
      {editing !== null ? (
        <AnswerForm
          key={editing === 'new' ? 'new' : editing.key}
          answer={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : all ? (
        <EveryAnswer onEdit={setEditing} />
      ) : (
        <FindAnswers {...(leads ? { onEdit: setEditing } : {})} />
      )}
    </Page>
  )
}
