const files = import.meta.glob<object>('./sv/*.json', { eager: true, import: 'default' })

/** Every namespace of this language by its name. */
export const texts: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(files).map(([path, keys]) => [path.slice('./sv/'.length, -'.json'.length), keys]),
)
