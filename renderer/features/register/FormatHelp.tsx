import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { registerColumns } from '#shared/rules/registerColumns'
import { importFiles } from './files'

/** The rules that hold for all files, in the order in which they are told. */
const rules = ['whole', 'heading', 'separator', 'encoding', 'lastLine', 'days', 'ids'] as const

/** Columns of which there is more to say than what they are. */
const noted: readonly string[] = [
  'postal_code',
  'kind',
  'cleaning',
  'cleaning_company',
  'stair',
  'rooms',
  'area_m2',
  'identity_code',
  'birth_date',
  'language',
  'phone',
  'email',
  'non_disclosure',
  'died',
  'signed',
  'ends',
  'notice_given',
  'role',
  'to',
  'key_kind',
  'key_number',
  'key_set',
  'holder',
]

/** What the files must be like: a summary of the format's description, folded until it is asked for. */
export function FormatHelp() {
  const { t } = useTranslation()
  return (
    <Paper component="details" variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', fontSize: 19, fontWeight: 600 }}>
        {t('register:format.title')}
      </Box>
      <Box component="ul" sx={{ my: 1.5, pl: 3, maxWidth: 760 }}>
        {rules.map((rule) => (
          <li key={rule}>{t(`register:format.${rule}`)}</li>
        ))}
      </Box>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, columnGap: 4, rowGap: 2 }}
      >
        {importFiles.map((file) => (
          <section key={file}>
            <Typography variant="h3" component="h2">{`${file}.csv`}</Typography>
            <Typography color="text.secondary">{t(`register:file.${file}`)}</Typography>
            <Box
              component="dl"
              sx={{
                m: 0,
                mt: 0.5,
                display: 'grid',
                gridTemplateColumns: '170px 1fr',
                columnGap: 1,
                rowGap: 0.25,
              }}
            >
              {registerColumns[file].map((column) => (
                <Box key={column} sx={{ display: 'contents' }}>
                  <dt>
                    <code>{column}</code>
                  </dt>
                  <Box component="dd" sx={{ m: 0 }}>
                    {t(`register:column.${column}`)}
                    {noted.includes(column) && ` (${t(`register:format.note.${column}`)})`}
                  </Box>
                </Box>
              ))}
            </Box>
          </section>
        ))}
      </Box>
      <Typography sx={{ mt: 2, maxWidth: 760 }}>{t('register:format.more')}</Typography>
    </Paper>
  )
}
