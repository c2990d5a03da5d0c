import Box from '@mui/material/Box'
import Pagination from '@mui/material/Pagination'
import Typography from '@mui/material/Typography'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'

interface PagesProps {
  /** The page shown, from 0. */
  readonly page: number
  readonly total: number
  /** Rows to a page. */
  readonly size: number
  /** A second one, below the rows: it leads back to where they begin. */
  readonly below: boolean
  /** What holds the rows; it can take the focus. */
  readonly rows: RefObject<HTMLElement | null>
  readonly onPage: (page: number) => void
}

/** Which rows of how many are shown, and the numbers of the pages. */
export function Pages({ page, total, size, below, rows, onPage }: PagesProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const pages = Math.ceil(total / size)
  const first = page * size + 1
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, my: 1 }}>
      <Typography>
        {total === 0
          ? t('register:pages.none')
          : t('register:pages.shown', {
              first: number(first),
              last: number(Math.min(total, first + size - 1)),
              total: number(total),
            })}
      </Typography>
      {pages > 1 && (
        <Pagination
          count={pages}
          page={page + 1}
          shape="rounded"
          aria-label={below ? t('register:pages.labelBelow') : t('register:pages.label')}
          getItemAriaLabel={(type, number) =>
            type === 'page' ? t('register:pages.page', { number }) : t(`register:pages.${type}`)
          }
          onChange={(_, wanted) => {
            onPage(wanted - 1)
            if (!below) return
            rows.current?.focus({ preventScroll: true })
            rows.current?.scrollIntoView({ block: 'start' })
          }}
        />
      )}
    </Box>
  )
}
