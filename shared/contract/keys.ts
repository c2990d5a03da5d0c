import { base, refusals as plainRefusals } from './base'
import { keyChase } from './keyChase'
import { keyHandoffs } from './keyHandoffs'
import { keyLedger } from './keyLedger'
import { keyReports } from './keyReports'
import { keySettings } from './keyViews'

/** Keys: who has them, and their hand-offs to BLC Turva and back (003_6520488e57b6da1e.txt). */
export const keys = {
  ...keyLedger,
  ...keyHandoffs,
  ...keyReports,
  ...keyChase,

  readSettings: base.meta({ roles: ['lead', 'administrator'] }).output(keySettings),
  /** Sets them, of the version that was read. Once BLC Turva has an address, it is told of the open hand-offs that waited for one. */
  saveSettings: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(plainRefusals('emailInvalid'))
    .input(keySettings)
    .output(keySettings),
}
