import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { Section } from '../../components/Section'
import { DueBecause } from '../tasks/DueBecause'
import { HandOffState } from './HandOffState'
import { referenceText } from './kinds'

/** To whom it went and by when it is to be mended, and what else is open of the same in the building. */
export function DefectWhere({ defect }: { readonly defect: DefectPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { handOff, goesTo, goesToName, toldAt, toldNumber } = defect
  const open = defect.state === 'open' || defect.state === 'inProgress'
  return (
    <Section title={t('defects:page.where')}>
      <Typography sx={{ fontWeight: 600 }}>
        {t(`defects:goesToLong.${goesTo}`, { name: goesToName })}
      </Typography>
      <Typography component="div" sx={{ mb: 1 }}>
        <HandOffState defect={defect} />
        {handOff.at !== null && ` · ${format.dateTime(handOff.at)}`}
      </Typography>
      {toldNumber !== null && toldAt !== null && (
        <Typography sx={{ mb: 1 }}>
          {t('defects:page.told', { number: toldNumber, when: format.dateTime(toldAt) })}
        </Typography>
      )}
      {open && handOff.problem !== null && (
        <Typography sx={{ mb: 1 }}>{t(`outbox:problem.${handOff.problem}`)}</Typography>
      )}
      {open && handOff.state === 'noAddress' && (
        <Alert severity="warning" role="note" sx={{ mb: 1 }}>
          {t('defects:now.noAddress')}
          {may('lead', 'administrator') && (
            <>
              {' '}
              <Link href="#/settings" color="inherit">
                {t('requests:page.toSettings')}
              </Link>
            </>
          )}
        </Alert>
      )}
      {open && handOff.state === 'waiting' && !defect.mailConfigured && (
        <Alert severity="info" role="note" sx={{ mb: 1 }}>
          {t('requests:page.noServer')}
        </Alert>
      )}
      {open && <DueBecause dueAt={defect.dueAt} because={defect.because} />}
      <Typography variant="body2" sx={{ mt: 1 }}>
        {t('defects:page.callsFirst', { number: defect.maintenanceCallsFrom })}
      </Typography>
      {defect.sameAsId !== null && (
        <Link href={`#/defects/${defect.sameAsId}`}>{t('defects:page.sameAs')}</Link>
      )}
      {defect.similar.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 1.5 }}>
            {t('defects:page.similar')}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {defect.similar.map((each) => (
              <li key={each.id}>
                <Link href={`#/defects/${each.id}`}>{referenceText(each.reference)}</Link>
                {` · ${[
                  t(`defects:kind.${each.kind}`),
                  t(`defects:place.${each.place}`),
                  format.dateTime(each.reportedAt),
                  each.sameHome && t('defects:sameHome'),
                ]
                  .filter(Boolean)
                  .join(' · ')}`}
              </li>
            ))}
          </Box>
        </>
      )}
    </Section>
  )
}
