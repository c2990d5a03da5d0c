/** Files of texts by the names of their namespaces: `./fi/common.json` holds `common`. */
export const byNamespace = (
  files: Readonly<Record<string, object>>,
): Readonly<Record<string, Readonly<object>>> =>
  Object.fromEntries(
    Object.entries(files).map(([path, keys]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      keys,
    ]),
  )
