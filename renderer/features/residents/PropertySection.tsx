import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import { Facts, Section } from '../../components/Section'

/** The property, and who looks after it. */
export function PropertySection({ property }: { readonly property: LeaseView['property'] }) {
  const { t } = useTranslation()
  const { buildingManager: manager, cleaning, cleaningCompany } = property
  return (
    <Section title={t('residents:property.title')}>
      <Facts
        rows={[
          {
            name: t('residents:property.name'),
            value:
              [property.propertyNo, property.address].filter(Boolean).join(', ') ||
              t('residents:hidden.short'),
          },
          { name: t('residents:property.kind'), value: t(`residents:property.kinds.${property.kind}`) },
          {
            name: t('residents:property.buildingManager'),
            value: [manager.name, formatPhone(manager.phone), manager.email].filter(Boolean).join(' · '),
          },
          { name: t('residents:property.maintenance'), value: property.maintenanceArea },
          {
            name: t('residents:property.cleaning'),
            value: cleaningCompany ?? t(`residents:property.cleanings.${cleaning}`),
          },
        ]}
      />
    </Section>
  )
}
