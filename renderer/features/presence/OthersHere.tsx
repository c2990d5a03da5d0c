import GroupsIcon from '@mui/icons-material/GroupsOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'

/** Who else has this resident's page open now, a quiet line each. It takes no place of its own beside the heading. */
export function OthersHere({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const others = useQuery(api.presence.withResident.queryOptions({ input: { residentId } })).data ?? []
  return (
    <Box
      aria-live="polite"
      sx={{
        position: { lg: 'absolute' },
        right: 0,
        top: -40,
        maxWidth: { lg: '45%' },
        overflowWrap: 'anywhere',
      }}
    >
      {others.map(({ deskName, deskNo, name }) => (
        <Typography
          key={`${deskName} ${name}`}
          variant="body2"
          color="textSecondary"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 24 }}
        >
          <GroupsIcon fontSize="small" aria-hidden />
          {deskNo === null
            ? t('presence:with.place', { name, place: deskName })
            : t('presence:with.desk', { name, desk: deskNo })}
        </Typography>
      ))}
    </Box>
  )
}
