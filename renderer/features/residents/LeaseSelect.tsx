import type { ResidentPage } from '#shared/contract/residents'
import { SelectInput } from '../../components/FormField'

interface LeaseSelectProps {
  readonly id: string
  readonly label: string
  readonly leases: ResidentPage['leases']
  readonly value: string
  readonly width?: number
  /** What else is said of a lease, such as its state. */
  readonly saidOf?: (lease: ResidentPage['leases'][number]) => string
  readonly onChoose: (leaseNo: string) => void
}

/** Which of somebody's leases a matter is about; nothing is asked of who has only one. */
export function LeaseSelect({ id, label, leases, value, width, saidOf, onChoose }: LeaseSelectProps) {
  if (leases.length < 2) return null
  return (
    <SelectInput
      id={id}
      label={label}
      value={value}
      {...(width === undefined ? {} : { width })}
      onChange={({ target }) => onChoose(target.value)}
      options={leases.map((lease) => ({
        value: lease.leaseNo,
        text: [lease.leaseNo, lease.address, saidOf?.(lease)].filter(Boolean).join(', '),
      }))}
    />
  )
}
