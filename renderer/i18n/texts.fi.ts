const files = import.meta.glob<object>('./fi/*.json', { eager: true, import: 'default' })

/** Every namespace of this language by its name. */
export const texts: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(files).map(([path, keys]) => [path.slice('./fi/'.length, -'.json'.length), keys]),
)
