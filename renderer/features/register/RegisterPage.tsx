import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { Page } from '../../components/Page'
import { ChooseStep } from './ChooseStep'
import { ImportDone } from './ImportDone'
import { PreviewStep } from './PreviewStep'
import { RegisterStatus } from './RegisterStatus'
import { type Import, useImport } from './useImport'
import { useLeaveGuard } from './useLeaveGuard'
import { WorkProgress } from './WorkProgress'

/** What the housing register holds, and bringing a new one in: choose, look at what would change, import. */
export function RegisterPage() {
  const { t } = useTranslation()
  const work = useImport()
  const guard = useLeaveGuard(work.working !== null)
  const importing = work.working?.job === 'importing'
  const title = t('register:title')
  return (
    <Page title={title} windowTitle={title}>
      <RegisterStatus status={work.status} />
      <Step work={work} />
      <ConfirmDialog
        open={guard.asking}
        title={importing ? t('register:leave.importTitle') : t('register:leave.readTitle')}
        confirm={t('register:leave.confirm')}
        cancel={t('register:leave.stay')}
        danger={importing}
        onConfirm={guard.leave}
        onCancel={guard.stay}
      >
        {importing ? t('register:leave.importText') : t('register:leave.readText')}
      </ConfirmDialog>
    </Page>
  )
}

function Step({ work }: { readonly work: Import }) {
  const begun = useRef(false)
  const step = <StepOf work={work} returned={begun.current} />
  begun.current ||= work.outcome !== null || work.working !== null || work.found !== null
  return step
}

function StepOf({ work, returned }: { readonly work: Import; readonly returned: boolean }) {
  if (work.outcome !== null) return <ImportDone outcome={work.outcome} onAgain={work.again} />
  if (work.working !== null) return <WorkProgress {...work.working} onCancel={work.cancel} />
  if (work.found !== null) return <PreviewStep work={work} found={work.found} />
  return <ChooseStep work={work} returned={returned} />
}
